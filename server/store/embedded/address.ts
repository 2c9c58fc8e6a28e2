import { randomBytes } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { z } from "zod";

/** Where a running embedded database listens; the file that says so is readable by its owner alone. */
const noteSchema = z.object({
  /** Process that owns the data folder. */
  pid: z.number().int(),
  listen: z.union([
    z.object({ path: z.string() }),
    z.object({ host: z.literal("127.0.0.1"), port: z.number().int(), password: z.string() }),
  ]),
});
export type Note = z.infer<typeof noteSchema>;
export type Listen = Note["listen"];

/** Unix socket paths end at 104 bytes on macOS and 107 on Linux. */
const MAX_SOCKET_PATH = 100;

const noteFile = (runDir: string) => path.join(runDir, "address.json");

/** A Unix socket in the folder where the platform has them and the path is short enough, else a loopback port. */
export function chooseListen(runDir: string, platform: NodeJS.Platform): Listen {
  const socket = path.join(runDir, ".s.PGSQL.5432");
  return platform !== "win32" && Buffer.byteLength(socket) <= MAX_SOCKET_PATH
    ? { path: socket }
    : { host: "127.0.0.1", port: 0, password: randomBytes(24).toString("base64url") };
}

/** The connection string of a database that listens there. */
export function connectionUrl(listen: Listen): string {
  return "path" in listen
    ? `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(path.dirname(listen.path))}`
    : `postgresql://postgres:${listen.password}@${listen.host}:${listen.port}/postgres`;
}

/** Writes who owns the folder and where it listens. */
export function writeNote(runDir: string, note: Note): void {
  writeFileSync(noteFile(runDir), JSON.stringify(note), { mode: 0o600 });
}

/** Nobody owns the folder any more. */
export function removeNote(runDir: string): void {
  rmSync(noteFile(runDir), { force: true });
}

/** The note of the last owner, or undefined when there is none that can be read. */
export function readNote(runDir: string): Note | undefined {
  try {
    return noteSchema.parse(JSON.parse(readFileSync(noteFile(runDir), "utf8")));
  } catch {
    return undefined;
  }
}

/**
 * Whether the owner of a note still listens. Its process id alone would not tell: the id may have been given to
 * another process since, and in a container it usually is. A port alone would not tell either.
 */
export async function isAlive({ pid, listen }: Note): Promise<boolean> {
  return (await answers(listen)) && ("path" in listen || processExists(pid));
}

function answers(listen: Listen): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = "path" in listen ? net.connect(listen.path) : net.connect(listen.port, listen.host);
    const settle = (alive: boolean) => {
      probe.destroy();
      resolve(alive);
    };
    probe.once("connect", () => settle(true)).once("error", () => settle(false));
  });
}

function processExists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
