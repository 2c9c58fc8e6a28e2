/** Milliseconds, two decimals. */
export type Spread = { p50: number; p95: number; p99: number; max: number };

/** The value below which the share `q` (0–1) of the sorted values lies; nearest rank. */
function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN;
}

/** Rounded to so many decimals. */
export const rounded = (value: number, digits = 2) => Math.round(value * 10 ** digits) / 10 ** digits;

/** NaN throughout for no values. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (q: number) => rounded(quantile(sorted, q));
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

/** Of an even number the mean of the two in the middle; NaN for no values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

/** Figures of equal shape, field by field their median. */
export function medianOf<T extends object>(all: readonly T[]): T {
  const [first] = all;
  if (!first) throw new Error("There is nothing to take a median of.");
  const entries = Object.entries(first).map(([key, value]) => {
    const column = all.map((figures) => (figures as Record<string, unknown>)[key]);
    if (typeof value === "number") return [key, rounded(median(column as number[]), 3)];
    if (typeof value === "object" && value !== null) return [key, medianOf(column as object[])];
    return [key, value];
  });
  return Object.fromEntries(entries) as T;
}
