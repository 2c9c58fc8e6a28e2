import type { DeckMastery } from "@/contract/mastery";
import { PROBIT } from "./constants";
import type { Memories, Weights } from "./memory";
import { newReasoning, reason } from "./predict";

/** A number that may be off by more than ±0.24 (two standard errors) is not one. */
const LARGEST_ERROR = 0.12;
/** Written over for every seat: a large class must not cost a heap of small arrays. */
const SHEET = newReasoning();
/** A belief nobody has tested is a prior, however sure. */
const LEAST_ANSWERS = 5;

/**
 * What share of a deck one student or a class knows at `now` (seconds). `cards`: one entry per card of the deck,
 * holding that card's memories of every student; the same students in the same order for each. The error is by the
 * delta method: abilities are shared by a student's cards, difficulties by a card's students, and knowing is a coin
 * for each. Null for no cards or no students.
 */
export function deckMastery(
  cards: readonly (readonly Memories[])[],
  weights: Weights,
  now: number,
): DeckMastery | null {
  const students = cards[0]?.length ?? 0;
  const seats = cards.length * students;
  if (seats === 0) return null;
  let known = 0;
  let answers = 0;
  let variance = 0;
  const perStudent = new Float64Array(students);
  for (const card of cards) {
    let perCard = 0;
    for (const [student, memories] of card.entries()) {
      const { k, variance: total, stretch } = reason(SHEET, memories, weights, now, 0);
      const slope = (stretch * k * (1 - k)) / Math.sqrt(1 + PROBIT * total);
      known += k;
      answers += memories.pair.c + memories.pair.i;
      perStudent[student] = (perStudent[student] ?? 0) + slope;
      perCard += slope;
      variance += slope * slope * memories.pair.v + k * (1 - k);
    }
    variance += perCard * perCard * (card[0]?.card.v ?? 0);
  }
  for (const [student, slope] of perStudent.entries()) {
    const own = cards[0]?.[student];
    if (own) variance += slope * slope * (own.student.v + own.deck.v);
  }
  const error = Math.sqrt(variance) / seats;
  return {
    known: known / seats,
    error,
    answers,
    enough: error <= LARGEST_ERROR && answers >= LEAST_ANSWERS,
  };
}
