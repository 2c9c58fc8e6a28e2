import { z } from "zod";
import type { PrismaClient } from "../../store/generated/client";

/** The options of a round as they were frozen when it was asked. */
export const FrozenOptions = z.array(
  z.object({ id: z.string(), text: z.string(), correct: z.boolean(), storedOptionId: z.string().nullable() }),
);

/** One session without its answers, or null when it is not this teacher's. */
export async function sessionFrame(db: PrismaClient, teacherId: string, sessionId: string) {
  const session = await db.session.findFirst({
    where: { id: sessionId, teacherId },
    select: {
      id: true,
      title: true,
      createdAt: true,
      startedAt: true,
      endedAt: true,
      deckId: true,
      settings: true,
      class: { select: { name: true, retentionDays: true } },
    },
  });
  if (!session) return null;
  const [rounds, players] = await Promise.all([
    db.round.findMany({ where: { sessionId }, orderBy: { number: "asc" } }),
    db.player.findMany({
      where: { sessionId },
      select: { id: true, name: true, studentId: true, joinedAt: true, removedAt: true, reportHash: true },
      orderBy: [{ joinedAt: "asc" }, { id: "asc" }],
    }),
  ]);
  return {
    session,
    players,
    rounds: rounds.map((round) => ({ ...round, options: FrozenOptions.parse(round.options) })),
  };
}

export type SessionFrame = NonNullable<Awaited<ReturnType<typeof sessionFrame>>>;

const ANSWER = {
  roundId: true,
  playerId: true,
  optionId: true,
  takenMs: true,
  correct: true,
  points: true,
  base: true,
  speed: true,
  streak: true,
  confidence: true,
  acceptedAt: true,
} as const;
const BY_TIME = [{ acceptedAt: "asc" }, { playerId: "asc" }] as const;

/** The answers of a whole session, or of one round of it, by the time they came. */
export const answerRows = (db: PrismaClient, sessionId: string, roundId?: string) =>
  db.answer.findMany({
    where: { sessionId, ...(roundId === undefined ? {} : { roundId }) },
    select: ANSWER,
    orderBy: [...BY_TIME],
  });

export type AnswerRow = Awaited<ReturnType<typeof answerRows>>[number];
