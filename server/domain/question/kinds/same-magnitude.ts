import type { Candidate } from "#server/domain/distractors/types";
import { drawIndex, type Random, shuffled } from "../../random";
import { nearNumbers, readNumber } from "../magnitude";

/** A number of the deck whose value is further off than this factor gives itself away. */
const MAX_FACTOR = 2.5;
const YEAR_WINDOW = 60;
/** Small counts may differ by this much whatever the factor. */
const SMALL_WINDOW = 12;

/**
 * Three numbers beside the key, of the deck where it has near ones, else made from the key. How many are smaller is
 * drawn first, so that the key is the smallest, the largest or in between equally often.
 */
export function ofSameMagnitude(key: string, fromDeck: readonly Candidate[], random: Random): Candidate[] {
  const own = readNumber(key);
  if (own === undefined) return [];
  const window = own.isYear ? YEAR_WINDOW : Math.max(SMALL_WINDOW, 0);
  const near = shuffled(fromDeck, random).flatMap((candidate) => {
    const other = readNumber(candidate.text);
    if (other === undefined || other.value === own.value || other.after.trim() !== own.after.trim())
      return [];
    const gap = Math.abs(other.value - own.value);
    const factor = Math.max(other.value, own.value) / Math.max(1e-9, Math.min(other.value, own.value));
    if (gap > window && (own.isYear || factor > MAX_FACTOR)) return [];
    return [{ candidate, value: other.value }];
  });
  const below = drawIndex(4, random);
  const above = 3 - below;
  const smaller = near.filter(({ value }) => value < own.value).slice(0, below);
  const larger = near.filter(({ value }) => value > own.value).slice(0, above);
  const found = [...smaller, ...larger].map(({ candidate }) => candidate);
  const made = nearNumbers(own, below - smaller.length, above - larger.length, random)
    .filter((text) => found.every((candidate) => candidate.text !== text))
    .map((text): Candidate => ({ text, origin: "perturbation", source: "made from the key" }));
  return [...found, ...made];
}
