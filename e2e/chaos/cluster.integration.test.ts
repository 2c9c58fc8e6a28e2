import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { joinCluster } from "#server/cluster/cluster";
import { roomsOfAll } from "#server/cluster/corrections";
import { Vouch } from "#server/cluster/vouch";
import { PostgresEventLog } from "#server/store/postgres-event-log";
import { checkLog } from "#server/testing/history";
import { type RunningServer, SECRET } from "#server/testing/house";
import { inPhase, next, phone, shows, type TestPhone, tap } from "#server/testing/live-players";
import { KeptLog } from "#server/testing/live-server";
import { noRedis } from "#server/testing/redis-server";
import { openSharedHouse, type SharedHouse } from "#server/testing/shared-house";
import { connectHost, type HostLink } from "@/client/host";
import type { CommandId, SessionId } from "@/contract/ids";
import { LIMITS } from "@/contract/limits";
import type { HostView } from "@/contract/views";
import { openSocketIo } from "../load/raw-client";
import { FaultyLink } from "./faulty-link";

/** Three real servers behind a balancer that sends every connection to the next of them. */

const SERVERS = 3;
const PLAYERS = 9;
const GAMES = 6;
const QUESTIONS = 3;
const LATE_MS = 40_000;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const isConnected = ({ connection }: { connection: string }) => connection === "connected";

let house: SharedHouse;
let balancer: FaultyLink;
const servers: RunningServer[] = [];
/** Those that the balancer holds for alive. */
const alive = new Set<number>();

if (noRedis) console.warn(`Several servers: ${noRedis}`);

