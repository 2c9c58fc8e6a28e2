import { drawIndex, type Random } from "../random";

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
 * Numbers near `of`, as written, of its own precision: `below` smaller and `above` larger ones. Fewer where there are
 * none that make sense (nothing under zero, no share above 100 %).
 */
export function nearNumbers(of: WrittenNumber, below: number, above: number, random: Random): string[] {
  const steps = of.isYear ? YEAR_STEPS : scaleSteps(of);
  const ceiling = /^\s*%/.test(of.after) && of.value <= 100 ? 100 : Number.POSITIVE_INFINITY;
  const found = { low: new Set<string>(), high: new Set<string>() };
  for (let tries = 0; tries < 60; tries++) {
    const wantsLow = found.low.size < below && (tries % 2 === 0 || found.high.size >= above);
    const step = steps[drawIndex(steps.length, random)] ?? 1;
    const value = of.value + (wantsLow ? -step : step);
    if (value < 0 || value > ceiling || (value === 0 && of.value !== 1)) continue;
    const text = writeNumber(value, of);
    if (wantsLow) found.low.add(text);
    else if (found.high.size < above) found.high.add(text);
    if (found.low.size >= below && found.high.size >= above) break;
  }
  return [...found.low, ...found.high];
}

/** Far enough to be a difference that a class can know, near enough to be of the same time. */
const YEAR_STEPS = [4, 5, 7, 8, 10, 11, 13, 15, 18, 20, 22, 25, 30, 34, 40];

/** Steps that keep the number's roundness: 175 → 150, 200; 2,500,000 → 2,000,000; 65,536 → 32,768 and 131,072. */
function scaleSteps(of: WrittenNumber): number[] {
  const { value, decimals } = of;
  if (value === 0) return [1, 2, 3].map((step) => step * 10 ** -decimals);
  if (decimals === 0 && value >= 64 && Number.isInteger(Math.log2(value)))
    return [value / 2, value / 4, value, value * 3];
  const unit = roundness(value, decimals);
  if (value / unit <= 12) return [1, 2, 3].map((step) => step * unit);
  return [0.08, 0.12, 0.2, 0.25, 0.35, 0.5].map((share) =>
    Math.max(unit, Math.round((value * share) / unit) * unit),
  );
}

/** The largest power of ten that divides the number as written. */
function roundness(value: number, decimals: number): number {
  let unit = 10 ** -decimals;
  while (unit < value && Math.abs(value / (unit * 10) - Math.round(value / (unit * 10))) < 1e-9) unit *= 10;
  return unit;
}
