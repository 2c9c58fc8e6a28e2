import type { ClassAnswer } from "@/contract/class";
import { inTransaction } from "../store/in-transaction";
import { hearAgain } from "../store/mastery/hear";
import type { Sql } from "../store/mastery/memories";
import { type ClassBench, DONE, NOT_HERE, refuse } from "./bench";

/** What stands in past games where a name stood. */
const NOBODY = "Removed student";

/**
 * Removes a student and every trace of them: their row and all that hangs on it (memories, what mastery heard, phones,
 * words, link), and their name wherever a game wrote it down. The answers stay in their games as nobody's, because the
 * class's figures rest on them. All or nothing; mastery is folded anew without them.
 */
export async function removeStudent(bench: ClassBench, studentId: string): Promise<ClassAnswer> {
  const { db, pool, classId } = bench;
  const student = await db.student.findFirst({ where: { id: studentId, classId }, select: { name: true } });
  if (!student) return NOT_HERE;
  const playing = await db.player.findFirst({
    where: { studentId, session: { endedAt: null } },
    select: { session: { select: { title: true } } },
  });
  if (playing)
    return refuse(
      `${student.name} has a seat in a game that is running (${playing.session.title}). End it first.`,
    );
  await inTransaction(pool, async (sql) => {
    await forgetStudent(sql, studentId);
    await hearAgain(sql, []);
  });
  return DONE;
}

/** Removes a class with all its students. Its past games stay with their teacher, without names. */
export async function deleteClass({ db, pool, classId }: ClassBench): Promise<ClassAnswer> {
  const running = await db.session.findFirst({ where: { classId, endedAt: null }, select: { title: true } });
  if (running) return refuse(`A game of this class is running (${running.title}). End it first.`);
  const students = await db.student.findMany({ where: { classId }, select: { id: true } });
  await inTransaction(pool, async (sql) => {
    for (const { id } of students) await forgetStudent(sql, id);
    await sql.query(`delete from "Class" where id = $1`, [classId]);
    await hearAgain(sql, []);
  });
  return DONE;
}

/** The erasing itself, inside a transaction that folds mastery anew afterwards. */
export async function forgetStudent(sql: Sql, studentId: string): Promise<void> {
  // The log of a game holds names too: a game of the past can be read again from it.
  await sql.query(
    `update "GameEvent" e set payload = e.payload || jsonb_build_object('name', $2::text)
       || case when e.type = 'player-joined' then jsonb_build_object('studentId', null) else '{}'::jsonb end
      from "Player" p
     where p."studentId" = $1 and e."sessionId" = p."sessionId" and e.payload->>'playerId' = p.id
       and e.type in ('player-joined', 'player-renamed')`,
    [studentId, NOBODY],
  );
  await sql.query(
    `update "Player" set name = $2, "studentId" = null, "mergedAt" = null, "reportHash" = null where "studentId" = $1`,
    [studentId, NOBODY],
  );
  await sql.query(`delete from "Student" where id = $1`, [studentId]);
}
