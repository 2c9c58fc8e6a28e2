import type { Award } from "@/contract/events";
import type { ScoringMode } from "@/contract/settings";

/** Points for a right answer before any bonus. Being slow is not being wrong: it is the larger part in every mode. */
export const CORRECT_POINTS = 1000;
/** Most that speed can add in `accuracy-first`. */
export const SPEED_BONUS = 500;
/** Added per right answer in a row before this one, in `streak`, up to the cap. */
export const STREAK_STEP = 100;
export const STREAK_CAP = 500;

export type Scored = { points: number; award: Award };

/**
 * The points formula.
 *
 * - `accuracy`: 1000.
 * - `accuracy-first`: 1000 + 500·(1 − t/T).
 * - `speed`: 1000·(1 − t/2T), the classic of the field.
 * - `streak`: 1000 + 100 per right answer in a row before this one, at most 500.
 *
 * t is the time taken and T the timer, both ms; without a timer speed earns nothing and costs nothing. A wrong
 * answer has 0 points in every mode. The multiplier (0, 1 or 2) applies to the whole.
 */
export function score(input: {
  mode: ScoringMode;
  correct: boolean;
  takenMs: number;
  timerMs: number | null;
  streakBefore: number;
  multiplier: 0 | 1 | 2;
}): Scored {
  const { mode, correct, multiplier } = input;
  if (!correct) return { points: 0, award: { base: 0, speed: 0, streak: 0, multiplier } };
  const spent = input.timerMs === null ? null : Math.min(1, Math.max(0, input.takenMs / input.timerMs));
  const award: Award = { base: CORRECT_POINTS, speed: 0, streak: 0, multiplier };
  if (mode === "accuracy-first" && spent !== null) award.speed = Math.round(SPEED_BONUS * (1 - spent));
  if (mode === "speed" && spent !== null) {
    award.speed = Math.round((CORRECT_POINTS / 2) * (1 - spent));
    award.base = CORRECT_POINTS / 2;
  }
  if (mode === "streak") award.streak = Math.min(STREAK_CAP, STREAK_STEP * input.streakBefore);
  return { points: (award.base + award.speed + award.streak) * multiplier, award };
}
