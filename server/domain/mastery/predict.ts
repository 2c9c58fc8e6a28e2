import { MASTERY, PROBIT } from "./constants";
import { cardFeatures, skillFeatures } from "./features";
import type { Memories, Weights } from "./memory";

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
};

/** A prediction with what learning from the answer needs of how it came about. */
export type Reasoning = Prediction & {
  x: readonly number[];
  /** The skill's features; empty without a skill. */
  y: readonly number[];
  /** Logit of abilities and difficulties, before it is stretched. */
  logit: number;
  stretch: number;
  guess: number;
};

const NONE: readonly number[] = [];

/** How far ahead the next question looks when the teacher has set no exam: a week, in seconds. */
export const WEEK = 7 * 86_400;

/**
 * Predicts one answer. `now` in seconds since any fixed epoch, the same as the memories use; `options` is
 * how many the question shows, 0 if the answer is typed. An Elo whose logit carries its uncertainty
 * (Glickman 1999; Pelánek 2016) with counts that fade (Pavlik et al. 2021); a skill adds its own.
 */
export function predict(memories: Memories, weights: Weights, now: number, options: number): Reasoning {
  const { student, card, deck, pair, skill, practice } = memories;
  const x = cardFeatures(pair, now);
  let logit = student.m - card.m + deck.m + pair.m + dot(weights.w, x);
  let variance = student.v + card.v + deck.v + pair.v;
  let guess = options > 1 ? 1 / options : 0;
  let stretch = 1;
  let y = NONE;
  let z = logit;
  if (skill && practice) {
    logit -= skill.m;
    y = skillFeatures(student, practice, x, now);
    stretch = stretchOf(weights);
    z = stretch * logit + dot(weights.skill.w, y);
    variance = stretch * stretch * (variance + skill.v);
    guess += (weights.luck.w[0] ?? 0) * (1 - guess);
  }
  const shrink = Math.sqrt(1 + PROBIT * variance);
  const k = 1 / (1 + Math.exp(-z / shrink));
  return {
    k,
    p: guess + (1 - guess - MASTERY.slip) * k,
    variance,
    se: ((k * (1 - k)) / shrink) * Math.sqrt(variance),
    x,
    y,
    logit,
    stretch,
    guess,
  };
}

/** P(the student knows the card `seconds` after `now`, if it is not asked in between), 0–1. */
export const knowsIn = (memories: Memories, weights: Weights, now: number, seconds: number): number =>
  predict(memories, weights, now + seconds, 0).k;

function stretchOf({ stretch }: Weights): number {
  const { min, max } = MASTERY.skill.stretch;
  return Math.min(max, Math.max(min, 1 + (stretch.w[0] ?? 0)));
}

function dot(w: readonly number[], x: readonly number[]): number {
  let sum = 0;
  for (let j = 0; j < x.length; j++) sum += (w[j] ?? 0) * (x[j] ?? 0);
  return sum;
}
