import type { ClassAnswer } from "@/contract/class";
import { inTransaction } from "../store/in-transaction";
import { hearAgain } from "../store/mastery/hear";
import { type ClassBench, DONE, NOT_HERE, refuse } from "./bench";

/**
 * Says that a guest of one of the class's past games was this student: their answers become the student's, and mastery
 * is folded anew with them, in one transaction.
 */
export async function mergeGuest(
  bench: ClassBench,
  playerId: string,
  studentId: string,
): Promise<ClassAnswer> {
  const { db, pool, classId, now } = bench;
  const [guest, student] = await Promise.all([
    db.player.findFirst({
      where: { id: playerId, session: { classId } },
      select: { studentId: true, sessionId: true, session: { select: { endedAt: true } }, answers: ROUND },
    }),
    db.student.findFirst({ where: { id: studentId, classId }, select: { name: true } }),
  ]);
  if (!guest || !student || guest.studentId !== null) return NOT_HERE;
  if (!guest.session.endedAt) return refuse("This game is still running. End it first.");
  const rounds = guest.answers.map(({ roundId }) => roundId);
  // One person answers a question once: a second answer to it came from somebody else.
  const both = await db.answer.count({ where: { roundId: { in: rounds }, player: { studentId } } });
  if (both > 0)
    return refuse(
      `${student.name} answered ${both} of the same questions from a seat of their own in this game.`,
    );
  return inTransaction(pool, async (sql) => {
    const { rowCount } = await sql.query(
      `update "Player" set "studentId" = $2, "mergedAt" = $3::timestamptz at time zone 'UTC'
        where id = $1 and "studentId" is null`,
      [playerId, studentId, now],
    );
    if (rowCount === 0) return NOT_HERE;
    await hearAgain(sql, rounds);
    return DONE;
  });
}

/** Takes a merge back: the guest is a guest again, and mastery is folded anew without their answers. */
export async function unmergeGuest(
  { db, pool, classId }: ClassBench,
  playerId: string,
): Promise<ClassAnswer> {
  const guest = await db.player.findFirst({
    where: { id: playerId, session: { classId }, mergedAt: { not: null } },
    select: { answers: ROUND },
  });
  if (!guest) return NOT_HERE;
  return inTransaction(pool, async (sql) => {
    await sql.query(`update "Player" set "studentId" = null, "mergedAt" = null where id = $1`, [playerId]);
    await hearAgain(
      sql,
      guest.answers.map(({ roundId }) => roundId),
    );
    return DONE;
  });
}

const ROUND = { select: { roundId: true } } as const;
