import { type StudiedDeck, studyDeck } from "#server/domain/question/study";
import type { Card } from "@/contract/question";

/** Decks that stay read: the one that is worked on and the one before it. */
const KEPT = 2;

/**
 * Reads decks, and remembers the last ones: a big deck is asked about batch after batch, by the doctor and at every
 * press of a button, and reading it takes longer than what is asked. A deck with another text is another deck.
 */
export class Studies {
  private kept: { cards: readonly Card[]; deck: StudiedDeck }[] = [];

  /** The studied deck of these cards; linear in cards. Nobody may change it. */
  of(cards: readonly Card[]): StudiedDeck {
    const had = this.kept.find((one) => haveSameText(one.cards, cards));
    const found = had ?? { cards, deck: studyDeck(cards) };
    this.kept = [found, ...this.kept.filter((one) => one !== had)].slice(0, KEPT);
    return found.deck;
  }
}

function haveSameText(some: readonly Card[], others: readonly Card[]): boolean {
  return (
    some.length === others.length &&
    some.every((card, index) => {
      const other = others[index];
      return (
        card.id === other?.id &&
        card.front === other.front &&
        card.back === other.back &&
        haveSameTags(card.tags, other.tags)
      );
    })
  );
}

function haveSameTags(some: readonly string[] = [], others: readonly string[] = []): boolean {
  return some.length === others.length && some.every((tag, index) => tag === others[index]);
}
