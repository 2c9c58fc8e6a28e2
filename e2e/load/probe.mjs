// Loaded into a measured server with --import: reports on its event loop and its memory when asked over the message
// channel.
import { monitorEventLoopDelay } from "node:perf_hooks";

const RESOLUTION_MS = 1;
const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delays.enable();
const ms = (/** @type {number} */ ns) => Math.max(0, ns / 1e6 - RESOLUTION_MS);

process.on("message", (question) => {
  if (question === "reset") {
    delays.reset();
    process.send?.({});
  }
  if (question === "report")
    process.send?.({ p50: ms(delays.percentile(50)), p99: ms(delays.percentile(99)), max: ms(delays.max) });
  if (question === "memory") {
    globalThis.gc?.();
    process.send?.({ rssKb: process.memoryUsage.rss() / 1024 });
  }
});
// The channel alone must not keep a server alive that wants to stop.
process.channel?.unref();
