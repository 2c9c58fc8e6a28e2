import { MASTERY } from "./constants";
import type { StudentMemory } from "./memory";

const { llr, mean, centring, maxN } = MASTERY.confidence;

/**
 * The odds that a rating multiplies "knew it" with. A rating (1–5) is read against the student's own habit:
 * moved by a share of their mean's distance from the usual 3.3, then read off the table between its entries.
 */
export function confidenceOdds(student: StudentMemory, rating: number): number {
  const read = Math.min(5, Math.max(1, rating - centring * (student.confMean - mean)));
  const below = Math.min(4, Math.floor(read));
  const low = llr[below - 1] ?? 0;
  const high = llr[below] ?? 0;
  return Math.exp(low + (read - below) * (high - low));
}

/** Counts a rating (1–5) into the student's habit; an old habit is forgotten beyond 40 ratings. */
export function rememberConfidence(student: StudentMemory, rating: number): void {
  student.confN = Math.min(student.confN + 1, maxN);
  student.confMean += (rating - student.confMean) / student.confN;
}
