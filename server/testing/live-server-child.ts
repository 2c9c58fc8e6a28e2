import { startLiveServer } from "./live-server";
import type { Health } from "./live-server-process";
import { MemoryEventLog } from "./memory-event-log";

// The process behind LiveServerProcess: one open game, and a word about its health when asked.

const MIB = 2 ** 20;
/** What a collection frees is given back to the system a moment later. */
const REST_MS = 500;

const unhandled: string[] = [];
for (const kind of ["unhandledRejection", "uncaughtException"])
  process.on(kind, (error: unknown) => unhandled.push(String(error)));

const server = await startLiveServer({ log: new MemoryEventLog() });
const { sessionId, pin } = await server.create();

process.on("message", async () => {
  globalThis.gc?.();
  await new Promise((resolve) => setTimeout(resolve, REST_MS));
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  const players = server.registry.byId(sessionId)?.state.players.size ?? 0;
  const health: Health = { heapMb: heapUsed / MIB, rssMb: rss / MIB, unhandled, players };
  process.send?.(health);
});
process.send?.({ origin: server.origin, pin });
