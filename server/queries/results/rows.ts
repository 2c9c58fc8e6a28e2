import { z } from "zod";
import type { PrismaClient } from "../../store/generated/client";

/** The options of a round as they were frozen when it was asked. */
const FrozenOptions = z.array(
  z.object({ id: z.string(), text: z.string(), correct: z.boolean(), storedOptionId: z.string().nullable() }),
);

/** The rows of one session, or null when it is not this teacher's. */
export async function sessionRows(db: PrismaClient, teacherId: string, sessionId: string) {
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
  const [rounds, players, answers] = await Promise.all([
    db.round.findMany({ where: { sessionId }, orderBy: { number: "asc" } }),
    db.player.findMany({
      where: { sessionId },
      select: { id: true, name: true, studentId: true, joinedAt: true, removedAt: true, reportHash: true },
      orderBy: [{ joinedAt: "asc" }, { id: "asc" }],
    }),
    db.answer.findMany({ where: { sessionId }, orderBy: [{ acceptedAt: "asc" }, { playerId: "asc" }] }),
  ]);
  return {
    session,
    players,
    answers,
    rounds: rounds.map((round) => ({ ...round, options: FrozenOptions.parse(round.options) })),
  };
}

export type SessionRows = NonNullable<Awaited<ReturnType<typeof sessionRows>>>;
