import { type Shape, shapeOf } from "./shape";
import { stemmerFor } from "./stem";
import { fold, plain, readable, trigrams, withoutMarkup, words } from "./text";
import type { Vectors } from "./types";

/** Counted things (3-grams, stems) by their number in the lexicon, in the order of the numbers; `size` is the length of the counts as a vector. */
export type Counts = { ids: Int32Array; counts: Float32Array; size: number };

/** A word with a vector: its number, so that likenesses to it are computed once for a whole pool. */
export type KnownWord = { id: number; vector: Float32Array; rank: number; weight: number };

/** What the ranker knows of a text by itself. */
export type Profile = {
  text: string;
  folded: string;
  shape: Shape;
  grams: Counts;
  stems: Counts;
  /** Stems in order. */
  order: Int32Array;
  known: readonly KnownWord[];
  /** Share of its words that have a vector, 0–1. */
  coverage: number;
  /** Mean of its word vectors, rare words weighing more, at length 1; absent when no word is known. */
  mean: Float32Array | undefined;
  /** Mean logarithm of the frequency ranks of its words; words without a vector count as rarer than all others. */
  rarity: number;
};

/** A number for each counted thing: in how many texts it stands, and its weight in one of them. */
export type Tables = { documents: Int32Array; dense: Float32Array };

const tablesOf = (size: number): Tables => ({
  documents: new Int32Array(size),
  dense: new Float32Array(size),
});

/** Zeroed tables for `size` things; new ones, twice as large, only when these are too small: every question needs them. */
function cleared(tables: Tables, size: number): Tables {
  if (tables.documents.length < size) return tablesOf(size * 2);
  tables.documents.fill(0, 0, size);
  tables.dense.fill(0, 0, size);
  return tables;
}

/** Words in the table, as a rank for those that are not. */
const UNKNOWN_RANK = 150_000;
/** Smooth inverse frequency (Arora, Liang, Ma 2017) with ranks for frequencies, by Zipf's law. */
const FREQUENT = 200;
/** Words of a long text that are compared one by one; the first ones carry the answer's kind. */
const MAX_KNOWN = 16;
/** About 30 MB at most; a full lexicon starts afresh between two requests. */
const MAX_TEXTS = 6_000;

/** Makes profiles and remembers them: a deck asks for the same texts again with every card. */
export class Lexicon {
  private readonly profiles = new Map<string, Profile>();
  private readonly gramIds = new Map<string, number>();
  private readonly stemIds = new Map<string, number>();
  private readonly knownWords = new Map<string, KnownWord | undefined>();
  private grams = tablesOf(0);
  private stems = tablesOf(0);

  constructor(
    private readonly language: string,
    private readonly vectors: Vectors | undefined,
  ) {}

  get full(): boolean {
    return this.profiles.size >= MAX_TEXTS;
  }
  /** Tables for all 3-grams seen so far, zeroed; the ones lent before are the same ones. */
  gramTables(): Tables {
    this.grams = cleared(this.grams, this.gramIds.size);
    return this.grams;
  }
  /** Tables for all stems seen so far, as above. */
  stemTables(): Tables {
    this.stems = cleared(this.stems, this.stemIds.size);
    return this.stems;
  }

  profile(raw: string): Profile {
    const had = this.profiles.get(raw);
    if (had) return had;
    const text = withoutMarkup(readable(raw));
    const folded = fold(text);
    const list = words(folded);
    const stem = stemmerFor(this.language);
    const stems = list.map((word) => number(this.stemIds, stem(word)));
    const known: KnownWord[] = [];
    let logRanks = 0;
    const spoken = this.vectors ? words(plain(text)) : [];
    for (const word of spoken) {
      const found = this.word(word);
      logRanks += Math.log((found?.rank ?? UNKNOWN_RANK) + 1);
      if (found) known.push(found);
    }
    const made: Profile = {
      text,
      folded,
      shape: shapeOf(text, folded),
      grams: counted(trigrams(folded), (gram) => number(this.gramIds, gram)),
      stems: counted(tally(stems), (id) => id),
      order: Int32Array.from(stems),
      known:
        known.length > MAX_KNOWN ? [...known].sort((a, b) => b.weight - a.weight).slice(0, MAX_KNOWN) : known,
      coverage: spoken.length > 0 ? known.length / spoken.length : 0,
      mean: meanOf(known),
      rarity: spoken.length > 0 ? logRanks / spoken.length : 0,
    };
    this.profiles.set(raw, made);
    return made;
  }

  /** What the vectors know of a word in lower case; undefined for one without a vector. */
  word(word: string): KnownWord | undefined {
    if (this.knownWords.has(word)) return this.knownWords.get(word);
    const form = [word, fold(word), word.replace(/'s?$/, "")].find(
      (item) => this.vectors?.rank(item) !== undefined,
    );
    const vector = form === undefined ? undefined : this.vectors?.vector(form);
    const rank = form === undefined ? undefined : this.vectors?.rank(form);
    const made =
      vector && rank !== undefined
        ? { id: this.knownWords.size, vector, rank, weight: rank / (rank + FREQUENT) + 0.02 }
        : undefined;
    this.knownWords.set(word, made);
    return made;
  }
}

function number(ids: Map<string, number>, item: string): number {
  const had = ids.get(item);
  if (had !== undefined) return had;
  ids.set(item, ids.size);
  return ids.size - 1;
}

function tally(items: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function counted<T>(counts: Map<T, number>, idOf: (item: T) => number): Counts {
  const byId = [...counts].map(([item, count]) => ({ id: idOf(item), count }));
  byId.sort((one, other) => one.id - other.id);
  const values = Float32Array.from(byId, ({ count }) => 1 + Math.log(count));
  let square = 0;
  for (const value of values) square += value * value;
  return { ids: Int32Array.from(byId, ({ id }) => id), counts: values, size: Math.sqrt(square) };
}

function meanOf(known: readonly KnownWord[]): Float32Array | undefined {
  const [first] = known;
  if (!first) return undefined;
  const mean = new Float32Array(first.vector.length);
  for (const { vector, weight } of known) {
    for (let at = 0; at < mean.length; at++) mean[at] = (mean[at] ?? 0) + weight * (vector[at] ?? 0);
  }
  return toUnit(mean);
}

/** The vector scaled in place to length 1; a zero vector stays as it is. */
export function toUnit(vector: Float32Array): Float32Array {
  let square = 0;
  for (const value of vector) square += value * value;
  const scale = 1 / (Math.sqrt(square) || 1);
  for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] ?? 0) * scale;
  return vector;
}

/** Inner product of two vectors of equal length. */
export function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}
