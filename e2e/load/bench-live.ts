import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import type { Database } from "#server/store/client";
import { furnish, type House, type RunningServer, startServer } from "#server/testing/house";
import { noRedis } from "#server/testing/redis-server";
import { openSharedHouse } from "#server/testing/shared-house";
import { type Arena, bareSocketIo, bareWs, deckdash } from "./arena";
import { medianOf, rounded } from "./figures";
import {
  childrenOf,
  Measured,
  PROBE_FLAGS,
  SERVER_CORE,
  startBare,
  toClientCore,
  together,
} from "./measured";
import { type Figures, type GameRoom, playOnce, type Shape, WARM_UPS } from "./repetition";

// npm run bench:live -- --players N --rooms M [--cluster K] [--reps R] [--port P]
// N players in each of M rooms, on Deckdash, on bare Socket.IO and on bare ws, one after another, R times over; prints JSON.
// With a cluster of K > 1 Deckdash runs as K servers on one Redis and one database: connections go to them in turn, and
// so do the rooms' first ones, which makes each the server of its share of the rooms. All K share the servers' core.

const { values } = parseArgs({
  options: {
    players: { type: "string", default: "40" },
    rooms: { type: "string", default: "1" },
    cluster: { type: "string", default: "1" },
    reps: { type: "string", default: "5" },
    port: { type: "string", default: "4130" },
  },
});
const [players, roomCount, reps, port, cluster] = [
  values.players,
  values.rooms,
  values.reps,
  values.port,
  values.cluster,
].map(Number) as [number, number, number, number, number];

if (!Number.isInteger(cluster) || cluster < 1) {
  console.error("--cluster takes the number of servers, 1 or more.");
  process.exit(1);
}
if (cluster > 1 && noRedis) {
  console.error(
    "Several servers need a Redis, and there is no redis-server on this computer: install it, or leave --cluster out.",
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
  return cluster > 1 ? onSeveral() : onOne();
}

/** One room more than is measured is for the rehearsal. */
const FURNITURE = { sessions: roomCount + 1, questions: QUESTIONS, settings: SETTINGS };

async function onOne(): Promise<Figures & Kept> {
  const house = await furnish(FURNITURE);
  try {
    const server = await startServer({
      dataDir: house.dataDir,
      port,
      prefix: SERVER_CORE,
      nodeFlags: PROBE_FLAGS,
    });
    for (const child of childrenOf(server.pid)) await toClientCore(child);
    const figures = await playOn([server], house).finally(() => server.stop());
    return { ...figures, ...(await house.inspect((database) => kept(database, figures))) };
  } finally {
    house.remove();
  }
}

async function onSeveral(): Promise<Figures & Kept> {
  const house = await openSharedHouse(FURNITURE, cluster);
  const how = { prefix: SERVER_CORE, nodeFlags: PROBE_FLAGS };
  const servers = await Promise.all(Array.from({ length: cluster }, (_, n) => house.start(n, how)));
  try {
    const figures = await playOn(servers, house);
    // The rows of the last answers follow their events; a server that stops writes them first.
    await Promise.all(servers.map((server) => server.stop()));
    return { ...figures, ...(await kept(house.database, figures)) };
  } finally {
    await Promise.all(servers.map((server) => server.stop("SIGKILL")));
    await house.close();
  }
}

async function playOn(
  servers: readonly RunningServer[],
  { sessions, teacher }: Pick<House, "sessions" | "teacher">,
): Promise<Figures> {
  for (const server of servers) await server.atRest();
  const origins = servers.map(({ origin }) => origin);
  const meter = together(servers.map(({ child, pid }) => new Measured(child, pid)));
  return playOnce(deckdash(origins, teacher), meter, shapeOf(sessions));
}

function shapeOf([rehearsal, ...rooms]: GameRoom[]): Shape {
  if (!rehearsal) throw new Error("There is no room to rehearse in.");
  return { players, rooms, rehearsal };
}

async function kept({ prisma }: Database, { lost }: Figures): Promise<Kept> {
  const acknowledged = players * roomCount * QUESTIONS - lost;
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
      cluster,
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
