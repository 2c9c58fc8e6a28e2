import type { Weights } from "../memory";
import { knowledgeAt } from "../predict";
import type { Askable } from "./request";

/** Under this probability we say that a student does not know a card, or will not. */
const KNOWN = 0.5;

/**
 * Why a useful card is useful, in one line: the largest group among the students present who never met it,
 * do not know it, or will have forgotten it at the horizon.
 */
export function whyUseful({ seats }: Askable, weights: Weights, now: number, horizon: number): string {
  const of = seats.length;
  const known = knowledgeAt(weights, now);
  const later = knowledgeAt(weights, now + horizon);
  let unmet = 0;
  let unknown = 0;
  let fading = 0;
  for (const seat of seats) {
    if (seat.pair.last === 0) unmet++;
    else if (known(seat) < KNOWN) unknown++;
    else if (later(seat) < KNOWN) fading++;
  }
  const largest = Math.max(unmet, unknown, fading);
  if (largest === 0) return "The class knows this; it keeps it fresh";
  if (largest === fading) return `${fading} of ${of} are about to forget this`;
  if (largest === unknown) return `${unknown} of ${of} do not know this yet`;
  return `New to ${unmet} of ${of}`;
}
