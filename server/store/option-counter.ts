import type pg from "pg";
import { isDead, mayBeRight, type OptionCounts, optionCounts } from "../domain/report/option-counts";
import type { RoomLogger } from "../room/ports";
import { inTransaction } from "./in-transaction";
import type { Sql } from "./mastery/memories";

/** A question keeps this many distractors, however few take them. */
const DISTRACTORS_KEPT = 2;
const FLAG = "may-also-be-right";

/**
 * Lets the decks learn from games that have ended: how often each option was shown and taken is added up, a distractor
 * that nobody takes is retired, one that the best take is flagged. Each session is counted once, also after a crash,
 * because its mark is set in the same commit; what was left uncounted is found at the next start.
 */
export class OptionCounter {
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly pool: pg.Pool,
    private readonly logger: RoomLogger,
  ) {}

  /** A session has ended. */
  ended(sessionId: string): void {
    this.last = this.last
      .then(() => inTransaction(this.pool, (sql) => countSession(sql, sessionId)))
      .catch((error: unknown) => {
        this.logger.error({ session: sessionId, error: String(error) }, "a session could not be counted yet");
      });
  }

  settled(): Promise<void> {
    return this.last;
  }

  async catchUp(): Promise<void> {
    const { rows } = await this.pool.query<{ id: string }>(
      `select id from "Session" where "endedAt" is not null and "countedAt" is null order by "endedAt", id`,
    );
    for (const { id } of rows) this.ended(id);
    await this.settled();
  }
}

async function countSession(sql: Sql, sessionId: string): Promise<void> {
  const marked = await sql.query(
    `update "Session" set "countedAt" = now() at time zone 'utc' where id = $1 and "countedAt" is null`,
    [sessionId],
  );
  if (marked.rowCount === 0) return;
  const { rows } = await sql.query<{
    options: { id: string; storedOptionId: string | null }[];
    answers: { player: string; option: string; correct: boolean }[];
  }>(
    `select r.options, (
        select coalesce(json_agg(json_build_object('player', a."playerId", 'option', a."optionId", 'correct', a.correct)), '[]')
        from "Answer" a where a."roundId" = r.id) as answers
       from "Round" r where r."sessionId" = $1 and r."closedAt" is not null and not r.voided`,
    [sessionId],
  );
  const counts = optionCounts(
    rows.map(({ options, answers }) => ({
      options: options.map(({ id, storedOptionId: stored }) => ({ id, stored })),
      answers,
    })),
  );
  await learn(sql, counts);
}

async function learn(sql: Sql, counts: OptionCounts[]): Promise<void> {
  const { rows } = await sql.query<{ questionId: string }>(
    `update "QuestionOption" o set shown = o.shown + x.shown, chosen = o.chosen + x.chosen,
        "shownTop" = o."shownTop" + x."shownTop", "chosenTop" = o."chosenTop" + x."chosenTop",
        "shownBottom" = o."shownBottom" + x."shownBottom", "chosenBottom" = o."chosenBottom" + x."chosenBottom"
       from json_to_recordset($1::json) as x(stored text, shown int, chosen int, "shownTop" int, "chosenTop" int,
        "shownBottom" int, "chosenBottom" int)
      where o.id = x.stored returning o."questionId"`,
    [JSON.stringify(counts)],
  );
  for (const questionId of new Set(rows.map((row) => row.questionId))) await judge(sql, questionId);
}

async function judge(sql: Sql, questionId: string): Promise<void> {
  const { rows } = await sql.query<Omit<OptionCounts, "stored"> & { id: string }>(
    `select * from "QuestionOption" where "questionId" = $1 and not correct and state = 'active' order by chosen::float / greatest(shown, 1), id`,
    [questionId],
  );
  const dead = rows.filter(isDead).slice(0, Math.max(0, rows.length - DISTRACTORS_KEPT));
  if (dead.length > 0)
    await sql.query(`update "QuestionOption" set state = 'retired' where id = any($1)`, [
      dead.map(({ id }) => id),
    ]);
  if (rows.some(mayBeRight))
    await sql.query(
      `update "Question" set flags = array_append(flags, $2) where id = $1 and not ($2 = any(flags))`,
      [questionId, FLAG],
    );
}
