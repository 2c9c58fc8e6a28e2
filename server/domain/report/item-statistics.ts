import type { Interval } from "@/contract/analysis";
import { correlation, correlationError, mean, sum, wilson } from "./statistics";

/** 1 right, 0 wrong, null not asked (absent, late, another version). */
export type Score = 0 | 1 | null;

export type ItemStatistics = {
  /** Students who were asked. */
  n: number;
  /** Share right among them, 0–1, and its 95 % interval. */
  difficulty: number | null;
  interval: Interval | null;
  /** Correlation with the total, the item included. */
  pointBiserial: number | null;
  /** Correlation with the rest of the test: does the question tell who knows the rest? */
  correctedPointBiserial: number | null;
  correctedError: number | null;
};

/**
 * Statistics of every item of students × items, first attempts only. Where nothing is missing the total is the
 * sum of the row; where something is, it is the share right of what the student was asked, which then ranks alike.
 */
export function itemStatistics(rows: readonly (readonly Score[])[]): ItemStatistics[] {
  const totals = rows.map((row) => {
    const asked = row.filter((score) => score !== null);
    return { right: sum(asked), asked: asked.length };
  });
  const items = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: items }, (_, item) => {
    const scores: number[] = [];
    const whole: number[] = [];
    const own: number[] = [];
    const rest: number[] = [];
    for (const [student, row] of rows.entries()) {
      const score = row[item] ?? null;
      const total = totals[student];
      if (score === null || total === undefined) continue;
      scores.push(score);
      whole.push(total.right / total.asked);
      if (total.asked < 2) continue;
      own.push(score);
      rest.push((total.right - score) / (total.asked - 1));
    }
    const corrected = correlation(own, rest);
    return {
      n: scores.length,
      difficulty: mean(scores),
      interval: wilson(sum(scores), scores.length),
      pointBiserial: correlation(scores, whole),
      correctedPointBiserial: corrected,
      correctedError: corrected === null ? null : correlationError(corrected, own.length),
    };
  });
}
