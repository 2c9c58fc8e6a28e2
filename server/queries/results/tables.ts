import type { Cell } from "#server/files/spreadsheet";
import type { SessionResults } from "@/contract/results";

/** A table as it leaves the house, in a CSV file or as a sheet of a workbook. */
export type Table = { header: string[]; rows: Cell[][] };

export const TABLES = ["answers", "students", "questions"] as const;
export type TableName = (typeof TABLES)[number];

/** The tables of a session. Times are ms, moments ISO 8601 in UTC, shares 0–1. */
export function resultTable(results: SessionResults, name: TableName): Table {
  switch (name) {
    case "answers":
      return answersTable(results);
    case "students":
      return studentsTable(results);
    case "questions":
      return questionsTable(results);
  }
}

function answersTable({ answers, rounds }: SessionResults): Table {
  const prompts = new Map(rounds.map((round) => [round.id, round.prompt]));
  return {
    header: [
      ...["question", "prompt", "student", "answer", "correct", "taken_ms", "points"],
      ...["base", "speed_bonus", "streak_bonus", "multiplier", "confidence", "counts", "answered_at"],
    ],
    rows: answers.map((answer) => [
      ...[answer.number, prompts.get(answer.roundId) ?? "", answer.name, answer.optionText, answer.correct],
      ...[answer.takenMs, answer.points, answer.base, answer.speed, answer.streak, answer.multiplier],
      ...[answer.confidence, answer.counts, answer.acceptedAt.toISOString()],
    ]),
  };
}

function studentsTable({ students }: SessionResults): Table {
  return {
    header: ["place", "student", "points", "answered", "right", "share_right", "median_ms", "left_early"],
    rows: students.map(({ place, name, points, answered, right, share, medianMs, removed }) => [
      ...[place, name, points, answered, right, rounded(share), medianMs, removed],
    ]),
  };
}

const MOST_OPTIONS = 4;

function questionsTable({ rounds }: SessionResults): Table {
  const letters = ["a", "b", "c", "d"].slice(0, MOST_OPTIONS);
  return {
    header: [
      ...["question", "prompt", "kind", "counts", "voided", "answered", "right", "share_right", "no_answer"],
      ...["median_ms", "sure_and_wrong"],
      ...letters.flatMap((letter) => [
        `option_${letter}`,
        `option_${letter}_right`,
        `option_${letter}_chosen`,
      ]),
    ],
    rows: rounds.map((round) => [
      ...[round.number, round.prompt, round.kind, round.counts, round.voided, round.answered, round.right],
      ...[rounded(round.share), round.silent, round.medianMs, round.sureAndWrong],
      ...letters.flatMap((_, index): Cell[] => {
        const option = round.options[index];
        return option ? [option.text, option.correct, option.chosen] : [null, null, null];
      }),
    ]),
  };
}

/** Four decimals: a percentage to the hundredth, without the noise of a binary fraction. */
const rounded = (share: number | null): number | null =>
  share === null ? null : Math.round(share * 1e4) / 1e4;
