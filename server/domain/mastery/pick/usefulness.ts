import { freshness } from "../features";
import type { Memories, Weights } from "../memory";
import { knowsIn } from "../predict";

/** What a class is asked for: `now`, and when it should know it, `horizon` seconds later. */
type Moment = { weights: Weights; now: number; horizon: number };

/** Half the worth of asking is back this many seconds after the last asking: spacing beats cramming. */
const SPACING = 3 * 86_400;

/**
 * U: how much a class gains when a card is asked now, read at the horizon. Each student weighs in with
 * (1 − k)(k + 0.2), the room for learning times the readiness for it, less for a card often asked and not at all
 * for one just answered. `seats`: this card's memories of the students present.
 */
export const usefulness = (seats: readonly Memories[], moment: Moment): number =>
  average(seats, (seat) => worth(seat, moment));

/**
 * U with spacing: a card answered Δ seconds ago counts Δ/(Δ + 3 days) of its worth, one never answered all of it.
 * In simulated classes this remembers more than U alone; docs/engineering/mastery.md has the figures.
 */
export const spacedUsefulness = (seats: readonly Memories[], moment: Moment): number =>
  average(seats, (seat) => {
    const { last, t } = seat.pair;
    const elapsed = Math.max(0, moment.now - t);
    return worth(seat, moment) * (last === 0 ? 1 : elapsed / (elapsed + SPACING));
  });

function worth(seat: Memories, { weights, now, horizon }: Moment): number {
  const k = knowsIn(seat, weights, now, horizon);
  const asked = seat.pair.c + seat.pair.i;
  return (((1 - k) * (k + 0.2)) / (1 + asked)) * (1 - freshness(seat.pair, now)) ** 2;
}

function average(seats: readonly Memories[], of: (seat: Memories) => number): number {
  let sum = 0;
  for (const seat of seats) sum += of(seat);
  return seats.length === 0 ? 0 : sum / seats.length;
}
