import { confidenceOdds, rememberConfidence } from "./confidence";
import { MASTERY, PROBIT } from "./constants";
import type { Memories, Weights } from "./memory";
import { guess, type Prediction, predict, span } from "./predict";

/** One answer as the model hears it. */
export type Evidence = {
  correct: boolean;
  /** Seconds, the same epoch as the memories. */
  at: number;
  /** How many options the question showed; 0 if the answer was typed. */
  options: number;
  /** The rating 1–5 given after the answer was locked and before the reveal. */
  confidence?: number | undefined;
};

type Believed = { m: number; v: number };

/** One step of a Kalman filter on a logit: `g` the score, `information` in it, `total` variance of the logit. */
function move(memory: Believed, g: number, information: number, total: number, drift: number): void {
  const share = 1 + information * total;
  memory.m += (memory.v * g) / share;
  memory.v += drift - (memory.v * memory.v * information) / share;
}

/**
 * Takes one answer into the memories and the weights, **changing both in place**, and returns what was
 * predicted before it. Constant work. The same answers in the same order give the same numbers, bit by bit.
 */
export function learn(memories: Memories, weights: Weights, evidence: Evidence): Prediction {
  const { student, card, deck, pair } = memories;
  const before = predict(memories, weights, evidence.at, evidence.options);
  const { k, p, variance } = before;
  const slope = span(evidence.options) * k * (1 - k);
  const score = evidence.correct ? slope / p : -slope / (1 - p);
  let g = score;
  let information = (slope * slope) / (p * (1 - p));

  if (evidence.confidence !== undefined) {
    const knew = posterior(k, evidence, confidenceOdds(student, evidence.confidence));
    g = knew - k;
    information = Math.max(information, k * (1 - k) - knew * (1 - knew));
    rememberConfidence(student, evidence.confidence);
  }

  move(student, g, information, variance, MASTERY.student.drift);
  move(card, -g, information, variance, 0);
  move(deck, g, information, variance, MASTERY.deck.drift);
  move(pair, g, information, variance, MASTERY.pair.drift);
  // The weights hear the answer only: a rating says what was known, not how memory works.
  descend(weights, before.features, score / Math.sqrt(1 + PROBIT * variance));

  if (evidence.correct) pair.c++;
  else pair.i++;
  pair.t = evidence.at;
  pair.last = evidence.correct ? 1 : -1;
  return before;
}

/** P(knew | answer, rating) by Bayes. */
function posterior(k: number, { correct, options }: Evidence, odds: number): number {
  const { slip } = MASTERY;
  const known = k * odds * (correct ? 1 - slip : slip);
  const unknown = (1 - k) * (correct ? guess(options) : 1 - guess(options));
  return known / (known + unknown);
}

/** AdaGrad (Duchi et al. 2011), upwards on the log likelihood. */
function descend({ w, g }: Weights, x: readonly number[], slope: number): void {
  for (let j = 0; j < w.length; j++) {
    const h = slope * (x[j] ?? 0);
    if (h === 0) continue;
    const sum = (g[j] ?? 0) + h * h;
    g[j] = sum;
    w[j] = (w[j] ?? 0) + (MASTERY.learning.rate * h) / Math.sqrt(sum);
  }
}
