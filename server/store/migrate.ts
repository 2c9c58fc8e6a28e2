import pg from "pg";
import { PlainError } from "../setup/plain-error.mjs";
import { type Migration, readMigrations, toMigrationList } from "./migration-folder";
import { withSchemaEngine } from "./schema-engine";

/** Any number that is ours alone: the advisory lock that makes a second process wait. */
const LOCK_KEY = 4_711_017;
const NO_SUCH_TABLE = "42P01";

/**
 * Applies the migrations that a database has not seen yet, and records them in Prisma's own table, so that
 * `prisma migrate deploy` on the same folder agrees.
 *
 * On a PostgreSQL server a second process waits until the first has finished. The embedded database needs no
 * such lock (and, with its one session, has none to give): only one process can own its folder.
 * @param migrations those of the folder that are wanted; all of them when left out.
 * @returns the names that were applied now; empty when the database was up to date.
 * @throws PlainError when a migration failed, here or at an earlier start.
 */
export async function migrate(url: string, dir: string, migrations = readMigrations(dir)): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    if (await isUpToDate(client, migrations)) return [];
    await client.query("select pg_advisory_lock($1)", [LOCK_KEY]);
    try {
      // Whoever waited for the lock may find that the work is done.
      return (await isUpToDate(client, migrations)) ? [] : await apply(url, dir, migrations);
    } finally {
      await client.query("select pg_advisory_unlock($1)", [LOCK_KEY]);
    }
  } finally {
    await client.end();
  }
}

/** Spares most starts the engine: it takes half a second to find out the same. */
async function isUpToDate(client: pg.Client, migrations: Migration[]): Promise<boolean> {
  try {
    const { rows } = await client.query<{ checksum: string }>(
      "select checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null",
    );
    const applied = new Set(rows.map((row) => row.checksum));
    return migrations.every(({ checksum }) => applied.has(checksum));
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === NO_SUCH_TABLE) return false;
    throw error;
  }
}

async function apply(url: string, dir: string, migrations: Migration[]): Promise<string[]> {
  try {
    const { appliedMigrationNames } = await withSchemaEngine(url, (engine) =>
      engine.applyMigrations({
        migrationsList: toMigrationList(dir, migrations),
        filters: { externalTables: [], externalEnums: [] },
      }),
    );
    return appliedMigrationNames;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new PlainError(
      `The database could not be brought up to date, so the server was not started: ${detail}`,
    );
  }
}
