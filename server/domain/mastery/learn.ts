import { confidenceOdds, rememberConfidence } from "./confidence";
import { MASTERY, PROBIT } from "./constants";
import type { Learned, Memories, Sign, StudentMemory, Weights } from "./memory";
import { newReasoning, type Prediction, type Reasoning, reason } from "./predict";

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

/**
 * Takes one answer into the memories and the weights, **changing both in place**, and returns what was
 * predicted before it. Constant work. The same answers in the same order give the same numbers, bit by bit.
 */
export function learn(memories: Memories, weights: Weights, evidence: Evidence): Prediction {
  const { student, card, deck, pair, skill, practice } = memories;
  const { correct, at } = evidence;
  const before = reason(SHEET, memories, weights, at, evidence.options);
  const { k, variance, stretch } = before;
  const slope = (1 - before.guess - MASTERY.slip) * k * (1 - k);
  const p = Math.min(1 - CERTAIN, Math.max(CERTAIN, before.p));
  const score = correct ? slope / p : -slope / (1 - p);
  let g = score;
  let information = (slope * slope) / (p * (1 - p));

  if (evidence.confidence !== undefined) {
    const odds = confidenceOdds(student, evidence.confidence);
    const knew = posterior(k, correct, before.guess, odds);
    g = knew - k;
    information = Math.max(information, k * (1 - k) - knew * (1 - knew));
    rememberConfidence(student, evidence.confidence);
  }

  const step: Step = {
    g: g * stretch,
    information: information * stretch ** 2,
    share: 1 + information * variance,
  };
  const { drift } = MASTERY.skill;
  move(student, step, 1, skill ? drift.student : MASTERY.student.drift);
  move(card, step, -1, 0);
  move(deck, step, 1, skill ? drift.deck : MASTERY.deck.drift);
  move(pair, step, 1, MASTERY.pair.drift);
  if (skill) move(skill, step, -1, 0);

  // The weights hear the answer only: a rating says what was known, not how memory works.
  const gradient = score / Math.sqrt(1 + PROBIT * variance);
  climb(weights, before.x, gradient, MASTERY.learning.rate);
  if (practice) {
    climb(weights.skill, before.y, gradient, MASTERY.skill.learning.rate);
    climbSkill(weights, before, correct, p, gradient);
    if (correct) practice.c++;
    note(practice, at, correct);
  }
  follow(student, (correct ? 1 : 0) - p);
  if (correct) pair.c++;
  else pair.i++;
  note(pair, at, correct);
  return { k, p: before.p, variance, se: before.se };
}

/**
 * The student was shown the card with its answer and asked nothing: fresh as after a right answer, but nothing
 * is counted and nobody is judged by it. Changes the memories in place.
 */
export function study({ pair, practice }: Memories, at: number): void {
  note(pair, at, true);
  if (practice) note(practice, at, true);
}

/** Written over by every call and never handed out: an answer must not cost a heap of small arrays. */
const SHEET = newReasoning();

/** Nearest that a prediction may come to 0 or 1 and still be learned from. */
const CERTAIN = 1e-9;
/** One answer may not pull the stretch or the luck further than this. */
const MAX_LOGIT = 4;
const MAX_LUCK_SCORE = 5;

type Step = { g: number; information: number; share: number };

/** One step of a Kalman filter on a logit. */
function move(
  memory: { m: number; v: number },
  { g, information, share }: Step,
  sign: number,
  drift: number,
) {
  memory.m += (sign * memory.v * g) / share;
  memory.v += drift - (memory.v * memory.v * information) / share;
}

/** P(knew | answer, rating) by Bayes. */
function posterior(k: number, correct: boolean, guess: number, odds: number): number {
  const { slip } = MASTERY;
  const known = k * odds * (correct ? 1 - slip : slip);
  const unknown = (1 - k) * (correct ? guess : 1 - guess);
  return known / (known + unknown);
}

/** AdaGrad (Duchi et al. 2011), upwards on the log likelihood. */
function climb({ w, g }: Learned, x: ArrayLike<number>, slope: number, rate: number): void {
  for (let j = 0; j < x.length; j++) {
    const h = slope * (x[j] ?? 0);
    if (h === 0) continue;
    const sum = (g[j] ?? 0) + h * h;
    g[j] = sum;
    w[j] = (w[j] ?? 0) + (rate * h) / Math.sqrt(sum);
  }
}

function climbSkill(
  { stretch, luck }: Weights,
  before: Reasoning,
  correct: boolean,
  p: number,
  gradient: number,
) {
  const logit = Math.min(MAX_LOGIT, Math.max(-MAX_LOGIT, before.logit));
  climb(stretch, [logit], gradient, MASTERY.skill.stretch.rate);
  const score = (((correct ? 1 : 0) - p) / (p * (1 - p))) * (1 - before.k);
  climb(luck, [Math.min(MAX_LUCK_SCORE, Math.max(-MAX_LUCK_SCORE, score))], 1, MASTERY.skill.luck.rate);
  luck.w[0] = Math.min(MASTERY.skill.luck.max, Math.max(0, luck.w[0] ?? 0));
}

/** A student's form follows how far the last answer was from what was predicted. */
function follow(student: StudentMemory, surprise: number): void {
  student.quick += MASTERY.form.quick * (surprise - student.quick);
  student.slow += MASTERY.form.slow * (surprise - student.slow);
}

function note(memory: { t: number; last: Sign }, at: number, right: boolean): void {
  memory.t = at;
  memory.last = right ? 1 : -1;
}
