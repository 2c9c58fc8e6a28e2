import type pg from "pg";
import { SessionId } from "@/contract/ids";

/** A game that can be entered, and the server that has claimed it last. */
export type SessionPlace = { sessionId: SessionId; keeper: string | null };

/** Which games there are, told from the database for servers that share them. `since`: server epoch ms. */
export class SessionPlaces {
  constructor(private readonly pool: pg.Pool) {}

  /**
   * The game of a PIN or with an id: one that has not ended, or has ended after `since`. One query, whether it is found
   * or not, so that the time it takes tells nothing.
   */
  async find(room: string, since: number): Promise<SessionPlace | null> {
    const { rows } = await this.pool.query<{ id: string; keeper: string | null }>(
      `select s.id, s.keeper from "Session" s where (s.pin = $1 or s.id = $1) and (s."endedAt" is null or ${ENDED_SINCE})
       union all
       select s.id, s.keeper from "Session" s join "GameEvent" e on e."sessionId" = s.id and e.seq = 1
        where ${ENDED_SINCE} and e.payload->>'pin' = $1
       limit 1`,
      [room, since],
    );
    const [row] = rows;
    return row ? { sessionId: SessionId.parse(row.id), keeper: row.keeper } : null;
  }

  /** All games that have not ended, and those that have ended after `since`. */
  async all(since: number): Promise<SessionId[]> {
    const { rows } = await this.pool.query<{ id: string }>(
      `select s.id from "Session" s where s."endedAt" is null or (${ENDED_SINCE.replace("$2", "$1")})`,
      [since],
    );
    return rows.map(({ id }) => SessionId.parse(id));
  }

  /** Those of these games that another server has claimed since: their fence is not the one given. */
  async takenOver(fences: ReadonlyMap<SessionId, number>): Promise<SessionId[]> {
    const { rows } = await this.pool.query<{ id: string }>(
      `select held.id from unnest($1::text[], $2::int[]) held(id, fence)
        where not exists (select from "Session" s where s.id = held.id and s.fence = held.fence)`,
      [[...fences.keys()], [...fences.values()]],
    );
    return rows.map(({ id }) => SessionId.parse(id));
  }
}

const ENDED_SINCE = `s."endedAt" > to_timestamp($2::bigint / 1000.0) at time zone 'utc'`;
