import type { Interval } from "@/contract/analysis";

/** Small statistics, each returning null where the data cannot carry the number. */

/** 0 for no numbers. */
export const sum = (xs: readonly number[]): number => xs.reduce((total, x) => total + x, 0);

/** Null for no numbers. */
export const mean = (xs: readonly number[]): number | null => (xs.length === 0 ? null : sum(xs) / xs.length);

/** Variance around the mean: divided by n ("population") or by n − 1 ("sample"). Null with too few numbers. */
export function variance(xs: readonly number[], of: "population" | "sample"): number | null {
  const n = of === "sample" ? xs.length - 1 : xs.length;
  const centre = mean(xs);
  if (n < 1 || centre === null) return null;
  return sum(xs.map((x) => (x - centre) ** 2)) / n;
}

/** The middle number (mean of the two middle ones); null for none. */
export function median(xs: readonly number[]): number | null {
  const sorted = [...xs].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return mean(sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1));
}

/** Pearson's correlation of two equally long lists; null if one does not vary. Any variance convention cancels. */
export function correlation(xs: readonly number[], ys: readonly number[]): number | null {
  const mx = mean(xs);
  const my = mean(ys);
  if (mx === null || my === null || xs.length !== ys.length) return null;
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (const [n, x] of xs.entries()) {
    const dx = x - mx;
    const dy = (ys[n] ?? my) - my;
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xx === 0 || yy === 0 ? null : xy / Math.sqrt(xx * yy);
}

/** 97.5 % point of the normal distribution. */
export const Z95 = 1.959964;

/** Wilson's 95 % interval of a share, 0–1 (Wilson 1927); null for no observations. */
export function wilson(successes: number, n: number): Interval | null {
  if (n < 1) return null;
  const p = successes / n;
  const z2 = Z95 * Z95;
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z95 / (1 + z2 / n)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** Standard error of a correlation, (1 − r²)/√(n − 1); null under two observations. */
export const correlationError = (r: number, n: number): number | null =>
  n < 2 ? null : (1 - r * r) / Math.sqrt(n - 1);
