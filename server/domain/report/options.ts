import { ENOUGH_STUDENTS } from "@/contract/analysis";
import type { ReportAnswer, ReportQuestion } from "./answers";
import { correlation, correlationError, sum } from "./statistics";

/** `dead` hardly anybody took it; `bad` the better students take it as often; `alarm` it may also be right. */
export type Verdict = "dead" | "bad" | "alarm";

/** What became of one option. Shares are 0–1 of those who answered; null where nobody did. */
export type OptionRow = {
  option: string;
  correct: boolean;
  /** The card whose answer this is, if it is another card's. */
  card: string | undefined;
  chosen: number;
  share: number | null;
  /** Share among the best and the weakest third by their other answers; null under nine students. */
  top: number | null;
  bottom: number | null;
  /** Correlation of choosing it with the share right on the other questions, and its standard error. */
  r: number | null;
  rError: number | null;
  verdicts: Verdict[];
};

export type OptionTable = { answered: number; provisional: boolean; rows: OptionRow[] };

/** A distractor chosen by fewer than this share did nothing. */
const DEAD = 0.05;
/** Thirds of fewer than three students are no groups. */
const THIRD = 3;

/**
 * Who chose what. `own`: first attempts at this question; `rest`: each student's share right on the others, 0–1. A
 * distractor alarms when it is chosen more than the key, or when choosing it goes with knowing the rest more than
 * choosing the key does.
 */
export function optionTable(
  question: ReportQuestion,
  own: readonly ReportAnswer[],
  rest: ReadonlyMap<string, number>,
): OptionTable {
  const chosen = own.filter(({ option }) => option !== null);
  const ranked = chosen
    .flatMap((answer) => {
      const share = rest.get(answer.student);
      return share === undefined ? [] : [{ student: answer.student, option: answer.option, share }];
    })
    .sort((a, b) => b.share - a.share || (a.student < b.student ? -1 : 1));
  const third = Math.floor(ranked.length / 3);
  const provisional = chosen.length < ENOUGH_STUDENTS;

  const rows = question.options.map((option): OptionRow => {
    const takes = ({ option: taken }: Pick<ReportAnswer, "option">) => (taken === option.id ? 1 : 0);
    const count = sum(chosen.map(takes));
    const share = (group: readonly Pick<ReportAnswer, "option">[], least: number) =>
      group.length < least ? null : sum(group.map(takes)) / group.length;
    const r = correlation(
      ranked.map(takes),
      ranked.map((answer) => answer.share),
    );
    return {
      option: option.id,
      correct: option.correct,
      card: option.card,
      chosen: count,
      share: share(chosen, 1),
      top: share(ranked.slice(0, third), THIRD),
      bottom: share(ranked.slice(ranked.length - third), THIRD),
      r,
      rError: r === null ? null : correlationError(r, ranked.length),
      verdicts: [],
    };
  });
  const keys = rows.filter(({ correct }) => correct);
  for (const row of rows) if (!row.correct) row.verdicts = verdicts(row, keys);
  return { answered: chosen.length, provisional, rows };
}

function verdicts(row: OptionRow, keys: readonly OptionRow[]): Verdict[] {
  const found: Verdict[] = [];
  if (row.share === null) return found;
  if (row.share < DEAD) found.push("dead");
  if (row.r !== null && row.r >= 0) found.push("bad");
  const [r, share] = [row.r, row.share];
  const beatsKey = keys.some(
    (key) => (key.r !== null && r !== null && r > key.r) || share > (key.share ?? 1),
  );
  if (beatsKey) found.push("alarm");
  return found;
}
