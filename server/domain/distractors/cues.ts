import type { Profile } from "./lexicon";
import { dot } from "./lexicon";

/**
 * What a student who knows nothing can see in a set of options. Each cue gives the chance that a guess by it hits the key: 1 when the key
 * alone stands out, 1/n when n options tie, 0 otherwise. An honest set gives 1/(number of options) on average.
 */
export type CueHits = {
  longest: number;
  shortest: number;
  gramCentral: number;
  vectorCentral: number;
  promptWords: number;
};

/** Chance that the guess "the option with the most" hits option 0, ties shared. */
export function hitOfMost(values: readonly number[]): number {
  const most = Math.max(...values);
  const tied = values.filter((value) => value >= most - TIE).length;
  return (values[0] ?? 0) >= most - TIE ? 1 / tied : 0;
}
const TIE = 1e-9;

/** Cosine of two texts' character 3-gram counts, 0–1. */
export function gramLikeness(one: Profile, other: Profile): number {
  const [small, large] = one.grams.ids.length < other.grams.ids.length ? [one, other] : [other, one];
  const counts = new Map<number, number>();
  for (const [at, id] of small.grams.ids.entries()) counts.set(id, small.grams.counts[at] ?? 0);
  let sum = 0;
  for (const [at, id] of large.grams.ids.entries())
    sum += (counts.get(id) ?? 0) * (large.grams.counts[at] ?? 0);
  return sum / (sizeOf(one) * sizeOf(other));
}

function sizeOf(text: Profile): number {
  let square = 0;
  for (const count of text.grams.counts) square += count * count;
  return Math.sqrt(square) || 1;
}

/** Cosine of two texts' mean word vectors; 0 where a text has none. */
export function vectorLikeness(one: Profile, other: Profile): number {
  return one.mean && other.mean ? dot(one.mean, other.mean) : 0;
}

/** How many of the text's different words stand in the prompt. */
export function wordsInPrompt(text: Profile, prompt: Profile): number {
  const asked = new Set(prompt.stems.ids);
  let shared = 0;
  for (const id of text.stems.ids) if (asked.has(id)) shared++;
  return shared;
}

/** The visible form of an option in the ways that catch the eye. */
export function formatOf({ shape }: Profile): string[] {
  return [
    shape.capitals === "no-case" ? "none" : shape.capitals,
    /[.!?]/.test(shape.ending) ? "sentence" : "",
    shape.digits ? "digits" : "",
    shape.brackets ? "brackets" : "",
    shape.article ? "article" : "",
    shape.type === "code" || shape.type === "formula" ? "symbols" : "",
  ];
}

/**
 * The place of the one option that differs in some way of its form from all the others, which agree in it. Undefined when
 * there is none, or more than one.
 */
export function oddFormat(formats: readonly (readonly string[])[]): number | undefined {
  if (formats.length < 3) return undefined;
  const odd = new Set<number>();
  for (let way = 0; way < (formats[0]?.length ?? 0); way++) {
    const marks = formats.map((format) => format[way]);
    const [first, second, third] = marks;
    const common = first === second || first === third ? first : second;
    const others = marks.flatMap((mark, at) => (mark === common ? [] : [at]));
    if (others.length === 1 && others[0] !== undefined) odd.add(others[0]);
  }
  return odd.size === 1 ? [...odd][0] : undefined;
}

/** The key is at least this much longer than the longest other option: a cue by itself. */
export const MUCH_LONGER = 1.2;
