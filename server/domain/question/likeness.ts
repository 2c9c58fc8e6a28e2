import { contentStems } from "./text";

/** Share of common words from which two answers are taken for one. */
const SAME_WORDS = 0.7;

const NO_FRAME: ReadonlySet<string> = new Set();

/**
 * True when two descriptions say much the same: half of the shorter one's telling words, or two of them, are in both.
 * Words of the `frame` that a list repeats in every line do not count.
 */
export function areClose(a: string, b: string, frame = NO_FRAME): boolean {
  const telling = (text: string) => new Set(contentStems(text).filter((one) => !frame.has(one)));
  const stemsA = telling(a);
  const stemsB = telling(b);
  const shared = [...stemsB].filter((one) => stemsA.has(one)).length;
  return shared >= 2 || shared * 2 >= Math.max(1, Math.min(stemsA.size, stemsB.size));
}

/** True when two longer answers are made of nearly the same words, so that one may be the other said again. */
export function saysTheSame(a: string, b: string): boolean {
  const stemsA = new Set(contentStems(a));
  const stemsB = new Set(contentStems(b));
  if (Math.min(stemsA.size, stemsB.size) < 3) return false;
  const shared = [...stemsB].filter((one) => stemsA.has(one)).length;
  return shared / (stemsA.size + stemsB.size - shared) >= SAME_WORDS;
}

/** Share of the shorter text's telling words, and their least number, from which a vaguer text may be true of the same thing. */
const COVERED = 0.6;
const MIN_COVERED = 3;

/**
 * True when one description may be a vaguer version of the other: "a technique for regression and classification" is
 * true wherever "a method for regression and classification made of many trees" is.
 */
export function mayCover(a: string, b: string): boolean {
  const stemsA = new Set(contentStems(a));
  const stemsB = new Set(contentStems(b));
  const shared = [...stemsB].filter((one) => stemsA.has(one)).length;
  return shared >= MIN_COVERED && shared >= COVERED * Math.min(stemsA.size, stemsB.size);
}
