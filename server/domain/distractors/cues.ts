import type { Profile } from "./lexicon";
import { dot } from "./lexicon";

/** Chance that the guess "the option with the most" hits option 0, ties shared. */
export function hitOfMost(values: readonly number[]): number {
  const own = values[0] ?? 0;
  let tied = 0;
  for (const value of values) {
    if (value > own + TIE) return 0;
    if (value >= own - TIE) tied++;
  }
  return 1 / tied;
}
const TIE = 1e-9;

/** Cosine of two texts' character 3-grams, 0–1. */
export function gramLikeness({ grams: one }: Profile, { grams: other }: Profile): number {
  let sum = 0;
  let there = 0;
  for (let here = 0; here < one.ids.length; here++) {
    const id = one.ids[here] ?? 0;
    while (there < other.ids.length && (other.ids[there] ?? 0) < id) there++;
    if (other.ids[there] === id) sum += (one.counts[here] ?? 0) * (other.counts[there] ?? 0);
  }
  return sum / (one.size * other.size || 1);
}

/** Cosine of two texts' mean word vectors; 0 where a text has none. */
export function vectorLikeness(one: Profile, other: Profile): number {
  return one.mean && other.mean ? dot(one.mean, other.mean) : 0;
}

/** How many of the text's different words stand in the prompt. */
export function wordsInPrompt(text: Profile, prompt: Profile): number {
  let shared = 0;
  for (const id of text.stems.ids) if (prompt.stems.ids.includes(id)) shared++;
  return shared;
}

/** The form of an option in the ways that catch the eye, each as a small number. */
export type Format = readonly number[];

const CAPITALS = { none: 0, "no-case": 0, first: 1, title: 2, all: 3 };

/** Reads the form off an option's shape: capitals, end of sentence, digits, brackets, article, code. */
export function formatOf({ shape }: Profile): Format {
  return [
    CAPITALS[shape.capitals],
    Number(/[.!?]/.test(shape.ending)),
    Number(shape.digits),
    Number(shape.brackets),
    Number(shape.article !== ""),
    Number(shape.type === "code" || shape.type === "formula"),
  ];
}
export const PLAIN: Format = [0, 0, 0, 0, 0, 0];

/**
 * The place of the one option that differs in some way of its form from all the others, which agree in it. Undefined when
 * there is none, or more than one.
 */
export function oddFormat(formats: readonly Format[]): number | undefined {
  if (formats.length < 3) return undefined;
  let odd: number | undefined;
  for (let way = 0; way < PLAIN.length; way++) {
    const first = formats[0]?.[way];
    const common = first === formats[1]?.[way] || first === formats[2]?.[way] ? first : formats[1]?.[way];
    let others = 0;
    let last = 0;
    for (let at = 0; at < formats.length; at++) {
      if (formats[at]?.[way] === common) continue;
      others++;
      last = at;
    }
    if (others !== 1 || last === odd) continue;
    if (odd !== undefined) return undefined;
    odd = last;
  }
  return odd;
}

/** The key is at least this much longer than the longest other option: a cue by itself. */
export const MUCH_LONGER = 1.2;
