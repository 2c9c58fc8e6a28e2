import { forgetting_curve, fsrs } from "ts-fsrs";
import type { Random } from "#server/domain/random";

/**
 * Three published accounts of remembering. A simulated student follows one of them; the mastery model is none of
 * them, so that a policy cannot win by agreeing with the judge.
 */

/** What one student has of one card. Times in days. */
export type Trace = {
  /** P(knows the card at `day`), 0–1, without luck. */
  recall(day: number): number;
  /** The question was asked at `day` and its answer shown afterwards. */
  study(day: number, knew: boolean): void;
};

/** `ease` is the student's ability less the card's difficulty, about −2 to 2. */
export type Truth = { name: string; trace(ease: number, random: Random): Trace };

const logistic = (x: number) => 1 / (1 + Math.exp(-x));
const DAY = 86_400;

/** ACT-R's activation with decay that depends on activation; constants of Pavlik & Anderson (2005). */
const actr: Truth = {
  name: "ACT-R",
  trace(ease, random) {
    const [decayScale, decayIntercept, threshold, noise, betweenSessions] = [0.217, 0.177, -1.4, 0.35, 0.025];
    const boost = 0.35 * ease;
    const studies: { at: number; decay: number }[] = [];
    /** Interference between sessions is slower: time outside counts for a fortieth. */
    const age = (from: number, to: number) => {
      const days = Math.max(0, to - from);
      const within = Math.min(days, 0.05);
      return Math.max(1, (within + (days - within) * betweenSessions) * DAY);
    };
    const strength = (day: number) => {
      let sum = 0;
      for (const study of studies) sum += age(study.at, day) ** -study.decay;
      return Math.log(sum);
    };
    const study = (day: number) => {
      const before = studies.length === 0 ? 0 : Math.exp(strength(day));
      studies.push({ at: day, decay: decayScale * before + decayIntercept });
    };
    if (random() < logistic(ease - 1)) study(-20);
    return {
      recall: (day) => (studies.length === 0 ? 0.02 : logistic((strength(day) + boost - threshold) / noise)),
      study,
    };
  },
};

/** FSRS-6 with its default parameters, the card's ease stretching time. */
const scheduler = fsrs();
const fsrs6: Truth = {
  name: "FSRS-6",
  trace(ease, random) {
    const stretch = Math.exp(0.5 * ease);
    let state = random() < logistic(ease - 1) ? scheduler.next_state(null, 0, 3) : null;
    let last = -5;
    const elapsed = (day: number) => Math.max(0, day - last) / stretch;
    return {
      recall: (day) =>
        state === null ? 0.02 : forgetting_curve(scheduler.parameters.w, elapsed(day), state.stability),
      study(day, knew) {
        state = scheduler.next_state(state, state === null ? 0 : elapsed(day), knew ? 3 : 1);
        last = day;
      },
    };
  },
};

/** Bower's (1961) all-or-none learning with forgetting that slows with every time a card was learned. */
const allOrNone: Truth = {
  name: "all-or-none",
  trace(ease, random) {
    const learns = logistic(ease + 0.5);
    let known = random() < logistic(ease - 1);
    let times = known ? 1 : 0;
    let since = 0;
    const kept = (day: number) =>
      Math.exp(-Math.max(0, day - since) * 0.08 * 0.6 ** (times - 1) * Math.exp(-0.3 * ease));
    return {
      recall: (day) => (known ? kept(day) : 0),
      study(day, knew) {
        const was = known && knew;
        known = was || random() < learns;
        if (known) times += was ? 0.5 : 1;
        since = day;
      },
    };
  },
};

export const TRUTHS: readonly Truth[] = [actr, fsrs6, allOrNone];
