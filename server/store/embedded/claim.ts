import { closeSync, mkdirSync, openSync, rmSync, statSync } from "node:fs";
import type net from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PlainError } from "../../setup/plain-error.mjs";
import { chooseListen, isAlive, type Listen, readNote, removeNote, writeNote } from "./address";

/** A server that was just killed needs about a second to let its database close. */
const PATIENCE_MS = 3_000;
const POLL_MS = 50;
/** The gate is held for some milliseconds; one this old was left behind by a killed process. */
const GATE_STALE_MS = 10_000;

/**
 * Makes this process the only owner of a data folder, for as long as it listens. Who listens owns the folder: that
 * holds no longer than the process lives, whatever kills it, and a leftover socket is told from a live one by
 * calling it.
 * @param server starts to listen here; its connections may have to wait until the database is open.
 * @returns where it listens.
 * @throws PlainError when another process owns the folder and does not let go within 3 s.
 */
export async function claimFolder(runDir: string, server: net.Server): Promise<Listen> {
  mkdirSync(runDir, { recursive: true, mode: 0o700 });
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const claimed = await throughGate(runDir, async () => {
      const owner = readNote(runDir);
      if (owner && (await isAlive(owner))) return undefined;
      return listenAndNote(runDir, server);
    });
    if (claimed) return claimed;
    if (Date.now() > deadline) {
      const owner = readNote(runDir);
      throw new PlainError(
        `Another Deckdash${owner ? ` (process ${owner.pid})` : ""} is using the data folder ${path.dirname(runDir)}: stop it first, or name another folder with DATA_DIR.`,
      );
    }
    await sleep(POLL_MS);
  }
}

/** Gives the folder back; call it after the last write to the data. */
export function releaseFolder(runDir: string, server: net.Server): void {
  removeNote(runDir);
  server.close();
}

async function listenAndNote(runDir: string, server: net.Server): Promise<Listen> {
  const wanted = chooseListen(runDir, process.platform);
  if ("path" in wanted) rmSync(wanted.path, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen("path" in wanted ? { path: wanted.path } : wanted, resolve);
  });
  const bound = server.address();
  const listen =
    "path" in wanted || bound === null || typeof bound === "string"
      ? wanted
      : { ...wanted, port: bound.port };
  writeNote(runDir, { pid: process.pid, listen });
  return listen;
}

/** Runs `action` unless another process is in it: two that start at once must not both clear the leftovers. */
async function throughGate<T>(runDir: string, action: () => Promise<T>): Promise<T | undefined> {
  const gate = path.join(runDir, "claiming");
  try {
    closeSync(openSync(gate, "wx", 0o600));
  } catch {
    const age = Date.now() - (statSync(gate, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > GATE_STALE_MS) rmSync(gate, { force: true });
    return undefined;
  }
  try {
    return await action();
  } finally {
    rmSync(gate, { force: true });
  }
}
