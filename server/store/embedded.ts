import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { program } from "../programs";
import { PlainError } from "../setup/plain-error.mjs";
import { connectionUrl } from "./embedded/address";
import type { ChildMessage } from "./embedded/child";

/** An embedded PostgreSQL that runs in a child process. */
export interface EmbeddedDatabase {
  /** Connection string for any PostgreSQL client on this computer, run by this user. */
  url: string;
  /** Resolves when the process has ended without having been asked to. */
  lost: Promise<void>;
  /** Closes the database and waits for its process to end. Close every client first. */
  stop(): Promise<void>;
}

/**
 * Starts the embedded database on a data folder, making a new database there at the first start (4–16 s; with a
 * cached one 0.5 s). The child ends with this process, however this process ends.
 * @param dataDir absolute path; this process must be allowed to write there.
 * @param onMaking called when a new database has to be made, which takes a while.
 * @throws PlainError when another process has the folder open.
 */
export async function startEmbedded(dataDir: string, onMaking = () => {}): Promise<EmbeddedDatabase> {
  const { file, flags } = program("database");
  const child = fork(file, [dataDir], {
    execArgv: flags,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ended = once(child, "exit").then(() => {});
  const listen = await opened(child, onMaking);
  let stopping = false;
  return {
    url: connectionUrl(listen),
    lost: new Promise((resolve) => ended.then(() => stopping || resolve())),
    async stop() {
      stopping = true;
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

function opened(
  child: ChildProcess,
  onMaking: () => void,
): Promise<Extract<ChildMessage, { kind: "open" }>["listen"]> {
  return new Promise((resolve, reject) => {
    child.on("message", (message: ChildMessage) => {
      if (message.kind === "making") onMaking();
      else if (message.kind === "open") resolve(message.listen);
      else reject(message.plain ? new PlainError(message.sentence) : new Error(message.sentence));
    });
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      reject(new Error(`The embedded database ended before it was open (${signal ?? code}).`));
    });
  });
}
