import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Database, openDatabase } from "../store/client";
import { startEmbedded } from "../store/embedded";
import { CACHE_DIR, copyCluster, moveInPlace, pgliteVersion } from "../store/embedded/cluster";
import { migrate } from "../store/migrate";
import { MIGRATIONS_DIR, readMigrations } from "../store/migration-folder";

const TEMPLATE_PREFIX = "migrated-";

export interface TestDatabase extends Database {
  url: string;
  /** Closes the clients, stops the process and deletes the folder. */
  close(): Promise<void>;
}

/**
 * A database of its own for one test file: the embedded one, all migrations applied, empty. The first call after a
 * change of the migrations takes some seconds, every other one about a second.
 */
export async function startTestDatabase(): Promise<TestDatabase> {
  const dataDir = await freshDataDir();
  const embedded = await startEmbedded(dataDir);
  const database = await openDatabase(embedded.url);
  return {
    ...database,
    url: embedded.url,
    async close() {
      await database.close();
      await embedded.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A new temporary data folder with an empty, migrated database; the caller deletes it. */
export async function freshDataDir(): Promise<string> {
  const template = await migratedTemplate();
  const dataDir = mkdtempSync(path.join(tmpdir(), "deckdash-"));
  copyCluster(template, path.join(dataDir, "postgres"));
  return dataDir;
}

async function migratedTemplate(): Promise<string> {
  const hash = createHash("sha256").update(pgliteVersion());
  for (const { checksum } of readMigrations(MIGRATIONS_DIR)) hash.update(checksum);
  const template = path.join(CACHE_DIR, TEMPLATE_PREFIX + hash.digest("hex").slice(0, 16));
  if (existsSync(template)) return template;
  await moveInPlace(template, async (draft) => {
    const dataDir = mkdtempSync(path.join(CACHE_DIR, "making-"));
    const embedded = await startEmbedded(dataDir);
    await migrate(embedded.url, MIGRATIONS_DIR);
    await embedded.stop();
    renameSync(path.join(dataDir, "postgres"), draft);
    rmSync(dataDir, { recursive: true });
  });
  for (const name of readdirSync(CACHE_DIR)) {
    const old = name.startsWith(TEMPLATE_PREFIX) && path.join(CACHE_DIR, name) !== template;
    if (old) rmSync(path.join(CACHE_DIR, name), { recursive: true, force: true });
  }
  return template;
}
