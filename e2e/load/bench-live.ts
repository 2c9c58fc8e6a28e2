import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { furnish, type House, type RunningServer, startServer } from "#server/testing/house";
import { type Arena, bareSocketIo, bareWs, deckdash } from "./arena";
import { medianOf, rounded } from "./figures";
import { childrenOf, Measured, PROBE_FLAGS, SERVER_CORE, startBare, toClientCore } from "./measured";
import { type Figures, type GameRoom, playOnce, type Shape, WARM_UPS } from "./repetition";

// npm run bench:live -- --players N --rooms M [--cluster 1] [--reps R] [--port P]
// N players in each of M rooms, on Deckdash, on bare Socket.IO and on bare ws, one after another, R times over; prints JSON.

const { values } = parseArgs({
  options: {
    players: { type: "string", default: "40" },
    rooms: { type: "string", default: "1" },
    cluster: { type: "string", default: "1" },
    reps: { type: "string", default: "5" },
    port: { type: "string", default: "4130" },
  },
});
const [players, roomCount, reps, port] = [values.players, values.rooms, values.reps, values.port].map(
  Number,
) as [number, number, number, number];

if (values.cluster !== "1") {
  console.error(
    "Deckdash is one process: there is no cluster to measure. What one process carries is in docs/engineering/live.md; leave --cluster out.",
  );
  process.exit(1);
}

/** The warm-ups, the measured one and the burst. */
const QUESTIONS = WARM_UPS + 2;
const SETTINGS = {
  // Ratings put the reveal three seconds after the last answer, out of the measured second.
  confidence: true,
  timer: { kind: "fixed", ms: 60_000 },
  order: "as-written",
  questionCount: QUESTIONS,
} as const;

/** What the database says afterwards: acknowledged and not stored, stored twice, scored otherwise than decided. */
type Kept = { lost: number; duplicated: number; scoredTwice: number };

async function onDeckdash(): Promise<Figures & Kept> {
  const house = await furnish({ sessions: roomCount + 1, questions: QUESTIONS, settings: SETTINGS });
  try {
    const server = await startServer({
      dataDir: house.dataDir,
      port,
      prefix: SERVER_CORE,
      nodeFlags: PROBE_FLAGS,
    });
    const figures = await playOn(server, house).finally(() => server.stop());
    return { ...figures, ...(await kept(house, players * roomCount * QUESTIONS - figures.lost)) };
  } finally {
    house.remove();
  }
}

async function playOn(server: RunningServer, house: House): Promise<Figures> {
  for (const child of childrenOf(server.pid)) await toClientCore(child);
  await server.atRest();
  return playOnce(
    deckdash(server.origin, house.teacher),
    new Measured(server.child, server.pid),
    shapeOf(house.sessions),
  );
}

/** One room more than is measured is for the rehearsal. */
function shapeOf([rehearsal, ...rooms]: GameRoom[]): Shape {
  if (!rehearsal) throw new Error("There is no room to rehearse in.");
  return { players, rooms, rehearsal };
}

function kept(house: House, acknowledged: number): Promise<Kept> {
  return house.inspect(async ({ prisma }) => {
    const answers = await prisma.answer.findMany();
    const events = await prisma.gameEvent.findMany({ where: { type: "answer-accepted" } });
    const distinct = new Set(
      events.map(({ payload }) => {
        const { roundId, playerId } = payload as { roundId: string; playerId: string };
        return `${roundId}/${playerId}`;
      }),
    );
    const stored = new Map(answers.map((answer) => [`${answer.roundId}/${answer.playerId}`, answer.points]));
    const scoredOtherwise = events.filter(({ payload }) => {
      const { roundId, playerId, points } = payload as { roundId: string; playerId: string; points: number };
      return stored.get(`${roundId}/${playerId}`) !== points;
    });
    return {
      lost: Math.max(0, acknowledged - answers.length),
      duplicated: events.length - distinct.size,
      scoredTwice: scoredOtherwise.length,
    };
  });
}

async function onBare(file: string, arena: (origin: string) => Arena): Promise<Figures> {
  const server = await startBare(file, port);
  const rooms = Array.from({ length: roomCount + 1 }, (_, i) => ({
    pin: `pin-${i}`,
    sessionId: `session-${i}`,
  }));
  try {
    const measured = new Measured(server.child, server.child.pid ?? 0);
    return await playOnce(arena(server.origin), measured, shapeOf(rooms));
  } finally {
    await server.stop();
  }
}

/** Deckdash over a bare server, figure by figure, within one repetition. */
function ratioOf(own: Figures, bare: Figures) {
  return {
    joinPerSec: rounded(own.joinPerSec / bare.joinPerSec, 3),
    seatPerSec: rounded(own.seatPerSec / bare.seatPerSec, 3),
    fanoutP99: rounded(own.fanoutMs.p99 / bare.fanoutMs.p99, 3),
    ackP99: rounded(own.ackMs.p99 / bare.ackMs.p99, 3),
    serverCpuPerAnswer: rounded(own.serverCpuUsPerAnswer / bare.serverCpuUsPerAnswer, 3),
    burstAnswersPerSec: rounded(own.burst.answersPerSec / bare.burst.answersPerSec, 3),
    kbPerPlayerAbove: rounded(own.kbPerPlayer - bare.kbPerPlayer, 2),
  };
}

await toClientCore(process.pid);
const runs: { own: Figures & Kept; socketIo: Figures; ws: Figures }[] = [];
for (let rep = 1; rep <= reps; rep++) {
  const own = await onDeckdash();
  const socketIo = await onBare("e2e/load/bare-socketio.mjs", bareSocketIo);
  const ws = await onBare("e2e/load/bare-ws.mjs", bareWs);
  runs.push({ own, socketIo, ws });
  console.error(
    `repetition ${rep}/${reps}: ack p99 ${own.ackMs.p99} ms (bare ${socketIo.ackMs.p99}), ` +
      `${own.serverCpuUsPerAnswer} µs per answer (bare ${socketIo.serverCpuUsPerAnswer})`,
  );
}
console.log(
  JSON.stringify(
    {
      players: players * roomCount,
      rooms: roomCount,
      repetitions: reps,
      /** Runnable processes on this machine, the benchmark's own included: above the number of cores, times mean little. */
      loadAverage: rounded(loadavg()[0] ?? Number.NaN),
      ...medianOf(runs.map(({ own }) => own)),
      bareSocketIo: medianOf(runs.map(({ socketIo }) => socketIo)),
      bareWs: medianOf(runs.map(({ ws }) => ws)),
      ratio: medianOf(runs.map(({ own, socketIo }) => ratioOf(own, socketIo))),
      ratioToWs: medianOf(runs.map(({ own, ws }) => ratioOf(own, ws))),
    },
    null,
    2,
  ),
);
