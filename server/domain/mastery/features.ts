import { MASTERY } from "./constants";
import type { PairMemory, PracticeMemory, StudentMemory } from "./memory";

type Decay = { tau: number; d: number };

const UNSEEN: readonly number[] = [1, 0, 0, 0, 0];

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

/** The five features of a (student, card) memory at `now` (seconds): constant, counts and last answer, faded. */
export function cardFeatures(pair: PairMemory, now: number): readonly number[] {
  if (pair.last === 0) return UNSEEN;
  const elapsed = since(pair.t, now);
  const f = decay(elapsed, MASTERY.forgetting);
  const r = decay(elapsed, MASTERY.recency);
  return [1, logOf(pair.c) * f, logOf(pair.i) * f, pair.last > 0 ? r : 0, pair.last < 0 ? r : 0];
}

/** The eleven features that a skill adds, in the order of `MASTERY.skill.weights`. `x`: the card's features. */
export function skillFeatures(
  student: StudentMemory,
  practice: PracticeMemory,
  x: readonly number[],
  now: number,
): readonly number[] {
  const r = practice.last === 0 ? 0 : decay(since(practice.t, now), MASTERY.skill.recency);
  return [
    1,
    logOf(practice.c),
    practice.last > 0 ? r : 0,
    practice.last < 0 ? r : 0,
    x === UNSEEN ? 1 : 0,
    student.quick,
    student.slow,
    x[1] ?? 0,
    x[2] ?? 0,
    x[3] ?? 0,
    x[4] ?? 0,
  ];
}
