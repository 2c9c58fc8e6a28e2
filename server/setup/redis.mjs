import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { PlainError } from "./plain-error.mjs";
import { run } from "./run.mjs";

const PROGRAM = "redis-server";

/** Whether a redis-server can be started on this computer: only the tests of several servers need one. */
export function redisIsHere() {
  return spawnSync(PROGRAM, ["--version"], { timeout: 20_000 }).status === 0;
}

/**
 * Installs redis-server from the system's packages, as root on Debian and its kin.
 *
 * @throws {PlainError} when that does not work here
 */
export async function installRedis() {
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["update"], { env });
    await run("apt-get", ["install", "-y", "--no-install-recommends", PROGRAM], { env });
    if (redisIsHere()) return;
  }
  throw new PlainError(
    "There is no redis-server here and none could be installed, so the tests of several servers are left out: install redis-server to run them.",
  );
}
