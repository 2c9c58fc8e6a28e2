import { createRandom } from "#server/domain/random";
import type { QuestionOrder } from "@/contract/settings";
import { knowledgeAt } from "../predict";
import type { Askable, AskedRound, PickRequest } from "./request";
import { spacedUsefulness } from "./usefulness";
import { whyUseful } from "./why";

type Choice = { card: Askable; why: string };

/**
 * What an order chooses among the cards that may be asked now, after these rounds; null when nothing fits it. It is made
 * once for a request, so that looking several questions ahead weighs every card once.
 */
type Order = (request: PickRequest) => {
  fresh: (cards: readonly Askable[], asked: readonly AskedRound[]) => Choice | null;
  /** Brings missed cards back on top of the session's questions. */
  secondTries: boolean;
};

/** Two cards in a row from one section cost this much usefulness: enough to break ties, no more. */
const SAME_TAG = 0.95;
/** `weak`: cards that fewer than this share of the class is expected to know. */
const WEAK = 0.6;

const smart: Order = (request) => {
  const useful = once((askable) => spacedUsefulness(askable.seats, request));
  const tagsOf = new Map(request.cards.map(({ card, tags }) => [card, tags]));
  return {
    secondTries: true,
    fresh(cards, asked) {
      const lastTags = new Set(tagsOf.get(asked.at(-1)?.card ?? ""));
      const cost = (askable: Askable) =>
        -useful(askable) * (askable.tags.some((tag) => lastTags.has(tag)) ? SAME_TAG : 1);
      return chosen(
        least(cards, cost, ({ position }) => position),
        (card) => whyUseful(card, request.weights, request.now, request.horizon),
      );
    },
  };
};

/** The orders a host may choose, one strategy each. */
export const ORDERS: Record<QuestionOrder, Order> = {
  smart,

  weak(request) {
    const known = knowledgeAt(request.weights, request.now);
    const weak = once(({ seats }) =>
      seats.reduce((sum, seat) => sum + known(seat), 0) < WEAK * seats.length ? 1 : 0,
    );
    const order = smart(request);
    return { ...order, fresh: (cards, asked) => order.fresh(cards.filter(weak), asked) };
  },

  new: () => ({
    secondTries: false,
    fresh(cards, asked) {
      const had = new Set(asked.map(({ card }) => card));
      const unmet = cards.filter(
        ({ card, seats }) => !had.has(card) && seats.every(({ pair }) => pair.last === 0),
      );
      return chosen(
        least(unmet, ({ position }) => position),
        () => "New to everybody here",
      );
    },
  }),

  "as-written": () => ({
    secondTries: false,
    fresh: (cards, asked) =>
      chosen(
        least(cards, times(asked), ({ position }) => position),
        () => "Next in the deck",
      ),
  }),

  random({ seed }) {
    // A card's place in the order drawn for this seed: the same whichever cards are open.
    const drawn = once(({ position }) => createRandom(seed * 7919 + position)());
    return {
      secondTries: false,
      fresh: (cards, asked) => chosen(least(cards, times(asked), drawn), () => "Drawn by chance"),
    };
  },
};

const chosen = (card: Askable | null, why: (card: Askable) => string): Choice | null =>
  card && { card, why: why(card) };

/** `of` worked out at most once for each card. */
function once(of: (askable: Askable) => number): (askable: Askable) => number {
  const known = new Map<Askable, number>();
  return (askable) => {
    let value = known.get(askable);
    if (value === undefined) {
      value = of(askable);
      known.set(askable, value);
    }
    return value;
  };
}

/** How often a card was asked in this session: every card has its turn before one has a second. */
function times(asked: readonly AskedRound[]): (askable: Askable) => number {
  const counts = new Map<string, number>();
  for (const { card } of asked) counts.set(card, (counts.get(card) ?? 0) + 1);
  return ({ card }) => counts.get(card) ?? 0;
}

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
