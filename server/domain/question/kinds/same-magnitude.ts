import type { Candidate } from "#server/domain/distractors/types";
import { drawIndex, type Random, shuffled } from "../../random";
import { isPowerOfTwo, nearNumbers, otherBits, readNumber } from "../magnitude";
import { madeFromKey } from "./made-from-key";

/** A number of the deck whose value is further off than this factor gives itself away. */
const MAX_FACTOR = 2.5;
const YEAR_WINDOW = 60;
/** Small counts may differ by this much whatever the factor. */
const SMALL_WINDOW = 12;

/**
 * Three numbers beside the key, of the deck where it has near ones, else made from the key. How many are smaller is
 * drawn first, so that the key is the smallest, the largest or in between equally often.
 */
export function ofSameMagnitude(
  key: string,
  fromDeck: readonly Candidate[],
  random: Random,
  doubles = false,
): Candidate[] {
  const read = readNumber(key);
  if (read === undefined) return [];
  const isDoubled = doubles && isPowerOfTwo(read.value);
  const own = isDoubled ? { ...read, isYear: false } : read;
  const window = own.isYear ? YEAR_WINDOW : Math.max(SMALL_WINDOW, 0);
  const kin = shuffled(fromDeck, random).flatMap((candidate) => {
    const other = readNumber(candidate.text);
    if (other === undefined || other.value === own.value || other.after.trim() !== own.after.trim())
      return [];
    if (isDoubled && !isPowerOfTwo(other.value)) return [];
    const gap = Math.abs(other.value - own.value);
    const factor = Math.max(other.value, own.value) / Math.max(1e-9, Math.min(other.value, own.value));
    if (gap > window && (own.isYear || factor > MAX_FACTOR)) return [];
    return [{ candidate, value: other.value }];
  });
  const below = drawIndex(4, random);
  const above = 3 - below;
  const smaller = kin.filter(({ value }) => value < own.value).slice(0, below);
  const larger = kin.filter(({ value }) => value > own.value).slice(0, above);
  const found = [...smaller, ...larger].map(({ candidate }) => candidate);
  const near = nearNumbers(own, below - smaller.length, above - larger.length, random, isDoubled)
    .filter((text) => found.every((candidate) => candidate.text !== text))
    .map(madeFromKey);
  return [...found, ...near];
}

const NUMBERS = /\d+(?:[.,]\d+)*/g;
const FRACTIONS = ["1/2", "1/3", "1/4", "1/5", "1/6", "1/8", "2/3", "3/4"];
const SHARES = ["0", "0.25", "0.5", "0.75", "1"];

/** Versions of what is written with numbers but is not one: "4x6" beside "6x4" and "4x5", "1/4" beside "1/3"; none for words alone. */
export function ofSameFrame(key: string, fromDeck: readonly Candidate[], random: Random): Candidate[] {
  const frame = frameOf(key);
  if (!frame.includes("#")) return [];
  const kin = fromDeck.filter((candidate) => frameOf(candidate.text) === frame);
  const found: readonly string[] = key.match(NUMBERS) ?? [];
  const written = (numbers: readonly string[]) => {
    let place = 0;
    return key.replace(NUMBERS, () => numbers[place++] ?? "");
  };
  const versions = FRACTIONS.includes(key)
    ? FRACTIONS
    : [
        written([...found].reverse()),
        ...found.flatMap((number, at) =>
          [-2, -1, 1, 2]
            .map((step) => Number(number) + step)
            .filter((value) => Number.isInteger(value) && value > 0)
            .map((value) => written(found.with(at, `${value}`))),
        ),
      ];
  const others = shuffled(
    [...new Set(versions)].filter((text) => text !== key),
    random,
  );
  return [...kin, ...others.slice(0, MAX_VERSIONS).map(madeFromKey)];
}

const MAX_VERSIONS = 5;

function frameOf(text: string): string {
  return text.replace(NUMBERS, "#").toLowerCase();
}

/** Numbers of as many binary digits. */
export function ofSameBits(key: string, random: Random): Candidate[] {
  return otherBits(key, random).slice(0, MAX_VERSIONS).map(madeFromKey);
}

/** What may be a chance beside one, in its own writing: never more than 1. */
export function ofChances(key: string, random: Random): Candidate[] {
  const all = key.includes("/") ? ["0", ...FRACTIONS, "1"] : SHARES;
  return shuffled(
    all.filter((text) => text !== key),
    random,
  ).map(madeFromKey);
}
