import { createRandom } from "#server/domain/random";
import type { QuestionOrder } from "@/contract/settings";
import { knowledgeAt } from "../predict";
import type { Askable, AskedRound, PickRequest } from "./request";
import { spacedUsefulness } from "./usefulness";
import { whyUseful } from "./why";

/** What an order chooses among the cards that may be asked now; null when nothing fits it. */
type Order = (cards: readonly Askable[], request: PickRequest) => { card: Askable; why: string } | null;

/** Two cards in a row from one section cost this much usefulness: enough to break ties, no more. */
const SAME_TAG = 0.95;
/** A card counts as missed in this session when fewer than this share had it right. */
const MISSED = 0.6;
/** At most one round in this many is a missed card's return: more would cost cards that were never asked. */
const RETURN_EVERY = 5;
/** `weak`: cards that fewer than this share of the class is expected to know. */
const WEAK = 0.6;

const mostUseful: Order = (cards, request) => {
  const { asked, weights, now, horizon } = request;
  const back = request.returns ? returning(cards, asked) : null;
  if (back) return { card: back.card, why: `${back.missed} missed this; asked another way` };
  const last = asked.at(-1)?.card;
  const lastTags = new Set(request.cards.find(({ card }) => card === last)?.tags);
  const cost = (askable: Askable) =>
    -spacedUsefulness(askable.seats, request) *
    (askable.tags.some((tag) => lastTags.has(tag)) ? SAME_TAG : 1);
  const card = least(cards, cost, ({ position }) => position);
  return card && { card, why: whyUseful(card, weights, now, horizon) };
};

/** The orders a host may choose, one strategy each. */
export const ORDERS: Record<QuestionOrder, Order> = {
  smart: mostUseful,

  weak: (cards, request) => {
    const known = knowledgeAt(request.weights, request.now);
    const weak = cards.filter(
      ({ seats }) => seats.reduce((sum, seat) => sum + known(seat), 0) < WEAK * seats.length,
    );
    return mostUseful(weak, request);
  },

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

/** The card missed most in this session that has not come back yet, if it is time for one. */
function returning(cards: readonly Askable[], asked: readonly AskedRound[]) {
  const lately = asked.slice(1 - RETURN_EVERY);
  const earlier = asked.slice(0, asked.length - lately.length);
  if (lately.some(({ card }) => earlier.some((round) => round.card === card))) return null;
  const share = (card: Askable) => {
    const [only, second] = asked.filter((round) => round.card === card.card);
    return only && !second && only.answers > 0 ? only.right / only.answers : 1;
  };
  const card = least(cards, share);
  if (card === null || share(card) >= MISSED) return null;
  const round = asked.find((one) => one.card === card.card);
  return round ? { card, missed: `${round.answers - round.right} of ${round.answers}` } : null;
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
