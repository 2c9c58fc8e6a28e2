import type pg from "pg";
import { GUEST_RETENTION_DAYS } from "@/contract/results";
import type { Clock, RoomLogger } from "../room/ports";
import { inTransaction } from "../store/in-transaction";
import { hearAgain } from "../store/mastery/hear";

const DAY_MS = 24 * 60 * 60 * 1000;
export type Forgotten = { sessions: number; answers: number };

/**
 * Deletes what has been kept long enough: ended games older than their class wants (with everything about them), and
 * what mastery heard of a class before its school year ended, which then ends again a year later. @param now the moment
 * to count from
 */
export async function forgetTheOld(pool: pg.Pool, now: Date): Promise<Forgotten> {
  return inTransaction(pool, async (sql) => {
    const sessions = await sql.query(
      `delete from "Session" s where s."endedAt" is not null and s."countedAt" is not null
          and s."endedAt" + make_interval(days => coalesce(
            (select c."retentionDays" from "Class" c where c.id = s."classId"), $2::int)) < $1::timestamptz at time zone 'UTC'
          and not exists (select from "Round" r where r."sessionId" = s.id and r."closedAt" is not null and r.batch is null)`,
      [now, GUEST_RETENTION_DAYS],
    );
    const answers = await sql.query(
      `delete from "LearnedAnswer" l using "Student" s, "Class" c
        where s.id = l."studentId" and c.id = s."classId" and c."yearEndsAt" < $1::timestamptz at time zone 'UTC' and l.at <= c."yearEndsAt"`,
      [now],
    );
    // The next school year has an end too.
    await sql.query(
      `update "Class" set "yearEndsAt" = "yearEndsAt"
          + make_interval(years => 1 + extract(year from age($1::timestamptz at time zone 'UTC', "yearEndsAt"))::int)
        where "yearEndsAt" < $1::timestamptz at time zone 'UTC'`,
      [now],
    );
    if (answers.rowCount) await hearAgain(sql, []);
    return { sessions: sessions.rowCount ?? 0, answers: answers.rowCount ?? 0 };
  });
}

/** Forgets the old now and once a day. @returns how to stop */
export async function keepForgetting(pool: pg.Pool, clock: Clock, logger: RoomLogger): Promise<() => void> {
  let cancel = () => {};
  const run = async () => {
    try {
      const forgotten = await forgetTheOld(pool, new Date(clock.now()));
      if (forgotten.sessions + forgotten.answers > 0) logger.info(forgotten, "old games were deleted");
    } catch (error) {
      logger.error({ error: String(error) }, "old games could not be deleted; tried again tomorrow");
    }
    cancel = clock.after(DAY_MS, () => void run());
  };
  await run();
  return () => cancel();
}
