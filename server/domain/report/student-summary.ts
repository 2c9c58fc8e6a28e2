import type { Interval } from "@/contract/analysis";
import type { Calibration } from "@/contract/mastery";
import { groupBy, type ReportAnswer } from "./answers";
import { calibration } from "./calibration";
import { confidentlyWrong } from "./misconceptions";
import { wilson } from "./statistics";

/** What one student's answers say. */
export type StudentSummary = {
  answers: number;
  /** Share right, 0–1, with its 95 % interval; null without answers. */
  right: number | null;
  interval: Interval | null;
  /** Cards whose last answer was wrong, the latest first. */
  missed: string[];
  /** Cards answered wrong with a rating of 4 or 5, each once, and not right since. */
  confidentlyWrong: string[];
  calibration: Calibration;
};

/** Sums up the answers of one student, in any order. */
export function studentSummary(answers: readonly ReportAnswer[]): StudentSummary {
  const inTime = [...answers].sort((a, b) => a.at - b.at);
  const right = inTime.filter(({ correct }) => correct).length;
  const last = [...groupBy(inTime, ({ card }) => card).values()].flatMap((own) => own.at(-1) ?? []);
  const missed = last.filter(({ correct }) => !correct).sort((a, b) => b.at - a.at);
  const open = new Set(missed.map(({ card }) => card));
  const sure = confidentlyWrong(inTime).map(({ card }) => card);
  return {
    answers: inTime.length,
    right: inTime.length === 0 ? null : right / inTime.length,
    interval: wilson(right, inTime.length),
    missed: missed.map(({ card }) => card),
    confidentlyWrong: [...new Set(sure)].filter((card) => open.has(card)),
    calibration: calibration(inTime),
  };
}
