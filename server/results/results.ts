import type { CorrectionCommand } from "@/contract/corrections";
import type { Rooms } from "../room/registry";
import type { PrismaClient } from "../store/generated/client";
import { acceptInDeck } from "./accept-in-deck";
import { correct } from "./corrections";
import { newReportLink, revokeReportLink } from "./report-links";

/**
 * Everything that changes results after a game. One instance per server, made by `server/main.ts`. Every call takes the
 * teacher's id and does nothing to a game that is not theirs.
 */
export function createResults(deps: { db: PrismaClient; rooms: Pick<Rooms, "correct"> }) {
  const { db } = deps;
  return {
    correct: (teacherId: string, sessionId: string, command: CorrectionCommand) =>
      correct(deps, teacherId, sessionId, command),

    /** Accepts an option of a deck as right, there and in every game that showed it, or takes that back. */
    acceptInDeck: (teacherId: string, optionId: string, accepted: boolean) =>
      acceptInDeck(deps, teacherId, optionId, accepted),

    /** A new link to a student's own report; the one before is dead. @returns its token, this once, or null */
    newReportLink: (teacherId: string, sessionId: string, playerId: string) =>
      newReportLink(db, teacherId, sessionId, playerId),

    /** @returns false when there is no such student in a game of this teacher's */
    revokeReportLink: (teacherId: string, sessionId: string, playerId: string) =>
      revokeReportLink(db, teacherId, sessionId, playerId),

    /** Deletes a game that has ended, with everything about it; what mastery heard stays with its students. */
    async deleteSession(teacherId: string, sessionId: string): Promise<boolean> {
      const where = { id: sessionId, teacherId, endedAt: { not: null } };
      const { count } = await db.session.deleteMany({ where });
      return count > 0;
    },
  };
}

export type Results = ReturnType<typeof createResults>;
