import { createRandom } from "#server/domain/random";
import type { QuestionOrder } from "@/contract/settings";
import { predict } from "../predict";
import type { Askable, AskedRound, PickRequest } from "./request";
import { usefulness } from "./usefulness";
import { whyUseful } from "./why";

/** What an order chooses among the cards that may be asked now; null when nothing fits it. */
type Order = (cards: readonly Askable[], request: PickRequest) => { card: Askable; why: string } | null;

/** Two cards in a row from one section cost this much usefulness: enough to break ties, no more. */
const SAME_TAG = 0.95;
/** A card counts as missed in this session when fewer than this share had it right. */
const MISSED = 0.6;
/** A missed card is this much more useful until it has come back once. */
const RETURN = 1.5;
/** `weak`: cards that fewer than this share of the class is expected to know. */
const WEAK = 0.6;

const mostUseful: Order = (cards, request) => {
  const { asked, weights, now, horizon, seed } = request;
  const last = asked.at(-1)?.card;
  const lastTags = new Set(request.cards.find(({ card }) => card === last)?.tags);
  const cost = (askable: Askable) =>
    -usefulness(askable.seats, weights, now, horizon) *
    (askable.tags.some((tag) => lastTags.has(tag)) ? SAME_TAG : 1) *
    (missedOnce(askable, asked) ? RETURN : 1);
  const card = least(cards, cost, drawn(seed));
  return card && { card, why: whyUseful(card, missedOnce(card, asked), weights, now, horizon) };
};

/** The orders a host may choose, one strategy each. */
export const ORDERS: Record<QuestionOrder, Order> = {
  smart: mostUseful,

  weak: (cards, request) =>
    mostUseful(
      cards.filter(({ seats }) => {
        const known = seats.map((seat) => predict(seat, request.weights, request.now, 0).k);
        return known.reduce((sum, k) => sum + k, 0) < WEAK * seats.length;
      }),
      request,
    ),

  new: (cards, { asked }) => {
    const unmet = cards.filter(
      ({ card, seats }) =>
        seats.every(({ pair }) => pair.last === 0) && !asked.some((round) => round.card === card),
    );
    const card = least(unmet, ({ position }) => position);
    return card && { card, why: "New to everybody here" };
  },

  "as-written": (cards, { asked }) => {
    const card = least(cards, times(asked), ({ position }) => position);
    return card && { card, why: "Next in the deck" };
  },

  random: (cards, { asked, seed }) => {
    const card = least(cards, times(asked), drawn(seed));
    return card && { card, why: "Drawn by chance" };
  },
};

/** The one round of this session in which most missed the card, if it has not come back since. */
function missedOnce({ card }: Askable, asked: readonly AskedRound[]): AskedRound | undefined {
  const rounds = asked.filter((round) => round.card === card);
  const [only] = rounds;
  return rounds.length === 1 && only && only.answers > 0 && only.right < MISSED * only.answers
    ? only
    : undefined;
}

/** How often a card was asked in this session: every card has its turn before one has a second. */
function times(asked: readonly AskedRound[]): (askable: Askable) => number {
  const counts = new Map<string, number>();
  for (const { card } of asked) counts.set(card, (counts.get(card) ?? 0) + 1);
  return ({ card }) => counts.get(card) ?? 0;
}

/** A card's place in the order drawn for this seed: the same whichever cards are open. */
const drawn =
  (seed: number) =>
  ({ position }: Askable): number =>
    createRandom(seed * 7919 + position)();

/** The card with the least first key, then the least second; null for none. */
function least(cards: readonly Askable[], ...keys: ((askable: Askable) => number)[]): Askable | null {
  let best: Askable | null = null;
  let bestKeys: number[] = [];
  for (const card of cards) {
    const mine = keys.map((key) => key(card));
    const differs = mine.findIndex((value, n) => value !== bestKeys[n]);
    if (best === null || (mine[differs] ?? 0) < (bestKeys[differs] ?? 0)) {
      best = card;
      bestKeys = mine;
    }
  }
  return best;
}
