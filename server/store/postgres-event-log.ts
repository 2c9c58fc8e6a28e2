import pg from "pg";
import { GameEvent } from "@/contract/events";
import { SessionId } from "@/contract/ids";
import type { Append, EventLog, NewSession, SeatHashes, StoredSession } from "../room/ports";
import { AppendConnection } from "./append-connection";
import { MISSING_ANSWERS_STATEMENT, TAKEN_OVER } from "./append-statement";
import { type AnswerRow, Projection } from "./projection";

const UNIQUE_VIOLATION = "23505";

type Waiting = { append: Append; resolve: () => void; reject: (error: unknown) => void };

/**
 * After a commit of n events the next one starts n ms later at the earliest, at most this: under load commits get fewer
 * and larger, which is where the processor's time goes, and a lone answer hardly waits.
 */
const GATHER_MAX_MS = 8;
/** So many that wait are worth a commit at once. */
const GATHER_MAX_EVENTS = 32;
/** The rows of answers are written so long after the first of their events, unless another event carries them before. */
const ROWS_AFTER_MS = 100;

/**
 * The event log in PostgreSQL. Appends of all rooms that arrive while a commit is under way share the next one, so that
 * a hundred rooms cost hardly more commits than one; a room alone gets its own at once. A commit of nothing but answers
 * stores their events, from which everything can be told; the rows that pages read follow with the next other event, or
 * as soon as there is time.
 */
export class PostgresEventLog implements EventLog {
  private waiting: Waiting[] = [];
  private writing: Promise<void> | null = null;
  private wake: (() => void) | null = null;
  private held: AnswerRow[] = [];
  /** The fences of the sessions that rows are held of. */
  private readonly heldUnder = new Map<SessionId, number | undefined>();
  private rowsTimer: NodeJS.Timeout | null = null;
  /** A commit has failed, or this process is new: which rows are missing only the database can tell. */
  private rowsUnsure = true;
  private readonly writer: AppendConnection;

  constructor(
    private readonly pool: pg.Pool,
    /** Told of each game's events once they are committed. */
    private readonly noticed: (events: GameEvent[], sessionId: SessionId) => void = () => {},
    /** Told of a session whose events cannot be read: it is left where it is, and the others are opened. */
    private readonly unreadable: (sessionId: string, error: unknown) => void = () => {},
    /** Where several servers share the games: this one's address, and what is told of a session that another has claimed. */
    private readonly shared: {
      keeper: string;
      takenOver: (sessionId: SessionId, fence: number | undefined) => void;
    } | null = null,
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
      if (!this.writing) this.startWriting();
      else if (eventsIn(this.waiting) >= GATHER_MAX_EVENTS) this.wake?.();
    });
  }

  async claim(sessionId: SessionId): Promise<StoredSession | null> {
    const { rows } = await this.pool.query<{ fence: number }>(
      `update "Session" set fence = fence + 1, keeper = $2 where id = $1 returning fence`,
      [sessionId, this.shared?.keeper ?? null],
    );
    const [claimed] = rows;
    if (!claimed) return null;
    // The server before may have ended before it wrote the rows of its last answers.
    this.rowsUnsure = true;
    if (!this.writing) void this.startWriting();
    const session = await this.load(sessionId);
    return session && { ...session, fence: claimed.fence };
  }

  async load(sessionId: SessionId): Promise<StoredSession | null> {
    const [row] = await this.read("s.id = $1", [sessionId]);
    return row ? storedSession(row) : null;
  }

  async unfinished(since: number): Promise<StoredSession[]> {
    await this.findRows();
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

  /** Writes what is left to write, and gives the writer's connection back. */
  async close() {
    if (this.rowsTimer) clearTimeout(this.rowsTimer);
    await this.writing;
    if (this.held.length > 0) await this.startWriting();
    this.writer.close();
  }

  private startWriting(): Promise<void> {
    const writing = this.write();
    this.writing = writing;
    return writing;
  }

  /** Commits until nothing waits; with nothing waiting it writes the rows that are held. */
  private async write() {
    do {
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
      const gather = Math.min(eventsIn(group), GATHER_MAX_MS) - (performance.now() - startedAt);
      if (gather >= 1) await this.pause(gather);
    } while (this.waiting.length > 0);
    // In the same turn as the look at what waits: whoever comes later has to start anew.
    this.writing = null;
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
      setTimeout(resolve, ms);
    });
  }

  private async commit(appends: Append[]) {
    await this.findRows();
    const projection = new Projection();
    const later = appends.length > 0 && appends.every(isAnswers);
    if (!later) {
      projection.carry(this.held);
      for (const [sessionId, fence] of this.heldUnder) projection.hold(sessionId, fence);
    }
    for (const append of appends) projection.add(append);
    const rows = later ? projection.holdAnswers() : [];
    try {
      await this.writer.write(projection);
    } catch (error) {
      this.rowsUnsure = true;
      const [only, other] = appends;
      if (only && !other && error instanceof pg.DatabaseError && error.message.includes(TAKEN_OVER))
        this.shared?.takenOver(only.sessionId, only.fence);
      throw error;
    }
    if (later) {
      for (const { sessionId, fence } of appends) this.heldUnder.set(sessionId, fence);
      this.hold(rows);
    } else this.letGoOfRows();
    for (const { events, sessionId } of appends)
      this.noticed(
        events.map(({ event }) => event),
        sessionId,
      );
  }

  private hold(rows: AnswerRow[]) {
    this.held.push(...rows);
    this.rowsTimer ??= setTimeout(() => {
      this.rowsTimer = null;
      if (this.held.length === 0) return;
      if (this.writing) this.hold([]);
      else void this.startWriting();
    }, ROWS_AFTER_MS);
  }

  /** After a failure, and at the start: has the database write the rows that stored events lack. */
  private async findRows() {
    if (!this.rowsUnsure) return;
    await this.pool.query(MISSING_ANSWERS_STATEMENT, [this.shared?.keeper ?? null]);
    this.rowsUnsure = false;
    this.letGoOfRows();
  }

  private letGoOfRows() {
    this.held = [];
    this.heldUnder.clear();
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

function eventsIn(group: readonly Waiting[]): number {
  return group.reduce((sum, { append }) => sum + append.events.length, 0);
}

/** Whether these are answers and nothing else. */
function isAnswers({ events, seats }: Append): boolean {
  return seats.length === 0 && events.every(({ event }) => event.type === "answer-accepted");
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
