import { z } from "zod";
import type { AnswerResult, SessionResults } from "@/contract/results";

const id = z.string().min(1).max(64).optional().catch(undefined);

/** Which answers of a session a page shows: any of these may be left out. It is what stands in the address. */
export const AnswerFilter = z.object({
  round: id,
  student: id,
  option: id,
  right: z.enum(["yes", "no"]).optional().catch(undefined),
});
export type AnswerFilter = z.infer<typeof AnswerFilter>;

/** Where the answers stand that the filter lets through. @param page 1-based */
export function answersPath(sessionId: string, filter: AnswerFilter = {}, page = 1): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
  if (page > 1) query.set("page", String(page));
  return `/teach/sessions/${sessionId}/answers${query.size > 0 ? `?${query}` : ""}`;
}

/** The answers that every part of the filter lets through. */
export function filterAnswers({ answers }: SessionResults, filter: AnswerFilter): AnswerResult[] {
  return answers.filter(
    (answer) =>
      (!filter.round || answer.roundId === filter.round) &&
      (!filter.student || answer.playerId === filter.student) &&
      (!filter.option || answer.optionId === filter.option) &&
      (!filter.right || answer.correct === (filter.right === "yes")),
  );
}

/** The filter as a heading: "Wrong answers of Bea to question 3". */
export function filterTitle(results: SessionResults, filter: AnswerFilter): string {
  const round = results.rounds.find((item) => item.id === filter.round);
  const student = results.students.find((item) => item.playerId === filter.student);
  const option = round?.options.find((item) => item.id === filter.option);
  const what = filter.right === "yes" ? "Right answers" : filter.right === "no" ? "Wrong answers" : "Answers";
  return [
    what,
    student ? `of ${student.name}` : "",
    round ? `to question ${round.number}` : "",
    option ? `“${option.text}”` : "",
  ]
    .filter(Boolean)
    .join(" ");
}