describe.skipIf(noRedis)("several servers that share the games", () => {
  beforeAll(async () => {
    house = await openSharedHouse(
      {
        sessions: GAMES,
        questions: QUESTIONS,
        settings: { confidence: false, timer: { kind: "fixed", ms: 120_000 }, order: "as-written" },
      },
      // And one port for a page that is on none of them.
      SERVERS + 1,
    );
    let turn = 0;
    balancer = await FaultyLink.open(() => {
      const up = [...alive];
      return house.portOf(up[turn++ % up.length] ?? 0);
    });
    await Promise.all(Array.from({ length: SERVERS }, (_, n) => bringUp(n)));
  });
  afterAll(async () => {
    await balancer?.close();
    await Promise.all(servers.map((server) => server.stop("SIGKILL")));
    await house?.close();
  });

  test("L29: a class whose phones are on three servers plays one game", async () => {
    const game = await startGame(0);
    await game.playRound();
    await game.end();
  });

  test("L33: a page's correction on one server reaches a game that another has", async () => {
    const game = await startGame(4);
    await game.playRound();
    const [round] = game.shown().past;
    if (!round) throw new Error("The host's screen shows no past question.");
    const keeper = await game.keeper();
    const address = `http://127.0.0.1:${house.portOf(SERVERS)}`;
    const other = await otherServer(address);
    try {
      const voided = { type: "void-round", roundId: round.round.id, voided: true } as const;
      const commandId = "a-correction-from-afar" as CommandId;
      expect(await other.rooms.correct(game.sessionId, { ...voided, commandId })).toEqual({ ok: true });
      await Promise.all(game.phones.map(({ link }) => shows(link.store, ({ view }) => view?.score === 0)));
      expect(await game.keeper()).toBe(keeper);
    } finally {
      await other.leave();
    }
    await game.end(false);
  });

  test("L30: kill -9 of a game's server in a question: another takes it over, and no answer is lost or counted twice", async () => {
    const game = await startGame(1);
    await game.openRound();
    const victim = await game.keeper();
    const before = await Promise.all(game.phones.slice(0, 4).map(({ link }) => tap(link, true)));
    expect(before).toEqual(before.map(() => ({ ok: true })));
    const during = game.phones.slice(4, 6).map(({ link }) => tap(link, false));
    await lose(victim, (server) => server.stop("SIGKILL"));
    const killedAt = performance.now();
    await Promise.all(during);
    const takenOverMs = Math.round(performance.now() - killedAt);
    const after = await Promise.all(game.phones.slice(6).map(({ link }) => tap(link, true)));
    expect(after).toEqual(after.map(() => ({ ok: true })));
    await game.seeReveal();
    expect(await game.keeper()).not.toBe(victim);
    console.log(JSON.stringify({ takenOverMs }));
    await game.end();
    await bringUp(victim);
  });

  test("L29: a server that wakes up after its lease has run out writes nothing and lets its phones go", async () => {
    const game = await startGame(2);
    await game.openRound();
    const sleeper = await game.keeper();
    const [first] = game.phones;
    if (!first) throw new Error("Nobody plays.");
    first.link.stop();
    const stays = phone(`http://127.0.0.1:${house.portOf(sleeper)}`, first.shelf, {}, game.pin);
    game.phones[0] = stays;
    await shows(stays.link.store, inPhase("question"), LATE_MS);
    const { pid } = servers[sleeper] ?? {};
    if (!pid) throw new Error("The server is not there.");
    process.kill(pid, "SIGSTOP");
    // It reaches a server that sleeps, and waits in its socket until it wakes up.
    const late = tap(stays.link, true);
    await lose(sleeper, async () => balancer.cut());
    const others = await Promise.all(game.phones.slice(1).map(({ link }) => tap(link, true)));
    expect(others).toEqual(others.map(() => ({ ok: true })));
    expect(await game.keeper()).not.toBe(sleeper);
    process.kill(pid, "SIGCONT");
    alive.add(sleeper);
    expect(await late).toEqual({ ok: true });
    await game.seeReveal();
    await game.end();
  });

  test("L30: servers that are stopped in good order one after another send nobody away", async () => {
    const game = await startGame(5);
    await game.openRound();
    const first = await game.keeper();
    const stopped = [first, (first + 1) % SERVERS];
    for (const n of stopped) {
      await lose(n, (server) => server.stop("SIGTERM"));
      await Promise.all(game.phones.map(({ link }) => shows(link.store, isConnected, LATE_MS)));
    }
    await Promise.all(stopped.map(bringUp));
    const taps = await Promise.all(game.phones.map(({ link }) => tap(link, true)));
    expect(taps).toEqual(taps.map(() => ({ ok: true })));
    await game.seeReveal();
    await game.end();
  });

  test("L31: without Redis games go on, newcomers find them, and the servers say so; when it is back, so are the leases", async () => {
    const game = await startGame(3);
    await house.redis.kill();
    await wait(LIMITS.leaseMs + LIMITS.leaseRenewMs);
    expect(await Promise.all([...alive].map(health))).toEqual(
      [...alive].map(() => ({ ok: true, redis: false })),
    );
    const late = phone(balancer.origin);
    expect(await late.link.join({ pin: game.pin, name: "Newcomer" })).toMatchObject({ ok: true });
    game.phones.push(late);
    await game.playRound();
    await house.redis.restart();
    await expect
      .poll(async () => Promise.all([...alive].map(health)), { timeout: LATE_MS })
      .toEqual([...alive].map(() => ({ ok: true, redis: true })));
    await game.playRound();
    await game.end();
  });

  test("L32: wrong PINs tried on all servers together count together", async () => {
    const live = new Set(house.sessions.map(({ pin }) => pin));
    const guesses = Array.from({ length: LIMITS.wrongPinsPerAddress + 10 }, (_, n) => String(100_000 + n));
    const refused: unknown[] = [];
    for (const [n, pin] of guesses.filter((guess) => !live.has(guess)).entries()) {
      const guesser = await openSocketIo(originOf(n % SERVERS), "/player", { room: pin });
      const commandId = `a-guess-that-has-the-number-${n}`;
      refused.push((await guesser.ask("join", { commandId, pin, name: "Guess" })).code);
      guesser.close();
    }
    const counted = LIMITS.wrongPinsPerAddress;
    expect(refused.slice(0, counted)).toEqual(Array(counted).fill("no-such-room"));
    expect(new Set(refused.slice(counted))).toEqual(new Set(["too-fast"]));
  });
});

const originOf = (n: number) => `http://127.0.0.1:${house.portOf(n)}`;

