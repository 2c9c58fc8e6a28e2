import { createWriteStream, readFileSync, renameSync, rmSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip, gunzipSync } from "node:zlib";
import pg from "pg";
import { z } from "zod";
import { PlainError } from "../setup/plain-error.mjs";
import { migrate } from "./migrate";
import { readMigrations } from "./migration-folder";

// A backup is a gzipped text: a head line, then per table a line with its name (a JSON string) and a line per row (a
// JSON object). It survives what a copy of the database's files does not: another version of PostgreSQL.

const FORMAT = "deckdash-backup-1";
const ROWS_AT_ONCE = 1_000;

const headSchema = z.object({ format: z.literal(FORMAT), migrations: z.array(z.string()) });

/**
 * Writes all rows as they are at one moment. A running game waits meanwhile: the embedded database has one session.
 * @param file is replaced when the backup is whole; readable by its owner alone, for it holds pupils' answers.
 * @returns the number of rows.
 */
export async function writeBackup(url: string, file: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  const draft = `${file}.part`;
  await client.connect();
  try {
    let rows = 0;
    const lines = async function* () {
      for await (const line of linesOf(client)) {
        if (line.row) rows++;
        yield `${line.text}\n`;
      }
    };
    await client.query("begin isolation level repeatable read read only");
    await pipeline(Readable.from(lines()), createGzip(), createWriteStream(draft, { mode: 0o600 }));
    await client.query("commit");
    renameSync(draft, file);
    return rows;
  } finally {
    rmSync(draft, { force: true });
    await client.end();
  }
}

async function* linesOf(client: pg.Client): AsyncGenerator<{ text: string; row: boolean }> {
  const { rows: applied } = await client.query<{ name: string }>(
    "select migration_name as name from _prisma_migrations where finished_at is not null order by name",
  );
  const migrations = applied.map(({ name }) => name);
  yield { text: JSON.stringify({ format: FORMAT, migrations }), row: false };
  for (const table of await tablesOf(client)) {
    yield { text: JSON.stringify(table), row: false };
    await client.query(
      `declare backup no scroll cursor for select to_json(t)::text as row from ${quoted(table)} t`,
    );
    for (;;) {
      const { rows } = await client.query<{ row: string }>(`fetch ${ROWS_AT_ONCE} from backup`);
      for (const { row } of rows) yield { text: row, row: true };
      if (rows.length < ROWS_AT_ONCE) break;
    }
    await client.query("close backup");
  }
}

/**
 * Fills an empty database from a backup: applies the migrations that the backup was made with, then loads the rows,
 * all or none.
 * @param dir folder of migrations; later ones are left to the next start of the server.
 * @returns the number of rows.
 * @throws PlainError when the file is no backup, is damaged, or comes from a newer Deckdash.
 */
export async function loadBackup(url: string, file: string, dir: string): Promise<number> {
  const lines = linesIn(file);
  const head = headSchema.safeParse(parseJson(lines.next().value ?? ""));
  if (!head.success) throw new PlainError(`${file} is not a backup of Deckdash.`);
  const wanted = new Set(head.data.migrations);
  const migrations = readMigrations(dir).filter(({ name }) => wanted.has(name));
  if (migrations.length < wanted.size) {
    throw new PlainError(`${file} was made by a newer Deckdash: update this one, then restore it.`);
  }
  await migrate(url, dir, migrations);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("begin");
    // The tables come in no order that their references would like; every reference held when they were written.
    await client.query("set local session_replication_role = replica");
    await client.query(`truncate ${(await tablesOf(client)).map(quoted).join(", ")}`);
    const rows = await loadRows(client, lines);
    await client.query("commit");
    return rows;
  } finally {
    await client.end();
  }
}

async function loadRows(client: pg.Client, lines: Iterable<string>): Promise<number> {
  let table = "";
  let batch: string[] = [];
  let loaded = 0;
  const flush = async () => {
    const rows = `[${batch.join(",")}]`;
    if (batch.length) {
      await client.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [
        rows,
      ]);
    }
    loaded += batch.length;
    batch = [];
  };
  for (const line of lines) {
    if (line.startsWith('"')) {
      await flush();
      table = quoted(String(JSON.parse(line)));
    } else if (batch.push(line) === ROWS_AT_ONCE) {
      await flush();
    }
  }
  await flush();
  return loaded;
}

function* linesIn(file: string): Generator<string> {
  const bytes = unzipped(file);
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf("\n", start);
    yield bytes.toString("utf8", start, end);
    start = end + 1;
  }
}

function unzipped(file: string): Buffer {
  try {
    return gunzipSync(readFileSync(file));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PlainError(`${file} cannot be read as a backup (${reason}).`);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function tablesOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations' order by name",
  );
  return rows.map(({ name }) => name);
}

function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
