import type { Candidate } from "#server/domain/distractors/types";
import { drawIndex, type Random } from "../random";
import { isSubjectWord } from "./everyday";
import type { GapPlace } from "./gap-places";
import type { StudiedCard, StudiedDeck } from "./study";
import { agree, besideOf, type Term } from "./terms";
import { contentStems, stem } from "./text";

const MAX_CANDIDATES = 200;
const MAX_LOOKED_AT = 1_500;

/**
 * Nouns of other cards in the form of the one left out, in tiers, the most alike first: words of the subject that stand
 * elsewhere between the same small words and are of the same sort, those that the deck has more than once before the
 * others; of any sort; what everybody says in such places; what was not seen there. At most 200 in each, from a place of the deck that chance draws.
 */
export function gapFillers(
  { word, before, after }: Pick<GapPlace, "word" | "before" | "after">,
  card: StudiedCard,
  deck: StudiedDeck,
  random: Random,
): Candidate[][] {
  const own = new Set(contentStems(`${card.front} ${card.back}`));
  const all = deck.nounList;
  const beside = besideOf(before, after);
  const tiers: [Candidate[], Candidate[], Candidate[], Candidate[], Candidate[]] = [[], [], [], [], []];
  const start = drawIndex(Math.max(1, all.length), random);
  for (let step = 0; step < Math.min(all.length, MAX_LOOKED_AT); step++) {
    if (tiers[0].length >= MAX_CANDIDATES) break;
    const term = all[(start + step) % all.length];
    if (term === undefined || !isUsable(term, word, own, card, deck)) continue;
    const [first = 0] = term.cards;
    const tier = tiers[tierOf(term, word, beside, card, deck)];
    if (tier !== undefined && tier.length < MAX_CANDIDATES)
      tier.push({
        text: /^\p{Lu}\p{Ll}/u.test(word) ? capital(term.text) : term.text,
        origin: "deck",
        source: deck.cards[first]?.front ?? "",
      });
  }
  return tiers;
}

function tierOf(
  { text, cards, beside: places }: Term,
  word: string,
  beside: readonly string[],
  card: StudiedCard,
  deck: StudiedDeck,
): number {
  // "A measure of _____" takes a word that stands behind "of" without an article elsewhere too.
  if (!beside.every((name) => places.has(name))) return 4;
  if (!isSubjectWord(text, card, deck)) return 3;
  if (sortOf(text) !== sortOf(word)) return 2;
  return cards.size > 1 || deck.frontStems.has(stem(text.toLowerCase())) ? 0 : 1;
}

/** What its ending says of a noun: a quality or an act ("separability", "insertion"), or a thing. */
function sortOf(word: string): "abstract" | "thing" {
  return /(?:tion|sion|ment|ness|ity|ance|ence|ancy|ency|ship|ism|acy)s?$/.test(word) ? "abstract" : "thing";
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
    (!term.text.includes("-") || word.includes("-")) &&
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
