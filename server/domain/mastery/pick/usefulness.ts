import { freshness } from "../features";
import type { Memories, Weights } from "../memory";
import { knowsIn } from "../predict";

/**
 * U: how much a class gains when a card is asked at `now` (seconds), read `horizon` seconds later. Each
 * student weighs in with (1 − k)(k + 0.2), the room for learning times the readiness for it, less for a card
 * often asked and not at all for one just answered. `seats`: this card's memories of the students present.
 */
export function usefulness(
  seats: readonly Memories[],
  weights: Weights,
  now: number,
  horizon: number,
): number {
  let sum = 0;
  for (const seat of seats) {
    const k = knowsIn(seat, weights, now, horizon);
    const asked = seat.pair.c + seat.pair.i;
    sum += (((1 - k) * (k + 0.2)) / (1 + asked)) * (1 - freshness(seat.pair, now)) ** 2;
  }
  return seats.length === 0 ? 0 : sum / seats.length;
}
