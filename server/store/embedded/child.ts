import { createServer } from "node:net";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PlainError } from "../../setup/plain-error.mjs";
import type { Listen } from "./address";
import { claimFolder, releaseFolder } from "./claim";
import { hasCluster, newCluster } from "./cluster";
import { type Session, WireServer } from "./wire-server";

/**
 * The process of the embedded database. It lives exactly as long as the process that started it: it stops when its
 * message channel closes, which also happens when that process is killed outright.
 */
export type ChildMessage =
  | { kind: "making" }
  | { kind: "open"; listen: Listen }
  | { kind: "failed"; sentence: string; plain: boolean };

/** A close that has not come to an end by then never will. */
const CLOSE_LIMIT_MS = 10_000;

// Ctrl-C reaches every process of a terminal at once; the database has to stay until its user has finished.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});

async function serve(dataDir: string): Promise<void> {
  const runDir = path.join(dataDir, "run");
  let wire: Promise<WireServer> | undefined;
  const server = createServer({ noDelay: true }, async (socket) => (await wire)?.serve(socket));
  const listen = await claimFolder(runDir, server);
  const folder = path.join(dataDir, "postgres");
  const opened = openCluster(folder);
  wire = opened.then((database) => {
    return new WireServer(sessionOf(database), "path" in listen ? undefined : listen.password);
  });
  const stop = async () => {
    setTimeout(() => process.exit(1), CLOSE_LIMIT_MS).unref();
    await (await wire)?.close();
    await (await opened).close();
    releaseFolder(runDir, server);
    process.exit(0);
  };
  if (process.connected) process.once("disconnect", stop);
  await wire;
  if (!process.connected) return stop();
  report({ kind: "open", listen });
}

async function openCluster(folder: string): Promise<PGlite> {
  if (!hasCluster(folder)) {
    report({ kind: "making" });
    await newCluster(folder);
  }
  return PGlite.create(folder);
}

function sessionOf(database: PGlite): Session {
  return {
    async run(messages) {
      const reply: Buffer[] = [];
      try {
        await database.execProtocolRawStream(messages, {
          // The bytes lie in the engine's memory, which the next statement uses again.
          onRawData: (data) => reply.push(Buffer.from(data)),
        });
      } catch (error) {
        // Errors of SQL are replies. This one means that the engine itself has ended (COPY FROM STDIN does that).
        console.error("The embedded database has failed:", error);
        process.exit(1);
      }
      return Buffer.concat(reply);
    },
    inTransaction: () => database.isInTransaction(),
  };
}

function report(message: ChildMessage, then = () => {}): void {
  if (process.connected) process.send?.(message, then);
  else then();
}

const [dataDir] = process.argv.slice(2);
if (!dataDir) throw new Error("the embedded database needs a data folder");
serve(dataDir).catch((error: unknown) => {
  const sentence = error instanceof Error ? error.message : String(error);
  report({ kind: "failed", sentence, plain: error instanceof PlainError }, () => process.exit(1));
});
