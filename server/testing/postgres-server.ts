import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { freePort } from "./free-port";

const PACKAGED = "/usr/lib/postgresql";
const PASSWORD = "only-for-tests";
const START_LIMIT_MS = 20_000;

/** The newest PostgreSQL programs that Debian's packages have put on this computer, or undefined. */
export function postgresPrograms(): string | undefined {
  if (!existsSync(PACKAGED)) return undefined;
  const [newest] = readdirSync(PACKAGED).sort((a, b) => Number(b) - Number(a));
  const bin = newest && path.join(PACKAGED, newest, "bin");
  return bin && existsSync(path.join(bin, "initdb")) ? bin : undefined;
}

export interface PostgresServer {
  /** Of the database `postgres`, with user and password. */
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts a real PostgreSQL server on a free loopback port, with a folder and a password of its own.
 * @param bin from `postgresPrograms`.
 */
export async function startPostgres(bin: string): Promise<PostgresServer> {
  const folder = mkdtempSync(path.join(tmpdir(), "deckdash-postgres-"));
  const data = path.join(folder, "data");
  const passwordFile = path.join(folder, "password");
  writeFileSync(passwordFile, PASSWORD);
  // PostgreSQL does not run as root; its package comes with a user for it.
  const user = process.getuid?.() === 0 ? idsOf("postgres") : undefined;
  if (user) for (const entry of [folder, passwordFile]) chownSync(entry, user.uid, user.gid);
  const options = ["-D", data, "-U", "postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
  execFileSync(path.join(bin, "initdb"), options, { ...user, cwd: folder, stdio: "ignore" });

  const port = await freePort();
  const settings = [
    "-c",
    `port=${port}`,
    "-c",
    "listen_addresses=127.0.0.1",
    "-c",
    "fsync=off",
    "-k",
    folder,
  ];
  const server = spawn(path.join(bin, "postgres"), ["-D", data, ...settings], {
    ...user,
    cwd: folder,
    stdio: "ignore",
  });
  const url = `postgresql://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`;
  await answers(url);
  return {
    url,
    async stop() {
      const exit = once(server, "exit");
      server.kill("SIGINT");
      await exit;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function idsOf(user: string): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync("id", [flag, user], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

async function answers(url: string): Promise<void> {
  for (const limit = Date.now() + START_LIMIT_MS; ; ) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (Date.now() > limit) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
