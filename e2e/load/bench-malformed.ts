import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { tsxFlags } from "#server/programs";
import { LiveServerProcess } from "#server/testing/live-server-process";
import { rounded, spreadOf } from "./figures";
import { numbersOf } from "./options";
import { openSocketIo, type RawClient } from "./raw-client";

// npm run bench:malformed: what ten thousand malformed frames cost the server and everybody else, as JSON.
// Others ask for their whole view, each as often as a connection may, first in peace and then in the flood, several
// times in turn, because a shared machine changes from one second to the next.

const { values } = parseArgs({
  options: {
    frames: { type: "string", default: "10000" },
    others: { type: "string", default: "100" },
    repetitions: { type: "string", default: "5" },
    seed: { type: "string", default: "11" },
  },
});
const { frames, others, repetitions } = numbersOf(values);
/** A connection may ask ten times in ten seconds; this is under it. */
const PACE_MS = 1_100;

const server = await LiveServerProcess.start();
const pupils: RawClient[] = [];
for (let i = 0; i < others; i++) {
  const pupil = await openSocketIo(server.origin, "/player");
  const commandId = `bench-malformed-${String(i).padStart(12, "0")}`;
  const joined = await pupil.ask("join", { commandId, pin: server.pin, name: `Pupil ${i}` });
  if (joined.ok !== true) throw new Error(`Pupil ${i} was not let in: ${JSON.stringify(joined)}`);
  pupils.push(pupil);
}
const before = await server.health();
const [quiet, flooded]: [number[], number[]] = [[], []];
for (let repetition = 0; repetition < repetitions; repetition++) {
  const { ms } = await asking(flood(Number(values.seed) + repetition), flooded);
  await asking(new Promise((resolve) => setTimeout(resolve, Math.max(ms, 2 * PACE_MS))), quiet);
}
const after = await server.health();
for (const pupil of pupils) pupil.close();
await server.stop();
const [inPeace, inFlood] = [spreadOf(quiet), spreadOf(flooded)];
console.log(
  JSON.stringify(
    {
      ...{
        frames: frames * repetitions,
        others,
        seed: Number(values.seed),
        unhandled: after.unhandled.length,
      },
      ackMs: { inPeace: { n: quiet.length, ...inPeace }, inFlood: { n: flooded.length, ...inFlood } },
      p99Ratio: rounded(inFlood.p99 / inPeace.p99),
      growthMb: {
        heap: rounded(after.heapMb - before.heapMb),
        rss: rounded(after.rssMb - before.rssMb),
      },
    },
    null,
    2,
  ),
);
process.exit(0);

function flood(seed: number): Promise<unknown> {
  const script = fileURLToPath(new URL("./flood.ts", import.meta.url));
  const child = fork(script, [server.origin, String(frames), String(seed)], { execArgv: tsxFlags() });
  return once(child, "exit");
}

/** Lets everybody ask at an even pace, each at their own moment, until the work is done. */
async function asking(work: Promise<unknown>, acks: number[]): Promise<{ ms: number }> {
  const start = performance.now();
  let going = true;
  const all = Promise.all(
    pupils.map(async (pupil, i) => {
      await new Promise((resolve) => setTimeout(resolve, (i / others) * PACE_MS));
      while (going) {
        const askedAt = performance.now();
        const answer = await pupil.ask("sync", {});
        if (answer.ok !== true) throw new Error(`A pupil was refused: ${JSON.stringify(answer)}`);
        acks.push(performance.now() - askedAt);
        await new Promise((resolve) => setTimeout(resolve, PACE_MS));
      }
    }),
  );
  await work;
  going = false;
  await all;
  return { ms: performance.now() - start };
}
