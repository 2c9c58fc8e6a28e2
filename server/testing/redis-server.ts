import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import net from "node:net";
import { redisIsHere } from "../setup/redis.mjs";

const START_LIMIT_MS = 20_000;

/** Why the tests of several servers cannot run here; null when they can. */
export const noRedis: string | null = redisIsHere()
  ? null
  : "left out: there is no redis-server on this computer";

/** A real Redis in a process of its own, which a test can kill and start again on the same port, empty. */
export class RedisServer {
  private child: ChildProcess | null = null;

  private constructor(private readonly port: number) {}

  static async start(port: number): Promise<RedisServer> {
    const redis = new RedisServer(port);
    await redis.restart();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async restart(): Promise<void> {
    const options = ["--port", String(this.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
    const child = spawn("redis-server", options, { stdio: "ignore", cwd: "/" });
    this.child = child;
    for (const limit = Date.now() + START_LIMIT_MS; !(await takesConnections(this.port)); ) {
      if (child.exitCode !== null) throw new Error(`redis-server ended with ${child.exitCode}.`);
      if (Date.now() > limit) throw new Error("redis-server did not start in time.");
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** `kill -9`: what it knew is gone. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  }
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.connect(port, "127.0.0.1");
    const settle = (is: boolean) => {
      probe.destroy();
      resolve(is);
    };
    probe.once("connect", () => settle(true)).once("error", () => settle(false));
  });
}
