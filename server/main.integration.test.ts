import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { needServer } from "./setup/bundle.mjs";
import { postgresPrograms, startPostgres } from "./testing/postgres-server";

const SERVER = await needServer();
const postgres = postgresPrograms();

let folder: string;
let taken: net.Server;
let takenPort: number;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "deckdash-main-"));
  taken = net.createServer();
  await new Promise<void>((resolve) => taken.listen(0, resolve));
  const address = taken.address();
  takenPort = address && typeof address === "object" ? address.port : 0;
});

afterAll(() => {
  taken.close();
  rmSync(folder, { recursive: true, force: true });
});

function startMain(env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ["--enable-source-maps", SERVER], {
    env: { ...process.env, PORT: "0", DATA_DIR: path.join(folder, "data"), DATABASE_URL: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Runs a server that must refuse to start; returns what it says. */
async function refusal(env: Record<string, string>): Promise<string> {
  const main = startMain(env);
  let said = "";
  main.stderr?.setEncoding("utf8").on("data", (text) => {
    said += text;
  });
  const [code] = await once(main, "close");
  expect(code).toBe(1);
  return said.trim();
}

it("says that the port is taken", async () => {
  expect(await refusal({ PORT: String(takenPort) })).toBe(
    `Port ${takenPort} is taken by another program: stop that program, or choose another port, for example PORT=${takenPort + 1} npm start.`,
  );
});

it("says that the data folder cannot be written to", async () => {
  const file = path.join(folder, "a-file");
  writeFileSync(file, "");
  chmodSync(file, 0o444);
  expect(await refusal({ DATA_DIR: path.join(file, "data") })).toMatch(
    /^The data folder \S+ cannot be written to \(ENOTDIR\): give this user the right .+DATA_DIR\.$/,
  );
});

it("says that a DATABASE_URL is none, without repeating what may be a password", async () => {
  const said = await refusal({ DATABASE_URL: "mysql://root:secret@localhost/quiz" });
  expect(said).toMatch(
    /^DATABASE_URL is not usable: it must be a PostgreSQL address, such as postgresql:\/\//,
  );
  expect(said).not.toContain("secret");
});

it("says that no database answers at DATABASE_URL", async () => {
  const said = await refusal({ DATABASE_URL: "postgresql://quiz:secret@127.0.0.1:1/quiz" });
  expect(said).toBe(
    "The database at 127.0.0.1:1 cannot be reached (ECONNREFUSED): check that it runs and that DATABASE_URL is right.",
  );
});

// Debian's package "postgresql" has the programs; without them this one is skipped.
it.skipIf(!postgres)("says what a PostgreSQL server has against DATABASE_URL", async () => {
  const server = await startPostgres(postgres ?? "");
  const wrongPassword = new URL(server.url);
  wrongPassword.password = "guess";
  expect(await refusal({ DATABASE_URL: wrongPassword.href })).toMatch(
    /^The database server at 127\.0\.0\.1:\d+ did not let the user "postgres" in: check the user and the password/,
  );
  const wrongName = new URL(server.url);
  wrongName.pathname = "/nowhere";
  expect(await refusal({ DATABASE_URL: wrongName.href })).toMatch(
    /has no database named "nowhere": create it/,
  );
  await server.stop();
});

it.each(["SIGINT", "SIGTERM"] as const)(
  "leaves nothing running when %s comes while it starts",
  async (signal) => {
    const main = startMain({ DATA_DIR: path.join(folder, `stopped-by-${signal}`) });
    const exit = once(main, "close");
    const socket = path.join(folder, `stopped-by-${signal}`, "run", ".s.PGSQL.5432");
    await expect.poll(() => answers(socket), { timeout: 60_000 }).toBe(true);
    main.kill(signal);
    await exit;
    await expect.poll(() => answers(socket), { timeout: 10_000 }).toBe(false);
  },
);

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.connect(socket);
    probe.once("connect", () => resolve(true)).once("error", () => resolve(false));
    probe.once("connect", () => probe.destroy());
  });
}
