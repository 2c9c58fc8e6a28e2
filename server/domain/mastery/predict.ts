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
  x: Float64Array;
  /** The skill's features; all 0 without a skill. */
  y: Float64Array;
  /** Logit of abilities and difficulties, before it is stretched. */
  logit: number;
  stretch: number;
  guess: number;
};

/** An empty sheet for `reason`. */
export const newReasoning = (): Reasoning => ({
  k: 0,
  p: 0,
  variance: 0,
  se: 0,
  x: new Float64Array(MASTERY.weights.length),
  y: new Float64Array(MASTERY.skill.weights.length),
  logit: 0,
  stretch: 1,
  guess: 0,
});

/** How far ahead the next question looks when the teacher has set no exam: a week, in seconds. */
export const WEEK = 7 * 86_400;

/**
 * Predicts one answer. `now` in seconds since any fixed epoch, the same as the memories use; `options` is
 * how many the question shows, 0 if the answer is typed. An Elo whose logit carries its uncertainty
 * (Glickman 1999; Pelánek 2016) with counts that fade (Pavlik et al. 2021); a skill adds its own.
 */
export const predict = (
  memories: Memories,
  weights: Weights,
  now: number,
  options: number,
): Prediction & Pick<Reasoning, "stretch"> => reason(newReasoning(), memories, weights, now, options);

/** `predict` into a sheet that is written over: many seats are read without making garbage of each. */
export function reason(
  into: Reasoning,
  memories: Memories,
  weights: Weights,
  now: number,
  options: number,
): Reasoning {
  const { student, card, deck, pair, skill, practice } = memories;
  const { x, y } = into;
  cardFeatures(x, pair, now);
  let logit = student.m - card.m + deck.m + pair.m + dot(weights.w, x);
  let variance = student.v + card.v + deck.v + pair.v;
  let guess = options > 1 ? 1 / options : 0;
  let stretch = 1;
  let z = logit;
  if (skill && practice) {
    logit -= skill.m;
    skillFeatures(y, student, pair, practice, x, now);
    stretch = stretchOf(weights);
    z = stretch * logit + dot(weights.skill.w, y);
    variance = stretch * stretch * (variance + skill.v);
    guess += (weights.luck.w[0] ?? 0) * (1 - guess);
  }
  const shrink = Math.sqrt(1 + PROBIT * variance);
  const k = 1 / (1 + Math.exp(-z / shrink));
  into.k = k;
  into.p = guess + (1 - guess - MASTERY.slip) * k;
  into.variance = variance;
  into.se = ((k * (1 - k)) / shrink) * Math.sqrt(variance);
  into.logit = logit;
  into.stretch = stretch;
  into.guess = guess;
  return into;
}

/** Answers "P(knows) at `at`" for one memory after another, 0–1; `at` in seconds. */
export function knowledgeAt(weights: Weights, at: number): (memories: Memories) => number {
  const sheet = newReasoning();
  return (memories) => reason(sheet, memories, weights, at, 0).k;
}

function stretchOf({ stretch }: Weights): number {
  const { min, max } = MASTERY.skill.stretch;
  return Math.min(max, Math.max(min, 1 + (stretch.w[0] ?? 0)));
}

function dot(w: readonly number[], x: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < x.length; j++) sum += (w[j] ?? 0) * (x[j] ?? 0);
  return sum;
}
