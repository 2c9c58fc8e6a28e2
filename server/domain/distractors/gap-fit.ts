import { dot, type KnownWord, type Lexicon, toUnit } from "./lexicon";
import { plain, words } from "./text";
import type { Candidate } from "./types";

/** Words more frequent than this rank stand beside any other. */
const LEAST_RANK = 120;
const ANY_GAP = /_{2,}/;
/** "An axle": the article stands in every option, or in none. */
export const ARTICLE = /^an?\s/i;
const ABBREVIATION = /\p{Lu}{2}/u;
/** Candidates that are worth ranking; of more those that fit the gap best. */
const MOST_RANKED = 24;
/** What a word without a vector is taken to fall short by: no more is known of it than of a word that does not fit. */
const UNKNOWN = 0.1;
/** By so much as a cosine a key that a word of its prompt tells is nearer to that word. */
const TELLING = 0.02;

/**
 * By how much a text fits a gap less than the key does, 0 where it fits as well or better. The fit is the mean cosine of the text's vector
 * with those of the words round the gap, a word weighing less by the root of its distance; a text without a vector falls short by 0.1.
 */
export type GapFit = (text: string) => number;

/** Undefined for a prompt without a gap, and where the vectors know nothing of the key or of the words round the gap. */
export function gapFit(prompt: string, key: string, lexicon: Lexicon): GapFit | undefined {
  const around = aroundGap(prompt, lexicon);
  const own = vectorOf(key, lexicon);
  if (around.length === 0 || own === undefined) return undefined;
  const mean = meanOf(around);
  const best = dot(mean, own);
  return (text) => {
    const vector = vectorOf(text, lexicon);
    return vector === undefined ? UNKNOWN : Math.max(0, best - dot(mean, vector));
  };
}

/**
 * True where the key is nearer to some word of the prompt than any of the others is to one: "highest" beside "peak". For the words of a
 * row, which fit a gap alike and are told by such a word. False where the vectors do not know all of them.
 */
export function isHinted(prompt: string, key: string, others: readonly string[], lexicon: Lexicon): boolean {
  const around = aroundGap(prompt, lexicon);
  const [own, ...rest] = [key, ...others].map((text) => {
    const vector = vectorOf(text, lexicon);
    return vector === undefined
      ? Number.NaN
      : Math.max(...around.map(({ known }) => dot(known.vector, vector)));
  });
  return own !== undefined && rest.length > 0 && rest.every((other) => own - other > TELLING);
}

type Weighted = { known: KnownWord; weight: number };

/** The words with content round the gap of a prompt, near ones weighing more; none for a prompt without a gap. */
function aroundGap(prompt: string, lexicon: Lexicon): Weighted[] {
  const place = ANY_GAP.exec(prompt);
  if (place === null) return [];
  const sides = [
    words(plain(prompt.slice(0, place.index))).reverse(),
    words(plain(prompt.slice(place.index + place[0].length))),
  ];
  return sides.flatMap((side) =>
    side.flatMap((word, distance) => {
      const known = lexicon.word(word);
      return isTelling(known) ? [{ known, weight: 1 / Math.sqrt(1 + distance) }] : [];
    }),
  );
}

function isTelling(known: KnownWord | undefined): known is KnownWord {
  return known !== undefined && known.rank >= LEAST_RANK;
}

function meanOf(around: readonly Weighted[]): Float32Array {
  const mean = new Float32Array(around[0]?.known.vector.length ?? 0);
  const total = around.reduce((sum, { weight }) => sum + weight, 0);
  for (const { known, weight } of around)
    for (let at = 0; at < mean.length; at++)
      mean[at] = (mean[at] ?? 0) + (weight / total) * (known.vector[at] ?? 0);
  return mean;
}

/** The vectors know "ml" as a measure and "or" as a word, not what a deck calls ML and OR. */
function vectorOf(text: string, lexicon: Lexicon): Float32Array | undefined {
  if (ABBREVIATION.test(text)) return undefined;
  const found = words(plain(text.replace(ARTICLE, ""))).map((word) => lexicon.word(word));
  const [first, ...rest] = found.filter(isTelling);
  if (first === undefined || found.includes(undefined)) return undefined;
  return rest.length === 0
    ? first.vector
    : toUnit(meanOf([first, ...rest].map((known) => ({ known, weight: 1 }))));
}

/**
 * Of the deck's candidates the 24 that fit the gap best, as they stood where they fit alike, or where nothing is known of the gap the
 * first; and all that come from elsewhere.
 */
export function bestFitting(candidates: readonly Candidate[], gap: GapFit | undefined): readonly Candidate[] {
  const ofDeck = candidates.filter(({ origin }) => origin === "deck");
  if (ofDeck.length <= MOST_RANKED) return candidates;
  const byFit = ofDeck
    .map((candidate) => ({ candidate, short: gap?.(candidate.text) ?? 0 }))
    .sort((one, other) => one.short - other.short)
    .map(({ candidate }) => candidate);
  return [...byFit.slice(0, MOST_RANKED), ...candidates.filter(({ origin }) => origin !== "deck")];
}

/** True where each of these fits the gap less than the key does: the sentence tells it. */
export function isOnlyFit(texts: readonly string[], gap: GapFit | undefined): boolean {
  return gap !== undefined && texts.length > 0 && texts.every((text) => gap(text) > 0);
}
