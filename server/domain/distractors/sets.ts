import {
  type Format,
  formatOf,
  gramLikeness,
  MUCH_LONGER,
  oddFormat,
  PLAIN,
  vectorLikeness,
  wordsInPrompt,
} from "./cues";
import type { Profile } from "./lexicon";
import type { Cue } from "./shares";

/** Every set of candidates that can stand beside a key, with what it is worth and what each guess finds in it. */
export type Sets = {
  count: number;
  /** The candidates' places, set after set. */
  members: Uint8Array;
  /** Sum of the scores, less what a form that stands out costs. */
  worth: Float64Array;
  /** Chance that a guess by the cue hits the key, set by set. */
  hits: Record<Cue, Float64Array>;
};

/** What a form that stands out costs, in the unit of the scores (log odds). */
const COST = { muchLonger: 1.8, keyOdd: 2.8, otherOdd: 1.2 };

/** `options` starts with the key; `scores` are those of the others. `size` is at most the number of scores. */
export function setsOf(
  options: readonly Profile[],
  scores: readonly number[],
  prompt: Profile,
  size: number,
): Sets {
  const seen: Seen = {
    options: options.length,
    lengths: Float64Array.from(options, lengthOf),
    shared: Float64Array.from(options, (option) => wordsInPrompt(option, prompt)),
    grams: likenesses(options, gramLikeness),
    vectors: likenesses(options, vectorLikeness),
    formats: options.map(formatOf),
  };
  const members = subsets(scores.length, size);
  const count = members.length / size;
  const sets: Sets = {
    count,
    members,
    worth: new Float64Array(count),
    hits: {
      longest: new Float64Array(count),
      shortest: new Float64Array(count),
      gramCentral: new Float64Array(count),
      vectorCentral: new Float64Array(count),
      promptWords: new Float64Array(count),
    },
  };
  const places = new Uint8Array(size + 1);
  const sums = new Float64Array(size + 1);
  const formats: Format[] = [];
  for (let set = 0; set < count; set++) {
    let worth = 0;
    for (let turn = 0; turn < size; turn++) {
      const member = members[set * size + turn] ?? 0;
      places[turn + 1] = member + 1;
      worth += scores[member] ?? 0;
    }
    sets.hits.longest[set] = hitOfPlace(seen.lengths, places, 1);
    sets.hits.shortest[set] = hitOfPlace(seen.lengths, places, -1);
    sets.hits.promptWords[set] = hitOfPlace(seen.shared, places, 1);
    sets.hits.gramCentral[set] = hitOfCentral(seen.grams, seen.options, places, sums);
    sets.hits.vectorCentral[set] = hitOfCentral(seen.vectors, seen.options, places, sums);
    for (let turn = 0; turn <= size; turn++) formats[turn] = seen.formats[places[turn] ?? 0] ?? PLAIN;
    const odd = oddFormat(formats);
    if (odd !== undefined) worth -= odd === 0 ? COST.keyOdd : COST.otherOdd;
    if (isMuchLonger(seen.lengths, places)) worth -= COST.muchLonger;
    sets.worth[set] = worth;
  }
  return sets;
}

/** What can be compared among the options, each pair once. */
type Seen = {
  options: number;
  lengths: Float64Array;
  shared: Float64Array;
  /** Likenesses, row after row. */
  grams: Float64Array;
  vectors: Float64Array;
  formats: readonly Format[];
};

const lengthOf = ({ shape }: Profile) => shape.characters;

function likenesses(options: readonly Profile[], of: (one: Profile, other: Profile) => number): Float64Array {
  const size = options.length;
  const table = new Float64Array(size * size);
  for (const [row, one] of options.entries()) {
    for (let column = row + 1; column < size; column++) {
      const other = options[column];
      if (other === undefined) continue;
      const value = of(one, other);
      table[row * size + column] = value;
      table[column * size + row] = value;
    }
  }
  return table;
}

/** Values that are nearer than this are a tie. */
const TIE = 1e-9;

/** Chance that the option with the most (`sign` 1) or the least (-1) is the key, ties shared. */
function hitOfPlace(values: Float64Array, places: Uint8Array, sign: 1 | -1): number {
  const own = (values[0] ?? 0) * sign;
  let tied = 1;
  for (let turn = 1; turn < places.length; turn++) {
    const value = (values[places[turn] ?? 0] ?? 0) * sign;
    if (value > own + TIE) return 0;
    if (value >= own - TIE) tied++;
  }
  return 1 / tied;
}

/** Chance that the option that is most like all others is the key. */
function hitOfCentral(table: Float64Array, size: number, places: Uint8Array, sums: Float64Array): number {
  sums.fill(0);
  for (let turn = 0; turn < places.length; turn++) {
    const row = (places[turn] ?? 0) * size;
    for (let next = turn + 1; next < places.length; next++) {
      const value = table[row + (places[next] ?? 0)] ?? 0;
      sums[turn] = (sums[turn] ?? 0) + value;
      sums[next] = (sums[next] ?? 0) + value;
    }
  }
  const own = sums[0] ?? 0;
  let tied = 1;
  for (let turn = 1; turn < sums.length; turn++) {
    const value = sums[turn] ?? 0;
    if (value > own + TIE) return 0;
    if (value >= own - TIE) tied++;
  }
  return 1 / tied;
}

function isMuchLonger(lengths: Float64Array, places: Uint8Array): boolean {
  let longest = 0;
  for (let turn = 1; turn < places.length; turn++)
    longest = Math.max(longest, lengths[places[turn] ?? 0] ?? 0);
  return (lengths[0] ?? 0) >= MUCH_LONGER * longest;
}

const known = new Map<number, Uint8Array>();

/** All sets of `size` places below `count`, in order, one after the other; made once for each pair of numbers. */
function subsets(count: number, size: number): Uint8Array {
  const name = count * 256 + size;
  const had = known.get(name);
  if (had !== undefined) return had;
  const found: number[] = [];
  const open: number[][] = [[]];
  for (let set = open.pop(); set !== undefined; set = open.pop()) {
    if (set.length === size) found.push(...set);
    else for (let next = count - 1; next > (set.at(-1) ?? -1); next--) open.push([...set, next]);
  }
  const made = Uint8Array.from(found);
  known.set(name, made);
  return made;
}
