import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestDatabase, type TestDatabase } from "../testing/test-database";
import { loadBackup, writeBackup } from "./backup";
import { MIGRATIONS_DIR, readMigrations } from "./migration-folder";

const CARDS = 2_500;

let folder: string;
let full: TestDatabase;
let empty: TestDatabase;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "deckdash-backup-"));
  [full, empty] = [await startTestDatabase(), await startTestDatabase()];
  const settings = { words: ['"quoted"', "two\nlines", "π"], nested: { none: null, share: 0.1 } };
  const teacher = await full.prisma.teacher.create({
    data: { name: "Ada", email: "ada@example.org", hostSettings: settings },
  });
  const deck = await full.prisma.deck.create({
    data: { title: "Grüße", teacherId: teacher.id, original: "a\tb\n", format: "markdown" },
  });
  await full.prisma.card.createMany({
    data: Array.from({ length: CARDS }, (_, position) => ({
      deckId: deck.id,
      position,
      front: `front ${position}`,
      back: `back "${position}"\nnext line`,
      tags: ["a,b", "{c}"],
    })),
  });
});

afterAll(async () => {
  await full.close();
  await empty.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Every row of every table, as text. */
async function contents({ pool }: TestDatabase): Promise<Record<string, string[]>> {
  const { rows: tables } = await pool.query(
    "select tablename as name from pg_tables where schemaname = 'public'",
  );
  const all: Record<string, string[]> = {};
  for (const { name } of tables.filter((table) => table.name !== "_prisma_migrations")) {
    const { rows } = await pool.query(`select to_json(t)::text as row from "${name}" t order by row`);
    all[name] = rows.map(({ row }) => row);
  }
  return all;
}

describe("a backup", () => {
  it("brings every row back as it was", async () => {
    const file = path.join(folder, "whole.backup");
    const rows = await writeBackup(full.url, file);
    expect(rows).toBe(CARDS + 2);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(await loadBackup(empty.url, file, MIGRATIONS_DIR)).toBe(rows);
    expect(await contents(empty)).toEqual(await contents(full));
  });

  it("replaces what was there, and leaves it alone when the file is no backup", async () => {
    const before = await contents(empty);
    const damaged = path.join(folder, "damaged");
    const foreign = path.join(folder, "foreign");
    const newer = path.join(folder, "newer");
    writeFileSync(damaged, gzipSync("{}").subarray(0, 12));
    writeFileSync(foreign, gzipSync("hello\n"));
    const migrations = [...readMigrations(MIGRATIONS_DIR).map(({ name }) => name), "99990101000000_later"];
    writeFileSync(newer, gzipSync(`${JSON.stringify({ format: "deckdash-backup-1", migrations })}\n`));
    await expect(loadBackup(empty.url, damaged, MIGRATIONS_DIR)).rejects.toThrow(
      /cannot be read as a backup/,
    );
    await expect(loadBackup(empty.url, foreign, MIGRATIONS_DIR)).rejects.toThrow(
      /is not a backup of Deckdash/,
    );
    await expect(loadBackup(empty.url, newer, MIGRATIONS_DIR)).rejects.toThrow(/made by a newer Deckdash/);
    await expect(loadBackup(empty.url, path.join(folder, "none"), MIGRATIONS_DIR)).rejects.toThrow(/ENOENT/);
    expect(await contents(empty)).toEqual(before);
  });
});