/** One more server of the cluster, in this process, without rooms: its pages ask for those that others have. */
async function otherServer(address: string) {
  const cluster = await joinCluster({
    ...{ redisUrl: house.redis.url, address, secret: SECRET, logger: new KeptLog() },
    onLoginsEnded: () => () => {},
  });
  const { pool } = house.database;
  const keeper = cluster.keeperOf(new PostgresEventLog(pool), pool, async () => {});
  const notHere = () => Promise.reject(new Error("This room is another server's."));
  const own = { create: notHere, correct: notHere };
  const rooms = roomsOfAll(own, { keeper, vouch: new Vouch(SECRET), basePath: "" });
  return { rooms, leave: () => cluster.close() };
}

async function bringUp(n: number) {
  servers[n] = await house.start(n);
  // As a balancer does that looks at it first.
  await health(n);
  alive.add(n);
}

/** The balancer sends nobody there any more. */
async function lose(n: number, how: (server: RunningServer) => Promise<void>) {
  alive.delete(n);
  const server = servers[n];
  if (server) await how(server);
}

async function health(n: number): Promise<unknown> {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${house.portOf(n)}/api/health`);
    if (answer.status !== 503) return answer.json();
    await wait(200);
  }
}

/** A class in the n-th game: its host and its phones come through the balancer. */
async function startGame(n: number) {
  const session = house.sessions[n];
  if (!session) throw new Error("There is no such game.");
  const sessionId = session.sessionId as SessionId;
  const { cookie } = house.teacher;
  const host: HostLink = connectHost(sessionId, { origin: balancer.origin, extraHeaders: { cookie } });
  host.start();
  await shows(host.store, inPhase("lobby"), LATE_MS);
  // Every third is in a network that lets no WebSocket through.
  const phones: TestPhone[] = Array.from({ length: PLAYERS }, (_, i) =>
    phone(balancer.origin, new Map(), i % 3 === 0 ? { transports: ["polling"] } : {}),
  );
  const joined = await Promise.all(
    phones.map(({ link }, i) => link.join({ pin: session.pin, name: `Player ${i}` })),
  );
  expect(joined).toEqual(joined.map((_, i) => ({ ok: true, name: `Player ${i}` })));
  let rounds = 0;
  const game = {
    ...{ sessionId, pin: session.pin, phones },
    shown(): HostView {
      const { view } = host.store.read();
      if (!view) throw new Error("The host's screen shows nothing.");
      return view;
    },
    /** Which server has claimed the game last. */
    async keeper(): Promise<number> {
      const { keeper } = await house.database.prisma.session.findUniqueOrThrow({ where: { id: sessionId } });
      return house.numberAt(Number(new URL(keeper ?? "").port));
    },
    async openRound() {
      rounds += 1;
      expect(await next(host)).toEqual({ ok: true });
      await Promise.all(phones.map(({ link }) => shows(link.store, inPhase("question"), LATE_MS)));
    },
    async seeReveal() {
      await Promise.all(phones.map(({ link }) => shows(link.store, inPhase("reveal"), LATE_MS)));
      await shows(host.store, (live) => live.connection === "connected" && inPhase("reveal")(live), LATE_MS);
    },
    async playRound() {
      await game.openRound();
      const taps = await Promise.all(phones.map(({ link }, i) => tap(link, i % 2 === 0)));
      expect(taps).toEqual(taps.map(() => ({ ok: true })));
      await game.seeReveal();
    },
    /** Ends the game and holds what the phones were told against the database. `counts`: whether its rounds do. */
    async end(counts = true) {
      expect(await host.send({ type: "end" })).toEqual({ ok: true });
      await Promise.all(phones.map(({ link }) => shows(link.store, inPhase("podium"), LATE_MS)));
      const stored = await new PostgresEventLog(house.database.pool).load(sessionId);
      if (!stored) throw new Error("The game is gone.");
      const state = checkLog(stored);
      expect(state.rounds).toHaveLength(rounds);
      const rows = await house.database.prisma.answer.findMany({ where: { sessionId } });
      expect(rows).toHaveLength(state.rounds.reduce((sum, { answers }) => sum + answers.size, 0));
      for (const { link } of phones) {
        const { view } = link.store.read();
        const own = rows.filter(({ playerId }) => playerId === view?.playerId);
        expect(view?.score).toBe(counts ? own.reduce((sum, { points }) => sum + points, 0) : 0);
        link.stop();
      }
      host.stop();
    },
  };
  return game;
}
