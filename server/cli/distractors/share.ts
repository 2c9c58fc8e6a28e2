/** The mean of a list; 0 for an empty one. */
export function mean(values: readonly number[]): number {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
}

/** A share of 0–1 in per cent with one decimal. */
export function percent(share: number): number {
  return Math.round(share * 1000) / 10;
}
