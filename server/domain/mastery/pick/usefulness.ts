import { freshness } from "../features";
import type { Memories, Weights } from "../memory";
import { knowledgeAt } from "../predict";

/** What a class is asked for: `now`, and when it should know it, `horizon` seconds later. */
type Moment = { weights: Weights; now: number; horizon: number };

/** Half the worth of asking is back this many seconds after the last asking: spacing beats cramming. */
const SPACING = 3 * 86_400;
/** How ready for learning a card is that is not known at all: as published, and as tuned together with spacing. */
const READY = { published: 0.2, spaced: 0.3 };

/**
 * U: how much a class gains when a card is asked now, read at the horizon. Each student weighs in with
 * (1 − k)(k + 0.2), the room for learning times the readiness for it, less for a card often asked and not at all
 * for one just answered. `seats`: this card's memories of the students present.
 */
export function usefulness(seats: readonly Memories[], moment: Moment): number {
  const known = knowledgeAt(moment.weights, moment.now + moment.horizon);
  return average(seats, (seat) => worth(seat, known(seat), READY.published, moment.now));
}

/**
 * U with spacing: a card answered Δ seconds ago counts Δ/(Δ + 3 days) of its worth, one never answered all of it.
 * In simulated classes this remembers more than U alone; docs/engineering/mastery.md has the figures.
 */
export function spacedUsefulness(seats: readonly Memories[], moment: Moment): number {
  const known = knowledgeAt(moment.weights, moment.now + moment.horizon);
  return average(seats, (seat) => {
    const { last, t } = seat.pair;
    const elapsed = Math.max(0, moment.now - t);
    return (
      worth(seat, known(seat), READY.spaced, moment.now) * (last === 0 ? 1 : elapsed / (elapsed + SPACING))
    );
  });
}

function worth({ pair }: Memories, k: number, ready: number, now: number): number {
  return (((1 - k) * (k + ready)) / (1 + pair.c + pair.i)) * (1 - freshness(pair, now)) ** 2;
}

function average(seats: readonly Memories[], of: (seat: Memories) => number): number {
  let sum = 0;
  for (const seat of seats) sum += of(seat);
  return seats.length === 0 ? 0 : sum / seats.length;
}
