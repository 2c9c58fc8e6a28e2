import { MASTERY } from "./constants";

/**
 * What is remembered. `m` is a mean and `v` a variance, both in logits. Everything here is plain data: a row
 * in a table, a line in an export.
 */

/** How able a student is, and how they use the confidence scale (`confMean` 1–5, worth `confN` ratings). */
export type StudentMemory = { m: number; v: number; confMean: number; confN: number };
/** How difficult a card is. */
export type CardMemory = { m: number; v: number };
/** What a student knows of one deck beyond their ability. */
export type DeckMemory = { m: number; v: number };
/** What a student knows of one card: right (`c`) and wrong (`i`) counts, the last answer's time (s) and sign. */
export type PairMemory = { m: number; v: number; c: number; i: number; t: number; last: Sign };
/** 1 the last answer was right, −1 it was wrong, 0 there is none. */
export type Sign = -1 | 0 | 1;

/** What all answers taught about the weights: the weights and the sums of their squared gradients. */
export type Weights = { w: number[]; g: number[] };

/** The memories one answer touches. */
export type Memories = { student: StudentMemory; card: CardMemory; deck: DeckMemory; pair: PairMemory };

export const newStudent = (): StudentMemory => ({
  m: 0,
  v: MASTERY.student.v,
  confMean: MASTERY.confidence.mean,
  confN: MASTERY.confidence.n,
});
export const newCard = (): CardMemory => ({ m: 0, v: MASTERY.card.v });
export const newDeck = (): DeckMemory => ({ m: 0, v: MASTERY.deck.v });
export const newPair = (): PairMemory => ({ m: 0, v: MASTERY.pair.v, c: 0, i: 0, t: 0, last: 0 });
export const newWeights = (): Weights => ({
  w: [...MASTERY.weights],
  g: MASTERY.weights.map(() => MASTERY.learning.accumulator),
});
