import type { Candidate } from "#server/domain/distractors/types";
import { drawIndex, type Random } from "../random";
import { isSubjectWord } from "./everyday";
import type { GapPlace } from "./gap-places";
import type { StudiedCard, StudiedDeck } from "./study";
import { agree, besideOf, type Term } from "./terms";
import { stem } from "./text";

const MAX_CANDIDATES = 24;
const MAX_LOOKED_AT = 600;

/** A noun of another card, and whether it is a word of the deck's subject. */
export type Filler = Candidate & { isSpecial: boolean };

/**
 * Nouns of other cards in the form of the one left out: `fitting` are those that stand elsewhere between the same small
 * words, `others` those that were not seen there. At most 24 of each, from a place of the deck that chance draws.
 */
export function gapFillers(
  { word, before, after }: GapPlace,
  own: ReadonlySet<string>,
  card: StudiedCard,
  deck: StudiedDeck,
  random: Random,
): { fitting: Filler[]; others: Filler[] } {
  const all = deck.nounList;
  const beside = besideOf(before, after);
  const fitting: Filler[] = [];
  const others: Filler[] = [];
  const start = drawIndex(Math.max(1, all.length), random);
  for (let step = 0; step < Math.min(all.length, MAX_LOOKED_AT) && fitting.length < MAX_CANDIDATES; step++) {
    const term = all[(start + step) % all.length];
    if (term === undefined || !isUsable(term, word, own, card, deck)) continue;
    const [first = 0] = term.cards;
    const filler = {
      text: /^\p{Lu}\p{Ll}/u.test(word) ? capital(term.text) : term.text,
      origin: "deck" as const,
      source: deck.cards[first]?.front ?? "",
      isSpecial: isSubjectWord(term.text, card, deck),
    };
    // "A measure of _____" takes a word that stands behind "of" without an article elsewhere too.
    if (beside.every((name) => term.beside.has(name))) fitting.push(filler);
    else if (others.length < MAX_CANDIDATES) others.push(filler);
  }
  return { fitting, others };
}

function isUsable(
  term: Term,
  word: string,
  own: ReadonlySet<string>,
  card: StudiedCard,
  deck: StudiedDeck,
): boolean {
  const isProper = deck.nouns.get(word.toLowerCase())?.isProper ?? false;
  return (
    !term.cards.has(card.index) &&
    term.isProper === isProper &&
    agree(term.text, word) &&
    !isFormOf(term.text.toLowerCase(), word.toLowerCase()) &&
    !own.has(stem(term.text.toLowerCase()))
  );
}

/** Letters at the beginning that two forms of one word share. */
const SAME_ROOT = 6;

/** "Collinearity" fits where "multicollinearity" does; "complete" tells "completion". */
function isFormOf(a: string, b: string): boolean {
  return a.endsWith(b) || b.endsWith(a) || a.slice(0, SAME_ROOT) === b.slice(0, SAME_ROOT);
}

function capital(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
