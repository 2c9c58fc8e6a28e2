import type { RejectedOption } from "@/contract/question";
import { LEAST_PLAUSIBLE } from "./choose";
import { equivalence } from "./guards/equivalent";
import { type Reading, readingOf } from "./guards/reading";
import { flagsOf, unfit } from "./lint";
import type { Ranker } from "./rank";
import type { DistractorRequest } from "./types";

export type JudgeRequest = Pick<DistractorRequest, "prompt" | "key" | "alsoCorrect" | "language"> & {
  /** The wrong answers that the question has. */
  beside: readonly string[];
  /** The deck's own candidates: beside them the ranker sees what is usual. */
  pool: readonly string[];
};

export type Judged = {
  /** Best first; the score is the ranker's, as for the deck's own. */
  kept: { text: string; score: number }[];
  rejected: RejectedOption[];
};

/** Holds wrong answers that come from outside to the guards and the ranker of the built-in ones. */
export type JudgeDistractors = (request: JudgeRequest, proposed: readonly string[]) => Judged;

/** The judge that asks this ranker. */
export function judgeOf(ranker: Ranker): JudgeDistractors {
  return ({ prompt, key, alsoCorrect, beside, pool, language }, proposed) => {
    const read = (text: string) => readingOf(text, language);
    const right = [key, ...alsoCorrect].map(read);
    const there = beside.map(read);
    const rejected: RejectedOption[] = [];
    const fit: { text: string; reading: Reading }[] = [];
    for (const text of proposed) {
      const reading = read(text);
      const isIn = (known: readonly Reading[]) => known.some((other) => equivalence(other, reading));
      const reason =
        unfit(text, reading, right, prompt) ??
        (isIn(there) ? "the same as another option" : undefined) ??
        (isIn(fit.map((other) => other.reading)) ? "the same as another proposal" : undefined);
      if (reason) rejected.push({ text, reason });
      else fit.push({ text, reading });
    }
    const candidates = [...fit.map(({ text }) => text), ...pool];
    const scores = ranker.score({ prompt, key, language, candidates });
    const kept: Judged["kept"] = [];
    for (const [row, { text }] of fit.entries()) {
      const score = Math.round((scores[row] ?? 0) * 1000) / 1000;
      if (score >= LEAST_PLAUSIBLE || candidates.length < ENOUGH_TO_COMPARE) kept.push({ text, score });
      else rejected.push({ text, reason: "not plausible beside the key" });
    }
    return { kept: kept.sort((one, other) => other.score - one.score), rejected };
  };
}

/** Among fewer texts a score says what is better, and not what is bad: the least plausible one was found among many. */
const ENOUGH_TO_COMPARE = 10;

/** What the desk should say of a set that a person put together: the same flags as for a set that was drawn. */
export type LintSet = (key: string, wrong: readonly string[], language: string) => string[];

export const lintSetOf =
  (ranker: Ranker): LintSet =>
  (key, wrong, language) =>
    flagsOf(
      [key, ...wrong].map((text) => ranker.profile(text, language)),
      3,
    );
