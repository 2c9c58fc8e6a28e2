import { groupBy, type ReportAnswer, type ReportQuestion } from "#server/domain/report/answers";
import { type ItemStatistics, itemStatistics, type Score } from "#server/domain/report/item-statistics";
import { confusions, misconceptions } from "#server/domain/report/misconceptions";
import { type OptionTable, optionTable } from "#server/domain/report/options";
import { reliability } from "#server/domain/report/reliability";
import { sharesOnOtherCards } from "#server/domain/report/rest-shares";
import { secondAsking } from "#server/domain/report/second-asking";
import { mean, sum, wilson } from "#server/domain/report/statistics";
import {
  ENOUGH_STUDENTS,
  type QuestionAnalysis,
  type ReliabilityReport,
  type SessionAnalysis,
} from "@/contract/analysis";
import type { AnswerResult, RoundResult } from "@/contract/results";
import type { CountedSession } from "./shape";
import { studentAnalysis } from "./students";

/** Below this share right a card belongs on the board again. */
const SHAKY = 0.6;
const TEACH_AGAIN = 3;
/** A correlation from fewer answers than this is not held against a question. */
const LEAST_FOR_BLAME = 10;
/** 95 % point of the normal distribution: what a small class's few answers may be by chance is held against nothing. */
const SURE = 1.645;
/** What one student's wrong tap can do must not condemn a question. */
const LEAST_ANSWERS = 5;

/** As much of an answer as an analysis reads. */
export type AnalysedAnswer = Pick<
  AnswerResult,
  "playerId" | "roundId" | "optionId" | "correct" | "confidence" | "acceptedAt" | "counts"
>;
export type AnalysedSession = CountedSession & { answers: readonly AnalysedAnswer[] };

/**
 * What the answers of a session say. `sources`: for options that are another card's answer, that card's front. Only
 * rounds that count are looked at; of a card that was asked twice the first asking measures, the second one teaches.
 */
export function analyse(results: AnalysedSession, sources: ReadonlyMap<string, string>): SessionAnalysis {
  const rounds = results.rounds.filter((round) => round.counts);
  const again = askedAgain(rounds);
  const firsts = rounds.filter((round) => !again.has(round.id));
  const questions = rounds.map((round) => reportQuestion(round, sources));
  const answers = reportAnswers(results);
  const byQuestion = groupBy(answers, ({ question }) => question);
  const byStudent = groupBy(answers, ({ student }) => student);
  const firstAnswers = firsts.flatMap(({ id }) => byQuestion.get(id) ?? []);
  const items = itemStatistics(scoreTable(firsts, firstAnswers));
  const itemOf = new Map(firsts.map(({ id }, index) => [id, items[index]]));
  const restOf = sharesOnOtherCards(firstAnswers);
  const analysed = rounds.map((round, index) => {
    const question = questions[index];
    const own = byQuestion.get(round.id) ?? [];
    const table = question ? optionTable(question, own, restOf(round.cardId)) : null;
    return questionAnalysis(round, own, table, itemOf.get(round.id), question);
  });
  const fronts = new Map(rounds.map((round) => [round.cardId, round.front]));
  const relearned = secondAsking(answers).map(({ card, ...shares }) => ({
    ...shares,
    front: fronts.get(card) ?? "",
    rounds: rounds.filter((round) => round.cardId === card).map(({ id, number }) => ({ id, number })),
  }));
  const pairs = sum(relearned.map(({ students }) => students));
  const share = (which: "first" | "second") => sum(relearned.map((row) => row[which] * row.students)) / pairs;
  return {
    questions: analysed,
    misconceptions: misconceptions(questions, answers).map((found) => ({
      roundId: found.question,
      optionId: found.option,
      share: found.share,
      students: found.students,
      sure: found.sure,
      takenFor: found.takenFor ?? null,
    })),
    teachAgain: firsts
      .filter(({ share: right }) => right !== null && right < SHAKY)
      .sort((a, b) => (a.share ?? 0) - (b.share ?? 0) || b.answered - a.answered)
      .slice(0, TEACH_AGAIN)
      .map(({ id }) => id),
    failed: firsts.flatMap((round) => {
      const why = reasonForBlame(
        round,
        analysed.find(({ roundId }) => roundId === round.id),
      );
      return why ? [{ roundId: round.id, why }] : [];
    }),
    students: results.students.map((student) =>
      studentAnalysis(student, results, byStudent.get(student.playerId) ?? []),
    ),
    relearned,
    learned: pairs === 0 ? null : { pairs, first: share("first"), second: share("second") },
    reliability: reliabilityReport(scoreTable(firsts, firstAnswers)),
    confusions: confusions(questions, answers).map((found) => ({
      ...found,
      asked: fronts.get(found.asked) ?? "",
    })),
  };
}

