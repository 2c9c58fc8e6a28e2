import type { Fact } from "./facts";
import { areRelated } from "./labels";
import type { Entry } from "./pool";
import type { StudiedCard, StudiedDeck } from "./study";
import { shareContent } from "./text";

/** The entries of one list of a card, and the heading and the sentence that lead to them. */
export type CardList = { section: string; lead?: string; group: string; items: Fact[] };

/** A card's lists of two or more entries that stand for themselves: no steps of a procedure, no asides. */
export function listsOf(card: StudiedCard): CardList[] {
  const groups = new Map<string, Fact[]>();
  for (const fact of card.facts) {
    if (
      fact.role === "item" &&
      !fact.aside &&
      !/^(?:then|next|finally|else|otherwise|repeat|go to)\b/i.test(fact.text)
    ) {
      groups.set(fact.group, [...(groups.get(fact.group) ?? []), fact]);
    }
  }
  return [...groups]
    .filter(([, items]) => items.length >= 2)
    .map(([group, items]) => {
      const { section = "", lead } = items[0] ?? {};
      return { section, group, items, ...(lead !== undefined && { lead }) };
    });
}

/** True for an entry of another card that cannot belong to this card's list as well. */
export function isForeign(card: StudiedCard, deck: StudiedDeck, entry: Entry): boolean {
  const other = deck.cards[entry.card];
  return other !== undefined && !areRelated(card, other, deck) && !shareContent(entry.text, card.back);
}
