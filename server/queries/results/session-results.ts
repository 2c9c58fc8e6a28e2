import type { SessionAnalysis } from "@/contract/analysis";
import {
  GUEST_RETENTION_DAYS,
  keptUntil,
  type SessionResults,
  type SessionSummary,
} from "@/contract/results";
import type { PrismaClient } from "../../store/generated/client";
import { type AnalysedSession, analyse } from "./analyse";
import { answerRows, sessionFrame } from "./rows";
import { shapeResults } from "./shape";

/** Everything that is known of one session; null when it is not this teacher's. */
export async function sessionResults(
  db: PrismaClient,
  teacherId: string,
  sessionId: string,
): Promise<SessionResults | null> {
  const frame = await sessionFrame(db, teacherId, sessionId);
  return frame && shapeResults(frame, await answerRows(db, sessionId));
}

/** What a session's answers say beyond their sums, from its results. */
export async function sessionAnalysis(db: PrismaClient, results: AnalysedSession): Promise<SessionAnalysis> {
  const stored = results.rounds.flatMap(({ options }) =>
    options.flatMap(({ correct, storedOptionId }) => (correct || !storedOptionId ? [] : storedOptionId)),
  );
  const options = await db.questionOption.findMany({
    where: { id: { in: stored }, origin: { notIn: ["key", "perturbation", "teacher", "model"] } },
    select: { id: true, source: true },
  });
  return analyse(results, new Map(options.map(({ id, source }) => [id, source])));
}

export const SESSIONS_PER_PAGE = 30;

/** This teacher's sessions, the latest first. @param page 1-based */
export async function listSessions(
  db: PrismaClient,
  teacherId: string,
  page: number,
): Promise<{ sessions: SessionSummary[]; pages: number }> {
  const total = await db.session.count({ where: { teacherId } });
  const rows = await db.$queryRaw<
    {
      id: string;
      title: string;
      className: string | null;
      createdAt: Date;
      endedAt: Date | null;
      keptDays: number;
      players: number;
      rounds: number;
      answers: number;
      right: number;
    }[]
  >`
    SELECT s."id", s."title", c."name" AS "className", s."createdAt", s."endedAt",
      coalesce(c."retentionDays", ${GUEST_RETENTION_DAYS}::int) AS "keptDays",
      (SELECT count(*)::int FROM "Player" p WHERE p."sessionId" = s."id") AS "players",
      (SELECT count(*)::int FROM "Round" r
        WHERE r."sessionId" = s."id" AND r."closedAt" IS NOT NULL AND NOT r."voided") AS "rounds",
      coalesce(a."answers", 0) AS "answers", coalesce(a."right", 0) AS "right"
    FROM "Session" s
    LEFT JOIN "Class" c ON c."id" = s."classId"
    LEFT JOIN LATERAL (
      SELECT count(*)::int AS "answers", (count(*) FILTER (WHERE x."correct"))::int AS "right"
      FROM "Answer" x JOIN "Round" r ON r."id" = x."roundId"
      WHERE x."sessionId" = s."id" AND r."closedAt" IS NOT NULL AND NOT r."voided"
    ) a ON true
    WHERE s."teacherId" = ${teacherId}
    ORDER BY s."createdAt" DESC, s."id"
    LIMIT ${SESSIONS_PER_PAGE} OFFSET ${(Math.max(1, page) - 1) * SESSIONS_PER_PAGE}`;
  const sessions = rows.map(({ answers, right, keptDays, ...session }) => ({
    ...session,
    keptUntil: session.endedAt && keptUntil(session.endedAt, keptDays),
    accuracy: answers === 0 ? null : right / answers,
  }));
  return { sessions, pages: Math.max(1, Math.ceil(total / SESSIONS_PER_PAGE)) };
}
