import { ENOUGH_STUDENTS, type Interval } from "@/contract/analysis";
import { mean, sum, variance } from "./statistics";

/** How far a test's total can be trusted. */
export type Reliability = {
  students: number;
  items: number;
  /** KR-20 = α for right/wrong items; can be negative; null when the totals do not vary. */
  kr20: number | null;
  /** Standard error and 95 % interval of KR-20 (Bonett 2002). */
  kr20Error: number | null;
  kr20Interval: Interval | null;
  meanTotal: number | null;
  /** Standard deviation of the totals, divided by n − 1. */
  sdTotal: number | null;
  /** Standard error of measurement in points of the total: SD·√(1 − KR-20). */
  sem: number | null;
  provisional: boolean;
};

/**
 * Reliability of students × items of 0 and 1, every student having answered every item.
 * KR-20 = K/(K−1)·(1 − Σpq/σ²) with pq and σ² both divided by n (Kuder & Richardson 1937): only then is it
 * α, where the convention cancels. The SD that is shown, and the SEM made of it, divide by n − 1.
 */
export function reliability(rows: readonly (readonly number[])[]): Reliability {
  const students = rows.length;
  const items = rows[0]?.length ?? 0;
  const totals = rows.map(sum);
  const spread = variance(totals, "population");
  const sample = variance(totals, "sample");
  const sdTotal = sample === null ? null : Math.sqrt(sample);
  const within = sum(
    Array.from({ length: items }, (_, item) => {
      const p = sum(rows.map((row) => row[item] ?? 0)) / students;
      return p * (1 - p);
    }),
  );
  const kr20 = spread && items > 1 ? (items / (items - 1)) * (1 - within / spread) : null;
  const shown = {
    students,
    items,
    meanTotal: mean(totals),
    sdTotal,
    provisional: students < ENOUGH_STUDENTS,
  };
  if (kr20 === null || sdTotal === null)
    return { ...shown, kr20: null, kr20Error: null, kr20Interval: null, sem: null };
  const logError = students > 2 ? Math.sqrt((2 * items) / ((items - 1) * (students - 2))) : null;
  return {
    ...shown,
    kr20,
    kr20Error: logError === null ? null : (1 - kr20) * logError,
    kr20Interval:
      logError === null
        ? null
        : {
            low: 1 - (1 - kr20) * Math.exp(1.96 * logError),
            high: 1 - (1 - kr20) * Math.exp(-1.96 * logError),
          },
    sem: sdTotal * Math.sqrt(Math.max(0, 1 - kr20)),
  };
}

/**
 * Cronbach's α from covariances, variances divided by n − 1: for 0/1 items the same number as KR-20, reached
 * by another road, so that the two check each other.
 */
export function alpha(rows: readonly (readonly number[])[]): number | null {
  const items = rows[0]?.length ?? 0;
  const total = variance(rows.map(sum), "sample");
  if (!total || items < 2) return null;
  const parts = Array.from({ length: items }, (_, item) =>
    variance(
      rows.map((row) => row[item] ?? 0),
      "sample",
    ),
  );
  return (items / (items - 1)) * (1 - sum(parts.map((part) => part ?? 0)) / total);
}