function askedAgain(rounds: readonly RoundResult[]): Set<string> {
  const seen = new Set<string>();
  return new Set(
    rounds.flatMap(({ id, cardId }) => {
      if (seen.has(cardId)) return id;
      seen.add(cardId);
      return [];
    }),
  );
}

const reportQuestion = (round: RoundResult, sources: ReadonlyMap<string, string>): ReportQuestion => ({
  id: round.id,
  card: round.cardId,
  options: round.options.map(({ id, correct, storedOptionId }) => {
    const source = storedOptionId === null ? undefined : sources.get(storedOptionId);
    return { id, correct, card: source === round.front ? undefined : source };
  }),
});

function reportAnswers({ answers, rounds }: AnalysedSession): ReportAnswer[] {
  const cards = new Map(rounds.map((round) => [round.id, round.cardId]));
  return answers
    .filter((answer) => answer.counts)
    .map(({ playerId, roundId, optionId, correct, confidence, acceptedAt }) => ({
      student: playerId,
      card: cards.get(roundId) ?? roundId,
      question: roundId,
      option: optionId,
      correct,
      confidence: confidence ?? undefined,
      at: acceptedAt.getTime(),
    }));
}

/** Students × rounds; null where a student gave no answer. */
function scoreTable(rounds: readonly RoundResult[], answers: readonly ReportAnswer[]): Score[][] {
  const place = new Map(rounds.map(({ id }, index) => [id, index]));
  return [...groupBy(answers, ({ student }) => student).values()].map((own) => {
    const row: Score[] = rounds.map(() => null);
    for (const { question, correct } of own) row[place.get(question) ?? -1] = correct ? 1 : 0;
    return row;
  });
}

function questionAnalysis(
  round: RoundResult,
  own: readonly ReportAnswer[],
  table: OptionTable | null,
  item: ItemStatistics | undefined,
  question: ReportQuestion | undefined,
): QuestionAnalysis {
  const rated = (right: boolean) =>
    mean(own.flatMap(({ correct, confidence }) => (correct === right && confidence ? [confidence] : [])));
  return {
    roundId: round.id,
    interval: wilson(round.right, round.answered),
    discrimination: item?.correctedPointBiserial ?? null,
    error: item?.correctedError ?? null,
    provisional: round.answered < ENOUGH_STUDENTS,
    again: item === undefined,
    options: (table?.rows ?? []).map(({ option, share, top, bottom, verdicts, r, rError }) => ({
      id: option,
      share,
      top,
      bottom,
      dead: verdicts.includes("dead"),
      mayBeRight: verdicts.includes("alarm") && r !== null && rError !== null && r > SURE * rError,
      takenFor: question?.options.find(({ id }) => id === option)?.card ?? null,
    })),
    ratings: [1, 2, 3, 4, 5].map((rating) => {
      const given = own.filter(({ confidence }) => confidence === rating);
      return { rating, answers: given.length, right: given.filter(({ correct }) => correct).length };
    }),
    sureRight: rated(true),
    sureWrong: rated(false),
  };
}

function reasonForBlame(round: RoundResult, analysis: QuestionAnalysis | undefined): string | null {
  if (!analysis || round.answered < LEAST_ANSWERS) return null;
  const key = Math.max(0, ...round.options.filter(({ correct }) => correct).map(({ chosen }) => chosen));
  const rival = round.options.find(({ correct, chosen }) => !correct && chosen > key);
  if (rival) return `More chose “${rival.text}” than the right answer.`;
  const { discrimination, error } = analysis;
  const backwards = discrimination !== null && error !== null && discrimination < -SURE * error;
  if (backwards && round.answered >= LEAST_FOR_BLAME)
    return "Those who knew the rest did worse on it than the others.";
  const alarm = analysis.options.find(({ mayBeRight }) => mayBeRight);
  const option = round.options.find(({ id }) => id === alarm?.id);
  return option ? `“${option.text}” drew the better students: it may also be right.` : null;
}

/** Over those who answered everything: a total with holes is no total. */
function reliabilityReport(scores: readonly (readonly Score[])[]): ReliabilityReport {
  const whole = scores.flatMap((row) => {
    const answered = row.filter((score) => score !== null);
    return answered.length === row.length ? [answered] : [];
  });
  const found = reliability(whole);
  return {
    students: found.students,
    questions: scores[0]?.length ?? 0,
    kr20: found.kr20,
    interval: found.kr20Interval,
    sem: found.sem,
    mean: found.meanTotal,
    sd: found.sdTotal,
    provisional: found.provisional,
  };
}
