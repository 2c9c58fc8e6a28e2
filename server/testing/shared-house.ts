import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Database, openDatabase } from "../store/client";
import { startEmbedded } from "../store/embedded";
import { migrate } from "../store/migrate";
import { MIGRATIONS_DIR } from "../store/migration-folder";
import { freePort } from "./free-port";
import { type Furniture, type House, putIn, type RunningServer, startServer } from "./house";
import { postgresPrograms, startPostgres } from "./postgres-server";
import { RedisServer } from "./redis-server";
import { freshDataDir } from "./test-database";

/** A database and a Redis that several real servers share, furnished like a house. */
export type SharedHouse = Pick<House, "teacher" | "stranger" | "sessions"> & {
  database: Database;
  redis: RedisServer;
  /** Starts the n-th server (0, 1, …), or starts it again; it listens on the same port every time. */
  start(n: number, how?: { prefix?: string[]; nodeFlags?: string[] }): Promise<RunningServer>;
  portOf(n: number): number;
  /** Which server has this port. */
  numberAt(port: number): number;
  close(): Promise<void>;
};

/**
 * Opens a house for several servers: on a real PostgreSQL where its programs are, else on the embedded database.
 * @param servers how many, at most: each has a free port of its own
 */
export async function openSharedHouse(furniture: Furniture, servers: number): Promise<SharedHouse> {
  const folder = mkdtempSync(path.join(tmpdir(), "deckdash-shared-"));
  const bin = postgresPrograms();
  const store = bin ? await startPostgres(bin) : await embeddedStore();
  await migrate(store.url, MIGRATIONS_DIR);
  const database = await openDatabase(store.url);
  const furnished = await putIn(database, furniture);
  const redis = await RedisServer.start(await freePort());
  const ports = await Promise.all(Array.from({ length: servers }, freePort));
  const portOf = (n: number) => {
    const port = ports[n];
    if (port === undefined) throw new Error(`The house has no server ${n}.`);
    return port;
  };
  return {
    ...furnished,
    database,
    redis,
    portOf,
    numberAt: (port) => ports.indexOf(port),
    start: (n, how = {}) =>
      startServer({
        ...how,
        dataDir: path.join(folder, `server-${n}`),
        port: portOf(n),
        env: { DATABASE_URL: store.url, REDIS_URL: redis.url },
      }),
    async close() {
      await redis.kill();
      await database.close();
      await store.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function embeddedStore(): Promise<{ url: string; stop(): Promise<void> }> {
  const dataDir = await freshDataDir();
  const embedded = await startEmbedded(dataDir);
  return {
    url: embedded.url,
    async stop() {
      await embedded.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
