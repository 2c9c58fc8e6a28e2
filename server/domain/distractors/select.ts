import type { Profile } from "./lexicon";
import { type Sets, setsOf } from "./sets";
import { CUES, type Cue, HONEST, HONEST_SHARES, type Shares } from "./shares";

/** What a set is chosen from: plausible candidates, best first. */
export type Selectable = { profile: Profile; score: number };

/**
 * The most likely distractors are those nearest to the key, and the key is then the most central option, which a student sees
 * without reading. So the set is chosen as a whole: chance says whether the key shall be the longest, the shortest, the
 * most central or the one with most words of the prompt, and the best set that comes near to it wins. Never the longest would be
 * a cue as much as always.
 */

/** Candidates that a set is drawn from; with more, sets stay honest but lose plausibility. */
export const CONSIDERED = 13;

/** What a missed aim costs, in the unit of the scores (log odds): more buys honesty with plausibility. */
const COST: Record<Cue, number> = {
  longest: 2.2,
  shortest: 2.2,
  gramCentral: 1.4,
  vectorCentral: 1.4,
  promptWords: 1.8,
};

/** How much dearer an aim is for a guess that has found too many or too few keys before. */
const URGENCY = 3;

/** A set that is so much worse than the best one, in the unit of the scores, is out of reach for any aim. */
const REACH = 3;

/** Four uniform numbers in [0, 1): length, 3-grams, meaning, words of the prompt. */
export type Draws = readonly [number, number, number, number];

/** A chosen set: places among the candidates, and the chance with which each guess finds the key in it. */
export type ChosenSet = { places: number[]; hits: Shares };

/**
 * The `want` candidates (best first) to show beside the key, such that over many questions each guess finds the key as often as `shares`
 * say. Fewer candidates than wanted: all of them.
 */
export function selectSet(
  key: Profile,
  prompt: Profile,
  candidates: readonly Selectable[],
  want: number,
  shares: Shares,
  draws: Draws,
): ChosenSet {
  const considered = candidates.slice(0, CONSIDERED);
  const size = Math.min(want, considered.length);
  if (size === 0) return { places: [], hits: HONEST_SHARES };
  const sets = setsOf(
    [key, ...considered.map(({ profile }) => profile)],
    considered.map(({ score }) => score),
    prompt,
    size,
  );
  const best = sets.count > 1 ? bestSet(sets, aimsOf(sets, shares, draws), shares) : 0;
  const hit = (cue: Cue) => sets.hits[cue][best] ?? 0;
  return {
    places: Array.from(sets.members.subarray(best * size, (best + 1) * size)),
    hits: {
      longest: hit("longest"),
      shortest: hit("shortest"),
      gramCentral: hit("gramCentral"),
      vectorCentral: hit("vectorCentral"),
      promptWords: hit("promptWords"),
    },
  };
}

/** What each guess shall find in the set: 1 the key, 0 another option, 1/4 a tie of all. Out of reach is not aimed at. */
function aimsOf(sets: Sets, shares: Shares, [length, grams, vectors, words]: Draws): Shares {
  const floor = maximum(sets.worth) - REACH;
  const longest = canFind(sets, "longest", floor) ? shares.longest : 0;
  const shortest = canFind(sets, "shortest", floor) ? shares.shortest : 0;
  const sum = Math.max(1, longest + shortest);
  return {
    longest: length < longest / sum ? 1 : 0,
    shortest: length >= 1 - shortest / sum ? 1 : 0,
    gramCentral: canFind(sets, "gramCentral", floor) && grams < shares.gramCentral ? 1 : 0,
    vectorCentral: canFind(sets, "vectorCentral", floor) && vectors < shares.vectorCentral ? 1 : 0,
    promptWords: aimOfWords(sets, floor, shares.promptWords, words),
  };
}

/** A tie, where the key and all others share as many words with the prompt, is as honest as can be. */
const TIE = 1 / 4;

function aimOfWords(sets: Sets, floor: number, share: number, draw: number): number {
  const found = canFind(sets, "promptWords", floor);
  if (!inReach(sets, "promptWords", floor, 0.2, HALF)) return found && draw < share ? 1 : 0;
  if (share > TIE) return found && draw < (share - TIE) / (1 - TIE) ? 1 : TIE;
  return draw < 1 - share / TIE ? 0 : TIE;
}

/** From here on a guess counts as right: the key stands out alone, or with one other. */
const HALF = 0.5;

function canFind(sets: Sets, cue: Cue, floor: number): boolean {
  return inReach(sets, cue, floor, HALF, Number.POSITIVE_INFINITY);
}

/** True when a set of at least `floor` has a chance in [least, below). */
function inReach(sets: Sets, cue: Cue, floor: number, least: number, below: number): boolean {
  const hits = sets.hits[cue];
  for (let set = 0; set < sets.count; set++) {
    const hit = hits[set] ?? 0;
    if (hit >= least && hit < below && (sets.worth[set] ?? 0) >= floor) return true;
  }
  return false;
}

function maximum(values: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > most) most = value;
  return most;
}

function bestSet(sets: Sets, aims: Shares, shares: Shares): number {
  let best = 0;
  let bestValue = Number.NEGATIVE_INFINITY;
  const costs = { ...COST };
  for (const cue of CUES) costs[cue] *= 1 + URGENCY * Math.abs(shares[cue] - HONEST);
  for (let set = 0; set < sets.count; set++) {
    let value = sets.worth[set] ?? 0;
    for (const cue of CUES) value -= costs[cue] * Math.abs((sets.hits[cue][set] ?? 0) - aims[cue]);
    if (value > bestValue) {
      bestValue = value;
      best = set;
    }
  }
  return best;
}
