import type { Cell } from "#server/files/spreadsheet";
import type { AnswerResult } from "@/contract/results";
import type { SessionReading } from "./session-reading";
import type { CountedSession } from "./shape";

export const TABLES = ["answers", "students", "questions"] as const;
type TableName = (typeof TABLES)[number];

/** A table as it leaves the house, in a CSV file or as a sheet of a workbook. */
type Table = { header: readonly string[]; rows: AsyncIterable<readonly Cell[]> };

/** A session that is being read. */
type Source = Pick<SessionReading, "prompts" | "answers" | "counted">;

/** A table of a session. Its rows are read when they are asked for. Times are ms, moments ISO 8601 in UTC, shares 0–1. */
export function resultTable(session: Source, name: TableName): Table {
  switch (name) {
    case "answers":
      return { header: ANSWERS, rows: answerCells(session) };
    case "students":
      return { header: STUDENTS, rows: cellsOf(session, studentCells) };
    case "questions":
      return { header: QUESTIONS, rows: cellsOf(session, questionCells) };
  }
}

async function* answerCells(session: Source): AsyncGenerator<Cell[]> {
  const prompts = session.prompts();
  for await (const answers of session.answers())
    for (const answer of answers) yield cellsOfAnswer(answer, prompts.get(answer.roundId) ?? "");
}

async function* cellsOf(
  session: Source,
  cells: (counted: CountedSession) => Cell[][],
): AsyncGenerator<Cell[]> {
  yield* cells(await session.counted());
}

const ANSWERS = [
  ...["question", "prompt", "student", "answer", "correct", "taken_ms", "points"],
  ...["base", "speed_bonus", "streak_bonus", "multiplier", "confidence", "counts", "answered_at"],
];

const cellsOfAnswer = (answer: AnswerResult, prompt: string): Cell[] => [
  ...[answer.number, prompt, answer.name, answer.optionText, answer.correct],
  ...[answer.takenMs, answer.points, answer.base, answer.speed, answer.streak, answer.multiplier],
  ...[answer.confidence, answer.counts, answer.acceptedAt.toISOString()],
];

const STUDENTS = [
  "place",
  "student",
  "points",
  "answered",
  "right",
  "share_right",
  "median_ms",
  "left_early",
];

const studentCells = ({ students }: Pick<CountedSession, "students">): Cell[][] =>
  students.map(({ place, name, points, answered, right, share, medianMs, removed }) => [
    ...[place, name, points, answered, right, rounded(share), medianMs, removed],
  ]);

const LETTERS = ["a", "b", "c", "d"];

const QUESTIONS = [
  ...["question", "prompt", "kind", "counts", "voided", "answered", "right", "share_right", "no_answer"],
  ...["median_ms", "sure_and_wrong"],
  ...LETTERS.flatMap((letter) => [`option_${letter}`, `option_${letter}_right`, `option_${letter}_chosen`]),
];

const questionCells = ({ rounds }: Pick<CountedSession, "rounds">): Cell[][] =>
  rounds.map((round) => [
    ...[round.number, round.prompt, round.kind, round.counts, round.voided, round.answered, round.right],
    ...[rounded(round.share), round.silent, round.medianMs, round.sureAndWrong],
    ...LETTERS.flatMap((_, index): Cell[] => {
      const option = round.options[index];
      return option ? [option.text, option.correct, option.chosen] : [null, null, null];
    }),
  ]);

/** Four decimals: a percentage to the hundredth, without the noise of a binary fraction. */
const rounded = (share: number | null): number | null =>
  share === null ? null : Math.round(share * 1e4) / 1e4;
