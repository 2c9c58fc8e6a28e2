import { setImmediate } from "node:timers/promises";

/** A live game on the same thread waits no longer than this for its turn, but for the length of a single step, ms. */
const TURN_MS = 8;

/** Carries out a long reckoning a few ms at a time. @returns what the steps return; @throws what they throw */
export async function inTurns<T>(steps: Generator<void, T, void>): Promise<T> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < TURN_MS) continue;
    await setImmediate();
    since = performance.now();
  }
}
