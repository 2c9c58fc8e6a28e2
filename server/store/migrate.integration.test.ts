import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tsxFlags } from "../programs";
import { postgresPrograms, startPostgres } from "../testing/postgres-server";
import { openDatabase } from "./client";
import { startEmbedded } from "./embedded";
import { migrate } from "./migrate";
import { MIGRATIONS_DIR, readMigrations } from "./migration-folder";

const MIGRATE_ONCE = fileURLToPath(new URL("./fixtures/migrate-once.ts", import.meta.url));
const names = readMigrations(MIGRATIONS_DIR).map(({ name }) => name);
const postgres = postgresPrograms();

interface Server {
  url: string;
  stop(): Promise<void>;
}

async function embeddedServer(): Promise<Server> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "deckdash-"));
  const embedded = await startEmbedded(dataDir);
  return {
    url: embedded.url,
    async stop() {
      await embedded.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function rows(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const kinds: [string, (() => Promise<Server>) | undefined][] = [
  ["the embedded database", embeddedServer],
  // Debian's package "postgresql" has the programs; without them this half is skipped.
  ["a PostgreSQL server", postgres ? () => startPostgres(postgres) : undefined],
];

describe.each(kinds)("migrating %s", (_kind, start) => {
  let server: Server | undefined;
  beforeAll(async () => {
    server = await start?.();
  });
  afterAll(() => server?.stop());

  it.skipIf(!start)("applies everything once, and records it as Prisma does", async () => {
    const { url = "" } = server ?? {};
    expect(await migrate(url, MIGRATIONS_DIR)).toEqual(names);
    expect(await migrate(url, MIGRATIONS_DIR)).toEqual([]);
    const recorded = await rows(url, "select migration_name from _prisma_migrations order by migration_name");
    expect(recorded).toEqual(names.map((name) => ({ migration_name: name })));
  });

  it.skipIf(!start)("leaves tables that the client can write to and read from", async () => {
    const database = await openDatabase(server?.url ?? "");
    await database.prisma.teacher.create({ data: { name: "Ada", email: "ada@example.org" } });
    expect(await database.prisma.teacher.count()).toBe(1);
    const { rows: found } = await database.pool.query('select name from "Teacher"');
    expect(found).toEqual([{ name: "Ada" }]);
    await database.close();
  });

  it.skipIf(!start)(
    "says in one sentence which migration failed, at each start until it is mended",
    async () => {
      const dir = mkdtempSync(path.join(tmpdir(), "deckdash-migrations-"));
      writeFileSync(path.join(dir, "migration_lock.toml"), 'provider = "postgresql"\n');
      for (const { name, sql } of readMigrations(MIGRATIONS_DIR)) {
        mkdirSync(path.join(dir, name));
        writeFileSync(path.join(dir, name, "migration.sql"), sql);
      }
      mkdirSync(path.join(dir, "99990101000000_broken"));
      writeFileSync(
        path.join(dir, "99990101000000_broken", "migration.sql"),
        "alter table nowhere add x int;",
      );
      const { url = "" } = server ?? {};
      await expect(migrate(url, dir)).rejects.toThrow(/99990101000000_broken/);
      await expect(migrate(url, dir)).rejects.toThrow(/99990101000000_broken/);
      rmSync(dir, { recursive: true });
    },
  );
});

it.skipIf(!postgres)("lets two processes migrate one PostgreSQL at once; one of them does it", async () => {
  const server = await startPostgres(postgres ?? "");
  const run = () => promisify(execFile)(process.execPath, [...tsxFlags(), MIGRATE_ONCE, server.url]);
  const applied = (await Promise.all([run(), run(), run()])).map(({ stdout }) => JSON.parse(stdout));
  expect(applied.filter((list) => list.length > 0)).toEqual([names]);
  await server.stop();
});
