import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";

/** Cores are split where that is possible: the server has one for itself, clients and database share the other. */
const TASKSET = "/usr/bin/taskset";
export const SERVER_CORE = existsSync(TASKSET) ? [TASKSET, "-c", "0"] : [];
const REPORT_LIMIT_MS = 30_000;

/** What goes into a server's process so that it can be measured. */
export const PROBE_FLAGS = ["--expose-gc", "--import", "./e2e/load/probe.mjs"];

export type LoopDelay = { p50: number; p99: number; max: number };

/** Puts a process and all its threads onto the clients' core. */
export async function toClientCore(pid: number): Promise<void> {
  if (SERVER_CORE.length === 0) return;
  await once(spawn(TASKSET, ["-acp", "1", String(pid)], { stdio: "ignore" }), "exit");
}

/** Direct children of a process: the server's embedded database is one. */
export function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map(Number);
}

/** What is measured of a server, or of several together. */
export interface Meter {
  /** Processor time of all threads since the start, µs. */
  cpuUs(): number;
  /** Resident memory after a garbage collection, kB. */
  rssKb(): Promise<number>;
  resetLoopDelay(): Promise<void>;
  /** How long the event loop was held up, ms. */
  loopDelay(): Promise<LoopDelay>;
}

/** Several servers as one: their times and memory added up, and of the delays the worst. */
export function together(meters: readonly Meter[]): Meter {
  const all = <T>(read: (meter: Meter) => Promise<T>) => Promise.all(meters.map(read));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    cpuUs: () => sum(meters.map((meter) => meter.cpuUs())),
    rssKb: async () => sum(await all((meter) => meter.rssKb())),
    async resetLoopDelay() {
      await all((meter) => meter.resetLoopDelay());
    },
    async loopDelay() {
      const delays = await all((meter) => meter.loopDelay());
      const worst = (of: keyof LoopDelay) => Math.max(...delays.map((delay) => delay[of]));
      return { p50: worst("p50"), p99: worst("p99"), max: worst("max") };
    },
  };
}

/** A running server seen from outside: its processor time, its memory, and what its probe reports. */
export class Measured implements Meter {
  constructor(
    private readonly child: ChildProcess,
    private readonly pid: number,
  ) {}

  cpuUs(): number {
    const tasks = `/proc/${this.pid}/task`;
    let ns = 0;
    for (const task of readdirSync(tasks))
      ns += Number(readFileSync(`${tasks}/${task}/schedstat`, "utf8").split(" ")[0]);
    return ns / 1_000;
  }

  async rssKb(): Promise<number> {
    return (await this.ask("memory")).rssKb ?? Number.NaN;
  }

  async resetLoopDelay(): Promise<void> {
    await this.ask("reset");
  }

  async loopDelay(): Promise<LoopDelay> {
    const { p50 = Number.NaN, p99 = Number.NaN, max = Number.NaN } = await this.ask("report");
    return { p50, p99, max };
  }

  private async ask(question: string): Promise<Record<string, number>> {
    const answer = once(this.child, "message", { signal: AbortSignal.timeout(REPORT_LIMIT_MS) });
    this.child.send(question);
    return (await answer)[0];
  }
}

/** Starts one of the bare servers. */
export async function startBare(
  file: string,
  port: number,
): Promise<{ child: ChildProcess; origin: string; stop(): Promise<void> }> {
  const [command = "", ...args] = [...SERVER_CORE, process.execPath, ...PROBE_FLAGS, file];
  const child = spawn(command, args, {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: { ...process.env, NODE_ENV: "production", PORT: String(port) },
  });
  const origin = `http://127.0.0.1:${port}`;
  for (;;) {
    const up = await fetch(origin, { signal: AbortSignal.timeout(300) }).then(
      () => true,
      // A server that takes the connection and says nothing is up as well.
      (error: Error) => error.name === "TimeoutError",
    );
    if (up) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    child,
    origin,
    async stop() {
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}
