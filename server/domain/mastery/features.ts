import { MASTERY } from "./constants";
import type { PairMemory, PracticeMemory, StudentMemory } from "./memory";

type Decay = { tau: number; d: number };

/** (1 + Δ/τ)^-d, the share of a memory that is left after Δ seconds. A square root is much faster than a power. */
const decay = (elapsed: number, { tau, d }: Decay) =>
  d === 0.5 ? 1 / Math.sqrt(1 + elapsed / tau) : Math.exp(-d * Math.log(1 + elapsed / tau));

/** ln(1 + n) of the counts that are common, because it is asked for at every seat. */
const LOGS = Float64Array.from({ length: 64 }, (_, n) => Math.log(1 + n));
const logOf = (n: number): number => LOGS[n] ?? Math.log(1 + n);

/** A clock that was set back must not make a memory younger than new. */
const since = (t: number, now: number) => Math.max(0, now - t);

/** The share of the last answer's freshness that is left at `now`, 0–1; 0 if the card was never answered. */
export const freshness = (pair: PairMemory, now: number): number =>
  pair.last === 0 ? 0 : decay(since(pair.t, now), MASTERY.recency);

/**
 * Writes the five features of a (student, card) memory at `now` (seconds) into `x`: constant, counts and last
 * answer, faded.
 */
export function cardFeatures(x: Float64Array, pair: PairMemory, now: number): void {
  const elapsed = since(pair.t, now);
  const f = pair.last === 0 ? 0 : decay(elapsed, MASTERY.forgetting);
  const r = pair.last === 0 ? 0 : decay(elapsed, MASTERY.recency);
  x[0] = 1;
  x[1] = logOf(pair.c) * f;
  x[2] = logOf(pair.i) * f;
  x[3] = pair.last > 0 ? r : 0;
  x[4] = pair.last < 0 ? r : 0;
}

/** Writes the thirteen features that a skill adds into `y`, in the order of `MASTERY.skill.weights`. */
export function skillFeatures(
  y: Float64Array,
  student: StudentMemory,
  pair: PairMemory,
  practice: PracticeMemory,
  x: Float64Array,
  now: number,
): void {
  const r = practice.last === 0 ? 0 : decay(since(practice.t, now), MASTERY.skill.recency);
  y[0] = 1;
  y[1] = logOf(practice.c);
  y[2] = practice.last > 0 ? r : 0;
  y[3] = practice.last < 0 ? r : 0;
  y[4] = pair.last === 0 ? 1 : 0;
  y[5] = student.quick;
  y[6] = student.slow;
  for (let j = 1; j < x.length; j++) y[6 + j] = x[j] ?? 0;
  const hour = pair.last === 0 ? 0 : decay(since(pair.t, now), MASTERY.skill.hour);
  y[11] = pair.last > 0 ? hour : 0;
  y[12] = pair.last < 0 ? hour : 0;
}
