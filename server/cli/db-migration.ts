import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { DiffTarget } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { endWith, PlainError } from "../setup/plain-error.mjs";
import { startEmbedded } from "../store/embedded";
import { MIGRATIONS_DIR, readMigrations, SCHEMA_FILE } from "../store/migration-folder";
import { withSchemaEngine } from "../store/schema-engine";

// Usage: npm run db:migration -- NAME
// Writes prisma/migrations/<time>_<NAME>/: the SQL from the schema as it was after the last migration to
// schema.X SQL that Prisma's schema cannot express (a check, a partial index) is added to the file by hand.

const LOCKFILE = `# Tells Prisma which kind of database the migrations are for.\nprovider = "postgresql"\n`;
const SNAPSHOT = "schema.prisma";

async function writeMigration(name: string | undefined): Promise<void> {
  if (!name || !/^[a-z0-9_]+$/.test(name)) {
    throw new PlainError(
      "Give the migration a name of small letters, digits and underscores, such as add_pictures.",
    );
  }
  const sql = await difference(lastSchema(), asTarget(SCHEMA_FILE));
  if (sql === undefined) {
    console.log("The migrations already lead to prisma/schema.prisma; nothing to write.");
    return;
  }
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = path.join(MIGRATIONS_DIR, `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(MIGRATIONS_DIR, "migration_lock.toml"), LOCKFILE);
  writeFileSync(path.join(folder, "migration.sql"), sql);
  copyFileSync(SCHEMA_FILE, path.join(folder, SNAPSHOT));
  console.log(`Written: ${path.relative(process.cwd(), folder)}/migration.sql\n\n${sql}`);
}

function lastSchema(): DiffTarget {
  const last = readMigrations(MIGRATIONS_DIR).at(-1);
  if (!last) return { tag: "empty" };
  const snapshot = path.join(MIGRATIONS_DIR, last.name, SNAPSHOT);
  if (!existsSync(snapshot)) {
    throw new PlainError(`${snapshot} is missing: put the schema there as it was after that migration.`);
  }
  return asTarget(snapshot);
}

function asTarget(file: string): DiffTarget {
  return { tag: "schemaDatamodel", files: [{ path: file, content: readFileSync(file, "utf8") }] };
}

/** The SQL that leads from one schema to the other, or undefined where they are the same. */
async function difference(from: DiffTarget, to: DiffTarget): Promise<string | undefined> {
  // The engine compares texts here, but opens no session without a PostgreSQL to ask for its version.
  const scratch = mkdtempSync(path.join(tmpdir(), "deckdash-migration-"));
  const embedded = await startEmbedded(scratch);
  try {
    const filters = { externalTables: [], externalEnums: [] };
    const { stdout, exitCode } = await withSchemaEngine(embedded.url, (engine) =>
      engine.diff({ from, to, script: true, exitCode: true, filters }),
    );
    return exitCode === 2 && stdout ? stdout : undefined;
  } finally {
    await embedded.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

writeMigration(process.argv[2]).then(() => process.exit(0), endWith);
