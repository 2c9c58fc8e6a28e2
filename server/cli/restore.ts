import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { endWith, PlainError } from "../setup/plain-error.mjs";
import { loadBackup } from "../store/backup";
import { startEmbedded } from "../store/embedded";
import { MIGRATIONS_DIR } from "../store/migration-folder";
import { embeddedDataDir, runningDatabase } from "./data-folder";

// Usage: npm run -s restore -- FILE — while Deckdash does not run. What the folder held before is kept beside it.

async function restore(file: string | undefined): Promise<void> {
  if (!file) throw new PlainError("Name the file to read: npm run -s restore -- FILE");
  const dataDir = embeddedDataDir("pg_restore");
  if (await runningDatabase(dataDir)) {
    throw new PlainError(`Deckdash is running on ${dataDir}: stop it, then restore.`);
  }
  // Filled in a folder of its own, so that a backup that cannot be read changes nothing.
  const draft = path.join(dataDir, "restoring");
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  try {
    const embedded = await startEmbedded(draft);
    const rows = await loadBackup(embedded.url, path.resolve(file), MIGRATIONS_DIR).finally(embedded.stop);
    const kept = swapIn(path.join(draft, "postgres"), path.join(dataDir, "postgres"));
    console.log(
      `${rows} rows restored into ${dataDir}${kept ? `; what was there before is in ${kept}` : ""}`,
    );
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Puts a folder in the place of another; returns where the other one is kept. */
function swapIn(from: string, to: string): string | undefined {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const kept = existsSync(to) ? `${to}-before-${stamp}` : undefined;
  if (kept) renameSync(to, kept);
  renameSync(from, to);
  return kept;
}

restore(process.argv[2]).catch(endWith);
