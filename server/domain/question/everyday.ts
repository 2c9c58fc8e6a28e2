import everyday from "./everyday.json" with { type: "json" };
import type { StudiedCard, StudiedDeck } from "./study";
import { isAbbreviation, singular } from "./terms";
import { contentStems, stem } from "./text";

/**
 * The words of five letters and more among the 3,500 most frequent of English texts, the most frequent first: those of the word
 * vectors (GloVe, see server/vectors/LICENCE.md), which are in that order.
 */
const RANKS = new Map(everyday.words.split(" ").map((word, rank) => [word, rank]));
/** So many of them belong to no subject, even where a deck's questions have them. */
const COMMONEST = 1_000;

/**
 * True for a word of the deck's subject: one that everyday English hardly has, or that two questions of other cards name. What
 * everybody says ("consideration") is found by its idiom and not by knowing the subject.
 */
export function isSubjectWord(word: string, card: StudiedCard, deck: StudiedDeck): boolean {
  if (isAbbreviation(word)) return true;
  const lower = word.toLowerCase();
  const rank = RANKS.get(lower) ?? RANKS.get(singular(lower));
  if (rank === undefined) return true;
  if (rank < COMMONEST) return false;
  const own = contentStems(card.front).includes(stem(lower)) ? 1 : 0;
  return (deck.frontStems.get(stem(lower)) ?? 0) - own >= 2;
}
