import { randomBytes } from "node:crypto";
import type pg from "pg";
import { appendStatement } from "./append-statement";
import type { Projection } from "./projection";

/**
 * A prepared statement keeps the plan that was best when it was made: one made for empty tables reads all answers to
 * change one, 6 ms with 29,000 of them. So plans are made anew after so many events, and each time there are so many
 * times more.
 */
const FIRST_PLANS_EVENTS = 1_000;
const NEW_PLANS_FACTOR = 4;

/** The one connection that commits, with its prepared statements: one for every set of tables that a commit writes to. */
export class AppendConnection {
  private client: pg.PoolClient | null = null;
  private readonly names = new Map<string, string>();
  private written = 0;
  private plannedUntil = FIRST_PLANS_EVENTS;

  constructor(private readonly pool: pg.Pool) {}

  /** Stores all of it or nothing; a rejection leaves open which. */
  async write(projection: Projection): Promise<void> {
    const lists = projection.lists();
    if (lists.length === 0) return;
    const client = this.client ?? (await this.connect());
    const text = appendStatement(lists.map(([table]) => table));
    const values = lists.map(([, rows]) => JSON.stringify(rows));
    await client.query({ name: this.nameOf(text), text, values });
    this.written += projection.events.length;
    if (this.written < this.plannedUntil) return;
    this.plannedUntil *= NEW_PLANS_FACTOR;
    this.names.clear();
  }

  /** Gives the connection back. */
  close() {
    this.client?.release();
    this.client = null;
  }

  private async connect(): Promise<pg.PoolClient> {
    const client = await this.pool.connect();
    this.client = client;
    this.names.clear();
    client.once("error", () => {
      client.release(true);
      if (this.client === client) this.client = null;
    });
    return client;
  }

  /** A name that no other connection has: the embedded database shares prepared statements among them. */
  private nameOf(text: string): string {
    const name = this.names.get(text) ?? `append-${randomBytes(9).toString("base64url")}`;
    this.names.set(text, name);
    return name;
  }
}
