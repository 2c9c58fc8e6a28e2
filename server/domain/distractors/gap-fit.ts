import { dot, type KnownWord, type Lexicon } from "./lexicon";
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

/**
 * By how much a text fits a gap less than the key does, 0 where it fits as well or better. The fit is the mean cosine of the text's vector
 * with those of the words round the gap, a word weighing less by the root of its distance; a text without a vector falls short by 0.1.
 */
export type GapFit = (text: string) => number;

/** Undefined for a prompt without a gap, and where the vectors know nothing of the key or of the words round the gap. */
export function gapFit(prompt: string, key: string, lexicon: Lexicon): GapFit | undefined {
  const place = ANY_GAP.exec(prompt);
  if (place === null) return undefined;
  const around = meanOf([
    ...withWeights(words(plain(prompt.slice(0, place.index))).reverse(), lexicon),
    ...withWeights(words(plain(prompt.slice(place.index + place[0].length))), lexicon),
  ]);
  const best = around && fitTo(around, key, lexicon);
  if (around === undefined || best === undefined) return undefined;
  return (text) => {
    const fit = fitTo(around, text, lexicon);
    return fit === undefined ? UNKNOWN : Math.max(0, best - fit);
  };
}

type Weighted = { known: KnownWord; weight: number };

/** The words of a side of the gap, the nearest first. */
function withWeights(side: readonly string[], lexicon: Lexicon): Weighted[] {
  return side.flatMap((word, distance) => {
    const known = lexicon.word(word);
    return known === undefined || known.rank < LEAST_RANK
      ? []
      : [{ known, weight: 1 / Math.sqrt(1 + distance) }];
  });
}

function meanOf(around: readonly Weighted[]): Float32Array | undefined {
  const [first] = around;
  if (first === undefined) return undefined;
  const mean = new Float32Array(first.known.vector.length);
  const total = around.reduce((sum, { weight }) => sum + weight, 0);
  for (const { known, weight } of around)
    for (let at = 0; at < mean.length; at++)
      mean[at] = (mean[at] ?? 0) + (weight / total) * (known.vector[at] ?? 0);
  return mean;
}

/** The vectors know "ml" as a measure and "or" as a word, not what a deck calls ML and OR. */
function fitTo(around: Float32Array, text: string, lexicon: Lexicon): number | undefined {
  if (ABBREVIATION.test(text)) return undefined;
  let sum = 0;
  let count = 0;
  for (const word of words(plain(text.replace(ARTICLE, "")))) {
    const known = lexicon.word(word);
    if (known === undefined) return undefined;
    if (known.rank < LEAST_RANK) continue;
    sum += dot(around, known.vector);
    count++;
  }
  return count === 0 ? undefined : sum / count;
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
