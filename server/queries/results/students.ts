import type { ReportAnswer } from "#server/domain/report/answers";
import { studentSummary } from "#server/domain/report/student-summary";
import type { StudentAnalysis } from "@/contract/analysis";
import type { StudentResult } from "@/contract/results";
import type { CountedSession } from "./shape";

/** So many cards missed while sure are worth a word with the student. */
const SURE_AND_MISSED = 3;
/** Who answered fewer than this share of the questions was not really there. */
const PRESENT = 0.5;

/** What one student's answers say, and whether they say that the student is worth a look. */
export function studentAnalysis(
  student: StudentResult,
  results: CountedSession,
  answers: readonly ReportAnswer[],
): StudentAnalysis {
  const summary = studentSummary(answers);
  const lastRound = new Map(answers.map(({ card, question }) => [card, question]));
  const roundsOf = (cards: readonly string[]) => cards.flatMap((card) => lastRound.get(card) ?? []);
  const sureAndMissed = roundsOf(summary.confidentlyWrong);
  return {
    playerId: student.playerId,
    interval: summary.interval,
    overconfidence: summary.calibration.overconfidence,
    ratings: summary.calibration.rows.map(({ rating, n, right }) => ({ rating, answers: n, right })),
    missed: roundsOf(summary.missed),
    sureAndMissed,
    watch: student.removed ? null : reasonToLook(student, results, summary.interval, sureAndMissed.length),
  };
}

function reasonToLook(
  student: StudentResult,
  { totals, rounds }: CountedSession,
  interval: StudentAnalysis["interval"],
  sureAndMissed: number,
): string | null {
  const counting = rounds.filter((round) => round.counts).length;
  if (counting > 0 && student.answered < counting * PRESENT)
    return `answered only ${student.answered} of ${counting} questions`;
  if (interval && totals.accuracy !== null && interval.high < totals.accuracy)
    return `${student.right} of ${student.answered} right, surely below the class`;
  return sureAndMissed >= SURE_AND_MISSED ? `sure and wrong on ${sureAndMissed} cards` : null;
}
