import type pg from "pg";
import type { GameEvent } from "@/contract/events";
import type { RoomLogger } from "../../room/ports";
import { inTransaction } from "../in-transaction";
import { hearAgain, hearRound } from "./hear";
import type { Sql } from "./memories";
import { madeByThisModel } from "./weights";

/**
 * Tells mastery of every round that closes and of every correction, one after another, beside the game and never in
 * its way. Nothing is missed: a closed round that was not heard has no batch number, and a correction that was not
 * heard differs from what was written down, so both are found at the next start.
 */
export class MasteryListener {
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly pool: pg.Pool,
    private readonly logger: RoomLogger,
  ) {}

  /** What the log has just stored. */
  notice(events: readonly GameEvent[]): void {
    for (const event of events) {
      if (event.type === "round-closed") this.queue((sql) => hearRound(sql, event.roundId));
      if (event.type === "round-voided" || event.type === "option-accepted")
        this.queue((sql) => hearAgain(sql, [event.roundId]));
    }
  }

  /** A correction that is not in the log: a merged guest, a deleted student. */
  async corrected(rounds: readonly string[]): Promise<void> {
    this.queue((sql) => hearAgain(sql, rounds));
    await this.settled();
  }

  /** Resolves when everything noticed so far has been heard (or could not be, which the log of this server tells). */
  settled(): Promise<void> {
    return this.last;
  }

  /** Hears what the last stop left unheard; and everything again where a newer model takes over. */
  async catchUp(): Promise<void> {
    if (!(await madeByThisModel(this.pool))) this.queue((sql) => hearAgain(sql, []));
    const unheard = await this.pool.query<{ id: string }>(
      `select id from "Round" where "closedAt" is not null and batch is null order by "closedAt", id`,
    );
    for (const { id } of unheard.rows) this.queue((sql) => hearRound(sql, id));
    const changed = await this.pool.query<{ id: string }>(
      `select distinct r.id from "Round" r
         join "LearnedAnswer" l on l."roundId" = r.id
         join "Answer" a on a."roundId" = r.id and l.id = r.id || '/' || a."playerId"
        where l.counts = r.voided or l.correct <> a.correct`,
    );
    if (changed.rows.length > 0) {
      const rounds = changed.rows.map(({ id }) => id);
      this.queue((sql) => hearAgain(sql, rounds));
    }
    await this.settled();
  }

  private queue(work: (sql: Sql) => Promise<void>): void {
    this.last = this.last
      .then(() => inTransaction(this.pool, work))
      .catch((error: unknown) => {
        this.logger.error(
          { error: String(error) },
          "mastery could not hear a round; the next start hears it",
        );
      });
  }
}
