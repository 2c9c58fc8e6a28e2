import { type Random, shuffled } from "../random";

/** A number inside a text: what stands before it, its value, how it was written, and what follows. */
export type WrittenNumber = {
  before: string;
  value: number;
  decimals: number;
  grouped: string;
  after: string;
  isYear: boolean;
};

const WRITTEN = /^([^\d+−-]*[-+−]?)((?:\d{1,3}(?:[ ,.]\d{3})+|\d+)(?:[.,]\d+)?)([^\d]*)$/u;

/** Reads "c. 2,500,000 BCE", "96", "3.5 %", "1842"; undefined for a text with no number or with more than one. */
export function readNumber(text: string): WrittenNumber | undefined {
  const found = WRITTEN.exec(text.trim());
  const digits = found?.[2];
  if (found === null || digits === undefined) return undefined;
  const separator = /^\d{1,3}([ ,.])\d{3}(?:\1\d{3})*(?!\d)/.exec(digits)?.[1] ?? "";
  const isDecimalPoint = separator === "." && !/\.\d{3}\./.test(digits) && /^0/.test(digits);
  const grouped = isDecimalPoint ? "" : separator;
  const bare = (grouped === "" ? digits : digits.split(grouped).join("")).replace(",", ".");
  const decimals = bare.includes(".") ? bare.length - bare.indexOf(".") - 1 : 0;
  const value = Number(bare);
  if (!Number.isFinite(value) || digits.length > 15) return undefined;
  const after = found[3] ?? "";
  const isYear =
    decimals === 0 && grouped === "" && value >= 1000 && value <= 2100 && /^\s*(?:AD|CE)?$/i.test(after);
  return { before: found[1] ?? "", value, decimals, grouped, after, isYear };
}

/** A number in the writing of another one. */
export function writeNumber(value: number, like: WrittenNumber): string {
  const [whole = "", fraction] = value.toFixed(like.decimals).split(".");
  const grouped = like.grouped === "" ? whole : whole.replace(/\B(?=(\d{3})+$)/g, like.grouped);
  const point = like.grouped === "." ? "," : ".";
  return `${like.before}${grouped}${fraction === undefined ? "" : point + fraction}${like.after}`;
}

/**
 * Numbers near `of`, as written, of its own precision: `below` smaller and `above` larger ones, and where one side has too few,
 * more of the other. Fewer where there are none that make sense (nothing under zero, no share above 100 %).
 * `doubles` where sizes go up by doubling, so that another than a power of two would be seen to be wrong.
 */
export function nearNumbers(
  of: WrittenNumber,
  below: number,
  above: number,
  random: Random,
  doubles = false,
): string[] {
  const ceiling = /^\s*%/.test(of.after) && of.value <= 100 ? 100 : Number.POSITIVE_INFINITY;
  // "1 bytes", "1 log n": a one is not written so.
  const isCounted = /^\s?\p{L}/u.test(of.after) && of.value !== 1;
  const makesSense = (value: number) =>
    value >= 0 && value <= ceiling && (value !== 0 || of.value === 1) && !(value === 1 && isCounted);
  const { low, high } = neighbours(of, doubles);
  const [smaller, larger] = [low, high].map((values) =>
    shuffled([...new Set(values)].filter(makesSense), random),
  );
  const missing = { low: below - (smaller?.length ?? 0), high: above - (larger?.length ?? 0) };
  const taken = [
    ...(smaller ?? []).slice(0, below + Math.max(0, missing.high)),
    ...(larger ?? []).slice(0, above + Math.max(0, missing.low)),
  ];
  return [...new Set(taken.map((value) => writeNumber(value, of)))];
}

/** Far enough to be a difference that a class can know, near enough to be of the same time. */
const YEAR_STEPS = [4, 5, 7, 8, 10, 11, 13, 15, 18, 20, 22, 25, 30, 34, 40];
/** A later year may not have come yet when a card was written. */
const LATEST_YEAR = 2020;
/** From here on a power of two, and one less, is no accident. */
const DOUBLED = 64;

export function isPowerOfTwo(value: number): boolean {
  return value >= 2 && Number.isInteger(Math.log2(value));
}

function neighbours(of: WrittenNumber, doubles: boolean): { low: number[]; high: number[] } {
  const { value, decimals } = of;
  if (of.isYear) {
    const latest = Math.max(value, LATEST_YEAR);
    return {
      low: YEAR_STEPS.map((step) => value - step),
      high: YEAR_STEPS.map((step) => value + step).filter((year) => year <= latest),
    };
  }
  if (decimals === 0 && isPowerOfTwo(value) && (doubles || value >= DOUBLED)) return doublings(value, 0);
  // 255 and 65,535: the largest number of so many bits.
  if (decimals === 0 && isPowerOfTwo(value + 1) && value >= 2 * DOUBLED - 1) return doublings(value + 1, 1);
  const steps = scaleSteps(of);
  return { low: steps.map((step) => value - step), high: steps.map((step) => value + step) };
}

function doublings(power: number, less: number): { low: number[]; high: number[] } {
  return {
    low: [2, 4, 8]
      .map((share) => power / share)
      .filter((value) => value >= 1)
      .map((value) => value - less),
    high: [2, 4, 8].map((times) => power * times - less),
  };
}

/** Binary numbers as long as one, each with one or two of its digits turned. */
export function otherBits(text: string, random: Random): string[] {
  const turned = (at: number, digits: string) =>
    `${digits.slice(0, at)}${digits[at] === "0" ? "1" : "0"}${digits.slice(at + 1)}`;
  const places = Array.from({ length: text.length - 1 }, (_, place) => place + 1);
  const once = places.map((place) => turned(place, text));
  const twice = places.slice(1).map((place) => turned(place - 1 || 1, turned(place, text)));
  return shuffled(
    [...new Set([...once, ...twice])].filter((other) => other !== text),
    random,
  );
}

/** Steps that keep the number's roundness: 170 → 150, 200; 2,500,000 → 2,000,000; 15 → 10, 20; 24 → 12, 36. */
function scaleSteps(of: WrittenNumber): number[] {
  const { value, decimals } = of;
  if (value === 0) return [1, 2, 3].map((step) => step * 10 ** -decimals);
  const unit = roundness(value, decimals);
  if (value / unit <= 12) return [1, 2, 3].map((step) => step * unit);
  return [0.08, 0.12, 0.2, 0.25, 0.35, 0.5].map((share) =>
    Math.max(unit, Math.round((value * share) / unit) * unit),
  );
}

/** The largest power of ten that divides the number as written, or five of it, or half a dozen. */
function roundness(value: number, decimals: number): number {
  let unit = 10 ** -decimals;
  while (unit < value && Math.abs(value / (unit * 10) - Math.round(value / (unit * 10))) < 1e-9) unit *= 10;
  const times = Math.round(value / unit);
  // Hours and months come in dozens, and a 15 among 14 and 17 is the round one.
  if (unit === 1 && times % 12 === 0) return 6;
  return times > 5 && times % 5 === 0 ? unit * 5 : unit;
}
