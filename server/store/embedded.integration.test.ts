import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tsxFlags } from "../programs";
import { freshDataDir } from "../testing/test-database";
import { startEmbedded } from "./embedded";
import { readNote } from "./embedded/address";

const OWNER = fileURLToPath(new URL("./embedded/fixtures/owner.ts", import.meta.url));

let dataDir: string;
beforeAll(async () => {
  dataDir = await freshDataDir();
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

async function query(url: string, sql: string, values: unknown[] = []): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** A process that owns the folder's database, as a server does. */
async function startOwner(): Promise<{ url: string; kill: (signal: NodeJS.Signals) => Promise<unknown> }> {
  const owner = fork(OWNER, [dataDir], { execArgv: tsxFlags() });
  const [url] = await once(owner, "message");
  return {
    url: String(url),
    kill(signal) {
      const exit = once(owner, "exit");
      owner.kill(signal);
      return exit;
    },
  };
}

async function refusesConnections(socket: string): Promise<boolean> {
  const probe = net.connect(socket);
  return new Promise((resolve) => {
    probe.once("connect", () => resolve(false)).once("error", () => resolve(true));
  }).then((refused) => {
    probe.destroy();
    return Boolean(refused);
  });
}

describe("the embedded database", () => {
  it("keeps what was committed from one start to the next", async () => {
    const first = await startEmbedded(dataDir);
    await query(first.url, "create table kept (word text)");
    await query(first.url, "insert into kept values ($1)", ["safe"]);
    await first.stop();
    const second = await startEmbedded(dataDir);
    expect(await query(second.url, "select word from kept")).toEqual([{ word: "safe" }]);
    await second.stop();
  });

  it("keeps every acknowledged row when its process is killed outright", async () => {
    const database = await startEmbedded(dataDir);
    const pool = new pg.Pool({ connectionString: database.url, max: 5 });
    pool.on("error", () => {});
    await pool.query("create table acknowledged (n int)");
    const seen: number[] = [];
    const writers = Array.from({ length: 5 }, async (_, writer) => {
      for (let n = writer; ; n += 5) {
        await pool.query("insert into acknowledged values ($1)", [n]);
        seen.push(n);
      }
    });
    const broken = Promise.allSettled(writers);
    while (seen.length < 200) await new Promise((resolve) => setTimeout(resolve, 5));
    process.kill(readNote(path.join(dataDir, "run"))?.pid ?? 0, "SIGKILL");
    await database.lost;
    await broken;
    await pool.end();
    const again = await startEmbedded(dataDir);
    const rows = await query(again.url, "select n from acknowledged");
    const stored = new Set(rows.map((row) => JSON.stringify(row)));
    expect(seen.filter((n) => !stored.has(JSON.stringify({ n })))).toEqual([]);
    await again.stop();
  });

  it("refuses a second owner of the folder in one sentence", async () => {
    const first = await startEmbedded(dataDir);
    await expect(startEmbedded(dataDir)).rejects.toThrow(
      /^Another Deckdash \(process \d+\) is using the data folder .+: stop it first, or name another folder/,
    );
    await first.stop();
  });

  it("lets exactly one of several owners in that start at once on a dead owner's leftovers", async () => {
    const dead = await startOwner();
    process.kill(readNote(path.join(dataDir, "run"))?.pid ?? 0, "SIGKILL");
    await dead.kill("SIGKILL");
    const starts = await Promise.allSettled([1, 2, 3].map(() => startEmbedded(dataDir)));
    const winners = starts.flatMap((start) => (start.status === "fulfilled" ? [start.value] : []));
    expect(winners).toHaveLength(1);
    await winners[0]?.stop();
  });

  it.each(["SIGKILL", "SIGTERM"] as const)("ends with its owner when that gets %s", async (signal) => {
    const owner = await startOwner();
    const note = readNote(path.join(dataDir, "run"));
    const socket = note && "path" in note.listen ? note.listen.path : "";
    expect(await refusesConnections(socket)).toBe(false);
    await owner.kill(signal);
    await expect.poll(() => refusesConnections(socket), { timeout: 5_000 }).toBe(true);
    const next = await startEmbedded(dataDir);
    expect(await query(next.url, "select 1 as one")).toEqual([{ one: 1 }]);
    await next.stop();
  });

  it("shows its files and its socket to nobody but their owner", async () => {
    const database = await startEmbedded(dataDir);
    expect(statSync(path.join(dataDir, "run")).mode & 0o077).toBe(0);
    await database.stop();
  });

  it("listens on a loopback port with a password where the folder's path is too long for a socket", async () => {
    const deep = mkdtempSync(path.join(tmpdir(), `deckdash-${"long".repeat(25)}-`));
    const database = await startEmbedded(deep);
    expect(new URL(database.url).hostname).toBe("127.0.0.1");
    expect(await query(database.url, "select 1 as one")).toEqual([{ one: 1 }]);
    const guess = database.url.replace(/postgres:[^@]+@/, "postgres:guess@");
    await expect(query(guess, "select 1")).rejects.toThrow("wrong password");
    await database.stop();
    rmSync(deep, { recursive: true, force: true });
  });
});

describe("many connections on the one session", () => {
  let database: Awaited<ReturnType<typeof startEmbedded>>;
  let pool: pg.Pool;
  beforeAll(async () => {
    database = await startEmbedded(dataDir);
    pool = new pg.Pool({ connectionString: database.url, max: 8 });
  });
  afterAll(async () => {
    await pool.end();
    await database.stop();
  });

  it("never mix their statements, however large", async () => {
    const wrong = await Promise.all(
      Array.from({ length: 200 }, async (_, n) => {
        const text = "x".repeat(n % 10 ? 1 : 300_000);
        const sql = n % 2 ? "select $1::int as n" : "select $2::int as n, length($1::text) as size";
        const { rows } = await pool.query(sql, n % 2 ? [n] : [text, n]);
        return rows[0].n !== n || (n % 2 === 0 && rows[0].size !== text.length);
      }),
    );
    expect(wrong.filter(Boolean)).toEqual([]);
  });

  it("take turns with their transactions", async () => {
    await pool.query("create table counter (n int)");
    await pool.query("insert into counter values (0)");
    await Promise.all(
      Array.from({ length: 40 }, async () => {
        const client = await pool.connect();
        await client.query("begin");
        const { rows } = await client.query("select n from counter");
        await client.query("update counter set n = $1", [rows[0].n + 1]);
        await client.query("commit");
        client.release();
      }),
    );
    expect((await pool.query("select n from counter")).rows).toEqual([{ n: 40 }]);
  });

  it("leave nothing open when they break off inside a transaction", async () => {
    const quitter = new pg.Client({ connectionString: database.url });
    quitter.on("error", () => {});
    await quitter.connect();
    await quitter.query("begin");
    await quitter.query("create table unfinished (n int)");
    await quitter.end();
    const { rows } = await pool.query("select to_regclass('unfinished') as found");
    expect(rows).toEqual([{ found: null }]);
  });
});
