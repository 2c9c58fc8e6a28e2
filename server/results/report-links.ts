import { randomBytes } from "node:crypto";
import { hashSecret } from "../room/chance";
import type { PrismaClient } from "../store/generated/client";

/** A new secret link to a student's own report of one game, 256 bits, shown once; the one before it stops working. */
export async function newReportLink(
  db: PrismaClient,
  teacherId: string,
  sessionId: string,
  playerId: string,
): Promise<string | null> {
  const token = randomBytes(32).toString("base64url");
  const { count } = await db.player.updateMany({
    where: { id: playerId, sessionId, session: { teacherId } },
    data: { reportHash: hashSecret(token) },
  });
  return count === 1 ? token : null;
}

/** The link stops working. @returns false when there is no such student in a game of this teacher's */
export async function revokeReportLink(
  db: PrismaClient,
  teacherId: string,
  sessionId: string,
  playerId: string,
): Promise<boolean> {
  const { count } = await db.player.updateMany({
    where: { id: playerId, sessionId, session: { teacherId } },
    data: { reportHash: null },
  });
  return count === 1;
}
