import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { tsxFlags } from "../programs";

/** Memory of a process after a garbage collection, MiB. */
export type Memory = { heapMb: number; rssMb: number };
/** What went wrong in the process without anybody taking it. */
export type Health = Memory & { unhandled: string[]; players: number };

/** The live server of the tests in a process of its own, so that what is measured is the server's alone. */
export class LiveServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly origin: string,
    readonly pin: string,
  ) {}

  static async start(): Promise<LiveServerProcess> {
    const child = fork(fileURLToPath(new URL("./live-server-child.ts", import.meta.url)), {
      execArgv: ["--expose-gc", ...tsxFlags()],
    });
    const [{ origin, pin }] = await once(child, "message");
    return new LiveServerProcess(child, origin, pin);
  }

  /** Rejects when the process has ended. */
  async health(): Promise<Health> {
    if (!this.child.connected) throw new Error("The server has ended.");
    const answer = once(this.child, "message");
    this.child.send("health");
    return (await answer)[0];
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, "exit");
    this.child.kill("SIGKILL");
    await ended;
  }
}
