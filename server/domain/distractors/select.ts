import {
  type CueHits,
  type Format,
  formatOf,
  gramLikeness,
  gramsOf,
  hitOfMost,
  MUCH_LONGER,
  oddFormat,
  PLAIN,
  vectorLikeness,
  wordsInPrompt,
} from "./cues";
import type { Profile } from "./lexicon";

/** What a set is chosen from: plausible candidates, best first. */
export type Selectable = { profile: Profile; score: number };

/**
 * The most likely distractors are those nearest to the key, and the key is then the most central option, which a student sees
 * without reading. So the set is chosen as a whole: chance says whether the key shall be the longest, the shortest, the
 * most central or the one with most words of the prompt, each as often as any other option, and the best set that comes near to it wins.
 * Never the longest would be a cue as much as always.
 */

/** Candidates that a set is drawn from; with more, sets stay honest but lose plausibility. */
export const CONSIDERED = 13;

/** What a missed target costs, in the unit of the scores (log odds): more buys honesty with plausibility. */
const COST = {
  length: 2.2,
  gramCentral: 1.4,
  vectorCentral: 1.4,
  promptWords: 1.8,
  muchLonger: 1.4,
  keyOdd: 1.4,
  otherOdd: 1.2,
};

/**
 * How often each target is drawn, of four options. Honest is a quarter of the sets that come out, and many a key has no set that
 * makes it the shortest or the one with most words of the prompt, so those are drawn more often. Found on published items.
 */
const DRAWN = { longest: 0.34, shortest: 0.44, gramCentral: 0.18, vectorCentral: 0.2, promptWords: 0.45 };

export type Targets = { length: number; gramCentral: number; vectorCentral: number; promptWords: number };

/** Draws four uniform numbers in [0, 1), always four, so that what follows does not depend on the set. */
export function drawTargets(random: () => number): Targets {
  return { length: random(), gramCentral: random(), vectorCentral: random(), promptWords: random() };
}

/** Indexes into `candidates` (best first) of the `want` to show. Fewer candidates than wanted: all of them. */
export function selectSet(
  key: Profile,
  prompt: Profile,
  candidates: readonly Selectable[],
  want: number,
  targets: Targets,
): number[] {
  const considered = candidates.slice(0, CONSIDERED);
  if (considered.length <= want) return considered.map((_, index) => index);
  const options = [key, ...considered.map(({ profile }) => profile)];
  const view: View = {
    formats: options.map(formatOf),
    lengths: options.map(({ shape }) => shape.characters),
    grams: likenesses(options.map(gramsOf), gramLikeness),
    vectors: likenesses(options, vectorLikeness),
    shared: options.map((option) => wordsInPrompt(option, prompt)),
  };
  const aims = aimsOf(targets, want + 1);
  let best: number[] = [];
  let bestValue = Number.NEGATIVE_INFINITY;
  for (const set of subsets(considered.length, want)) {
    let value = 0;
    for (const index of set) value += considered[index]?.score ?? 0;
    // Costs are never negative, so most sets need not be looked at.
    if (value <= bestValue) continue;
    value -= costOf(view, [0, ...set.map((index) => index + 1)], aims);
    if (value > bestValue) {
      bestValue = value;
      best = set;
    }
  }
  return best;
}

function aimsOf(targets: Targets, options: number): CueHits {
  const scale = 4 / options;
  const longest = DRAWN.longest * scale;
  const shortest = Math.min(DRAWN.shortest * scale, 1 - longest);
  const drawn = (target: number, share: number) => (target < share * scale ? 1 : 0);
  return {
    longest: targets.length < longest ? 1 : 0,
    shortest: targets.length >= 1 - shortest ? 1 : 0,
    gramCentral: drawn(targets.gramCentral, DRAWN.gramCentral),
    vectorCentral: drawn(targets.vectorCentral, DRAWN.vectorCentral),
    promptWords: drawn(targets.promptWords, DRAWN.promptWords),
  };
}

type View = {
  formats: readonly Format[];
  lengths: readonly number[];
  grams: readonly (readonly number[])[];
  vectors: readonly (readonly number[])[];
  shared: readonly number[];
};

function likenesses<T>(options: readonly T[], of: (one: T, other: T) => number): number[][] {
  const table = options.map(() => new Array<number>(options.length).fill(0));
  for (const [row, one] of options.entries()) {
    for (let column = row + 1; column < options.length; column++) {
      const other = options[column];
      const value = other ? of(one, other) : 0;
      const there = table[row];
      const back = table[column];
      if (there) there[column] = value;
      if (back) back[row] = value;
    }
  }
  return table;
}

/** `set` starts with the key (0). */
function costOf(view: View, set: readonly number[], aims: CueHits): number {
  const lengths = set.map((index) => view.lengths[index] ?? 0);
  const central = (table: View["grams"]) =>
    hitOfMost(
      set.map((one) => {
        let sum = 0;
        for (const other of set) sum += table[one]?.[other] ?? 0;
        return sum;
      }),
    );
  const missed = (cue: keyof CueHits, hit: number) => Math.abs(hit - aims[cue]);
  let cost =
    COST.length * missed("longest", hitOfMost(lengths)) +
    COST.length * missed("shortest", hitOfMost(lengths.map((length) => -length))) +
    COST.gramCentral * missed("gramCentral", central(view.grams)) +
    COST.vectorCentral * missed("vectorCentral", central(view.vectors)) +
    COST.promptWords * missed("promptWords", hitOfMost(set.map((one) => view.shared[one] ?? 0)));
  if ((lengths[0] ?? 0) >= MUCH_LONGER * Math.max(...lengths.slice(1))) cost += COST.muchLonger;
  const odd = oddFormat(set.map((index) => view.formats[index] ?? PLAIN));
  if (odd === 0) cost += COST.keyOdd;
  else if (odd !== undefined) cost += COST.otherOdd;
  return cost;
}

/** All sets of `size` indexes below `count`, in order. */
function subsets(count: number, size: number): number[][] {
  if (size === 0) return [[]];
  const found: number[][] = [];
  const grow = (from: number, set: number[]) => {
    if (set.length === size) {
      found.push(set);
      return;
    }
    for (let next = from; next < count; next++) grow(next + 1, [...set, next]);
  };
  grow(0, []);
  return found;
}
