import type { CorrectionAnswer } from "@/contract/corrections";
import { RoundId } from "@/contract/ids";
import { type CorrectionDeps, correct, refused, Shown } from "./corrections";

/**
 * Accepts an option of a deck as right, or takes that back: in the deck and in every game of this teacher's in which it
 * was shown, as one correction of the last of them. Refuses what would leave a question without a right or without a
 * wrong answer.
 */
export async function acceptInDeck(
  deps: CorrectionDeps,
  teacherId: string,
  optionId: string,
  accepted: boolean,
): Promise<CorrectionAnswer> {
  const { db } = deps;
  const question = await db.question.findFirst({
    where: { deck: { teacherId }, options: { some: { id: optionId, state: { not: "replaced" } } } },
    include: { options: { where: { state: "active" } } },
  });
  if (!question) return refused("This answer is not there any more.");
  const after = question.options.map(({ id, correct }) => (id === optionId ? accepted : correct));
  if (!after.includes(true)) return refused("Then no answer of this question would be right.");
  if (!after.includes(false)) return refused("Then every answer of this question would be right.");
  const [last] = await db.$queryRaw<{ id: string; sessionId: string; options: unknown }[]>`
    SELECT r."id", r."sessionId", r."options" FROM "Round" r JOIN "Session" s ON s."id" = r."sessionId"
    WHERE s."teacherId" = ${teacherId} AND r."closedAt" IS NOT NULL
      AND r."options" @> ${JSON.stringify([{ storedOptionId: optionId }])}::jsonb
    ORDER BY r."closedAt" DESC LIMIT 1`;
  const shown = last && Shown.parse(last.options).find(({ storedOptionId }) => storedOptionId === optionId);
  if (last && shown) {
    const roundId = RoundId.parse(last.id);
    return correct(deps, teacherId, last.sessionId, {
      ...{ type: "accept", roundId, optionId: shown.id, accepted, everywhere: true },
    });
  }
  // Its games are deleted: there is only the deck left to set right.
  await db.$transaction([
    db.question.update({ where: { id: question.id }, data: { edited: true } }),
    db.questionOption.update({ where: { id: optionId }, data: { correct: accepted } }),
  ]);
  return { ok: true, games: 0 };
}
