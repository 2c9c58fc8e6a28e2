import { MASTERY, PROBIT } from "./constants";
import type { Memories, PairMemory, Weights } from "./memory";

/** What the model says before an answer is seen. */
export type Prediction = {
  /** P(the student knows the card), 0–1. */
  k: number;
  /** P(a right answer), 0–1: knowing, or guessing among the options. */
  p: number;
  /** Variance of the logit that `k` comes from. */
  variance: number;
  /** Standard error of `k`, by the delta method. */
  se: number;
  /** What the weights were multiplied with, in their order. */
  features: readonly number[];
};

const UNSEEN: readonly number[] = [1, 0, 0, 0, 0];
const DAY = 86_400;

/** (1 + Δ/τ)^-d, the share of a memory that is left after Δ seconds. */
const decay = (elapsed: number, { tau, d }: { tau: number; d: number }) => (1 + elapsed / tau) ** -d;

/** The share of the last answer's freshness that is left at `now`, 0–1; 0 if the card was never answered. */
export const freshness = (pair: PairMemory, now: number): number =>
  pair.last === 0 ? 0 : decay(Math.max(0, now - pair.t), MASTERY.recency);

/** The five features of a (student, card) memory at `now` (seconds): constant, counts and last answer, faded. */
export function features(pair: PairMemory, now: number): readonly number[] {
  if (pair.last === 0) return UNSEEN;
  const elapsed = Math.max(0, now - pair.t);
  const f = decay(elapsed, MASTERY.forgetting);
  const r = decay(elapsed, MASTERY.recency);
  return [
    1,
    Math.log(1 + pair.c) * f,
    Math.log(1 + pair.i) * f,
    pair.last > 0 ? r : 0,
    pair.last < 0 ? r : 0,
  ];
}

/** The most that a student can be right without luck or slips: 1 − 1/n − slip. */
export const span = (options: number): number => 1 - guess(options) - MASTERY.slip;

/** P(right | does not know): 1/n among n options, 0 when the answer is typed (`options` = 0). */
export const guess = (options: number): number => (options > 1 ? 1 / options : 0);

/**
 * Predicts one answer. `now` in seconds since any fixed epoch, the same as the memories use; `options` is
 * how many the question shows, 0 if the answer is typed. An Elo whose logit carries its uncertainty
 * (Glickman 1999; Pelánek 2016) with counts that fade (Pavlik et al. 2021).
 */
export function predict(memories: Memories, weights: Weights, now: number, options: number): Prediction {
  const { student, card, deck, pair } = memories;
  const x = features(pair, now);
  let z = student.m - card.m + deck.m + pair.m;
  for (let j = 0; j < x.length; j++) z += (weights.w[j] ?? 0) * (x[j] ?? 0);
  const variance = student.v + card.v + deck.v + pair.v;
  const shrink = Math.sqrt(1 + PROBIT * variance);
  const k = 1 / (1 + Math.exp(-z / shrink));
  return {
    k,
    p: guess(options) + span(options) * k,
    variance,
    se: ((k * (1 - k)) / shrink) * Math.sqrt(variance),
    features: x,
  };
}

/** P(the student knows the card `seconds` after `now`, if it is not asked in between), 0–1. */
export const knowsIn = (memories: Memories, weights: Weights, now: number, seconds: number): number =>
  predict(memories, weights, now + seconds, 0).k;

/** How far ahead the next question looks when the teacher has set no exam: a week, in seconds. */
export const WEEK = 7 * DAY;
