import pg from "pg";
import { GameEvent } from "@/contract/events";
import { SessionId } from "@/contract/ids";
import type { Append, EventLog, NewSession, SeatHashes, StoredSession } from "../room/ports";
import { AppendConnection } from "./append-connection";
import { Projection } from "./projection";

const UNIQUE_VIOLATION = "23505";

type Waiting = { append: Append; resolve: () => void; reject: (error: unknown) => void };

/**
 * After a commit of n events the next one starts n ms later at the earliest, at most this: under load commits get fewer and larger, which
 * is where the processor's time goes, and a lone answer hardly waits.
 */
const GATHER_MAX_MS = 8;

/**
 * The event log in PostgreSQL. Appends of all rooms that arrive while a commit is under way share the next one, so that
 * a hundred rooms cost hardly more commits than one; a room alone gets its own at once.
 */
export class PostgresEventLog implements EventLog {
  private waiting: Waiting[] = [];
  private writing = false;
  private readonly writer: AppendConnection;

  constructor(
    private readonly pool: pg.Pool,
    /** Told of each game's events once they are committed. */
    private readonly noticed: (events: GameEvent[], sessionId: SessionId) => void = () => {},
    /** Told of a session whose events cannot be read: it is left where it is, and the others are opened. */
    private readonly unreadable: (sessionId: string, error: unknown) => void = () => {},
  ) {
    this.writer = new AppendConnection(pool);
  }

  async create({ teacherId, deckId, classId, created }: NewSession): Promise<"created" | "pin-taken"> {
    const { sessionId, title, pin, settings, at, type, ...rest } = created;
    const payload = { sessionId, title, pin, settings, ...rest };
    try {
      await this.pool.query(
        `with new_session as (
          insert into "Session" (id, "teacherId", "deckId", "classId", title, pin, settings, "createdAt")
          values ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8::bigint / 1000.0) at time zone 'utc')
        )
        insert into "GameEvent" ("sessionId", seq, type, at, payload)
        values ($1, 1, $9, to_timestamp($8::bigint / 1000.0) at time zone 'utc', $10)`,
        [sessionId, teacherId, deckId, classId, title, pin, settings, at, type, payload],
      );
      return "created";
    } catch (error) {
      if (error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION) return "pin-taken";
      throw error;
    }
  }

  append(append: Append): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ append, resolve, reject });
      if (!this.writing) void this.write();
    });
  }

  async load(sessionId: SessionId): Promise<StoredSession | null> {
    const [row] = await this.read("s.id = $1", [sessionId]);
    return row ? storedSession(row) : null;
  }

  async unfinished(since: number): Promise<StoredSession[]> {
    const rows = await this.read(
      `s."endedAt" is null or s."endedAt" > to_timestamp($1::bigint / 1000.0) at time zone 'utc'`,
      [since],
    );
    return rows.flatMap((row) => {
      try {
        return storedSession(row);
      } catch (error) {
        this.unreadable(row.id, error);
        return [];
      }
    });
  }

  /** Gives the writer's connection back; what is being written is finished first by the pool's own end. */
  close() {
    this.writer.close();
  }

  private async write() {
    this.writing = true;
    while (this.waiting.length > 0) {
      const group = this.waiting.splice(0);
      const startedAt = performance.now();
      try {
        await this.commit(group.map(({ append }) => append));
        for (const { resolve } of group) resolve();
      } catch (error) {
        if (group.length === 1) group[0]?.reject(error);
        // One room's conflict must not fail the others: nothing of the group is stored, so each tries alone.
        else for (const one of group) await this.commit([one.append]).then(one.resolve, one.reject);
      }
      const rows = group.reduce((sum, { append }) => sum + append.events.length, 0);
      const gather = Math.min(rows, GATHER_MAX_MS) - (performance.now() - startedAt);
      if (gather >= 1) await new Promise((resolve) => setTimeout(resolve, gather));
    }
    this.writing = false;
  }

  private async commit(appends: Append[]) {
    const projection = new Projection();
    for (const append of appends) projection.add(append);
    await this.writer.write(projection);
    for (const { events, sessionId } of appends)
      this.noticed(
        events.map(({ event }) => event),
        sessionId,
      );
  }

  private async read(where: string, values: unknown[]): Promise<SessionRow[]> {
    const { rows } = await this.pool.query<SessionRow>(
      `select s.id, s."teacherId", s."deckId", s."classId",
        (select coalesce(json_agg(json_build_object('seq', e.seq, 'type', e.type, 'payload', e.payload,
            'cause', e.cause, 'at', (extract(epoch from e.at) * 1000)::bigint) order by e.seq), '[]')
          from "GameEvent" e where e."sessionId" = s.id) as events,
        (select coalesce(json_agg(json_build_object('playerId', p.id, 'tokenHash', p."tokenHash",
            'previousHash', p."previousTokenHash")), '[]') from "Player" p where p."sessionId" = s.id) as seats
      from "Session" s where ${where}`,
      values,
    );
    return rows;
  }
}

type SessionRow = {
  id: string;
  teacherId: string;
  deckId: string | null;
  classId: string | null;
  events: { seq: number; type: string; at: number; payload: object; cause: string | null }[];
  seats: SeatHashes[];
};

/** @throws when an event is not one that this version knows. */
function storedSession({ id, events, seats, ...whose }: SessionRow): StoredSession {
  return {
    ...whose,
    sessionId: SessionId.parse(id),
    seats,
    events: events.map(({ seq, type, at, payload, cause }) => ({
      seq,
      cause,
      event: GameEvent.parse({ ...payload, type, at }),
    })),
  };
}
