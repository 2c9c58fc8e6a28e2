import type { Memories, Weights } from "#server/domain/mastery/memory";
import { pickNext } from "#server/domain/mastery/pick/pick-next";
import type { AskedRound } from "#server/domain/mastery/pick/request";
import { spacedUsefulness, usefulness } from "#server/domain/mastery/pick/usefulness";
import { predict, WEEK } from "#server/domain/mastery/predict";
import { createRandom } from "#server/domain/random";

/** What a policy may look at: the model's memories and what was asked, never the truth. */
type Sight = {
  /** Per card, the memories of every student. */
  seats: readonly (readonly Memories[])[];
  weights: Weights;
  /** This session's rounds. */
  asked: readonly AskedRound[];
  now: number;
};

type Term = { cards: number; questions: number; seed: number };

/** The card that is asked next, or null when the session is over. */
type Chooser = (sight: Sight) => { card: number; secondTry: boolean } | null;

export type Policy = { name: string; start(term: Term): Chooser };

const REST = 4;
const OPTIONS = 4;

/** The card with the highest value among those that rested; equal values in an order drawn by the seed. */
function best(sight: Sight, seed: number, value: (seats: readonly Memories[]) => number): number {
  const resting = new Set(sight.asked.slice(-REST).map(({ card }) => card));
  let top = -1;
  let topValue = Number.NEGATIVE_INFINITY;
  let topTie = 0;
  for (const [card, seats] of sight.seats.entries()) {
    if (resting.has(`c${card}`)) continue;
    const v = value(seats);
    const tie = createRandom(seed * 977 + card)();
    if (v > topValue || (v === topValue && tie > topTie)) [top, topValue, topTie] = [card, v, tie];
  }
  return top;
}

const average = (seats: readonly Memories[], of: (seat: Memories) => number) =>
  seats.reduce((sum, seat) => sum + of(seat), 0) / seats.length;

/** A policy that asks the session's questions, and `more` of the same kind. */
const plain = (name: string, start: (term: Term) => (sight: Sight) => number, more = 0): Policy => ({
  name,
  start(term) {
    const choose = start(term);
    return (sight) =>
      sight.asked.length < term.questions + more ? { card: choose(sight), secondTry: false } : null;
  },
});

const scored = (name: string, value: (seats: readonly Memories[], sight: Sight) => number): Policy =>
  plain(
    name,
    ({ seed }) =>
      (sight) =>
        best(sight, seed, (seats) => value(seats, sight)),
  );

const inOrder = (name: string, more = 0): Policy =>
  plain(
    name,
    ({ cards }) => {
      let next = 0;
      return () => next++ % cards;
    },
    more,
  );

/** The product's own choice; `rounds` ends a session after its questions, second tries among them. */
const smart = (name: string, rounds: (questions: number) => number): Policy => ({
  name,
  start:
    ({ seed, questions }) =>
    ({ seats, weights, asked, now }) => {
      if (asked.length >= rounds(questions)) return null;
      const pick = pickNext({
        order: "smart",
        cards: seats.map((of, position) => ({
          card: `c${position}`,
          position,
          tags: [],
          questions: [{ id: `q${position}`, seen: 0 }],
          seats: of,
        })),
        asked,
        weights,
        now,
        horizon: WEEK,
        seed,
        questions,
        pinned: [],
        skipped: new Set(),
      });
      return pick && { card: Number(pick.card.slice(1)), secondTry: pick.secondTry };
    },
});

export const POLICIES: readonly Policy[] = [
  plain("random", ({ cards, seed }) => {
    const random = createRandom(seed * 31 + 7);
    return ({ asked }) => {
      const resting = new Set(asked.slice(-REST).map(({ card }) => card));
      for (;;) {
        const card = Math.floor(random() * cards);
        if (!resting.has(`c${card}`)) return card;
      }
    };
  }),
  inOrder("fixed order"),
  scored(
    "weakest by the model",
    (seats, { weights, now }) => -average(seats, (seat) => predict(seat, weights, now, OPTIONS).k),
  ),
  scored("weakest by observed share", (seats) => {
    const right = seats.reduce((sum, { pair }) => sum + pair.c, 0);
    const all = seats.reduce((sum, { pair }) => sum + pair.c + pair.i, 0);
    return all === 0 ? -0.5 : -right / all;
  }),
  scored(
    "aim at 75 % success",
    (seats, { weights, now }) =>
      -Math.abs(average(seats, (seat) => predict(seat, weights, now, OPTIONS).p) - 0.75),
  ),
  scored("U as published", (seats, { weights, now }) => usefulness(seats, { weights, now, horizon: WEEK })),
  scored("U with spacing", (seats, { weights, now }) =>
    spacedUsefulness(seats, { weights, now, horizon: WEEK }),
  ),
  smart("smart (as it ships: second tries on top)", () => Number.POSITIVE_INFINITY),
  inOrder("fixed order, as many rounds as smart", 2),
  smart("smart, second tries in place of questions", (questions) => questions),
];
