import type { StudiedCard, StudiedDeck } from "../study";
import { normalise } from "../text";

/** What the other cards with an equal front answer, and this card's own alternatives: right as well. */
export function otherRightAnswers(card: StudiedCard, deck: StudiedDeck): string[] {
  const twins = (deck.byFront.get(normalise(card.card.front)) ?? []).filter(
    (twin) => twin.index !== card.index,
  );
  return [
    ...(card.answer?.alternatives ?? []),
    ...twins
      .flatMap((twin) => [twin.answer?.text, twin.statement?.text, twin.definition])
      .filter((text) => text !== undefined),
  ];
}
