import { groupBy, type ReportAnswer } from "./answers";

/** One card asked again: shares right (0–1) among the `students` who answered both times. */
export type Relearned = { card: string; students: number; first: number; second: number };

/** Fewer students than this make no sentence. */
const ENOUGH = 5;

/**
 * "First try 41 % → second 83 %": for every card asked more than once, each student's first answer against their
 * next one, whatever the question. Cards with fewer than five such students are left out.
 */
export function secondAsking(answers: readonly ReportAnswer[]): Relearned[] {
  return [...groupBy(answers, ({ card }) => card)].flatMap(([card, own]) => {
    const pairs = [...groupBy(own, ({ student }) => student).values()].flatMap((mine) => {
      const [first, second] = [...mine].sort((a, b) => a.at - b.at);
      return first && second ? [{ first, second }] : [];
    });
    if (pairs.length < ENOUGH) return [];
    const share = (which: "first" | "second") =>
      pairs.filter((pair) => pair[which].correct).length / pairs.length;
    return [{ card, students: pairs.length, first: share("first"), second: share("second") }];
  });
}
