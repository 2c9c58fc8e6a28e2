import { beforeEach, describe, expect, test } from "vitest";
import type { SessionId } from "@/contract/ids";
import { LIMITS } from "@/contract/limits";
import { DEFAULT_SETTINGS } from "@/contract/settings";
import { cryptoChance } from "../room/chance";
import type { Screens, StoredSession } from "../room/ports";
import { Registry } from "../room/registry";
import { FakeClock } from "../testing/fake-clock";
import { FakeLeaseStore } from "../testing/fake-leases";
import { commandId } from "../testing/game";
import { KeptLog, listedQuestions, noClass } from "../testing/live-server";
import { MemoryEventLog } from "../testing/memory-event-log";
import { Keeper, ORPHANS_MS } from "./keeper";

const [A, B] = ["http://10.0.0.1:3000", "http://10.0.0.2:3000"];

const nothing = () => {};
const noScreens: Screens = {
  ...{ everyPlayer: nothing, player: nothing, playerView: nothing, host: nothing, hostView: nothing },
  ...{ dismiss: nothing, close: nothing, moved: nothing },
};

let clock: FakeClock;
let redis: FakeLeaseStore;
let log: MemoryEventLog;
/** What stands in the database about who has claimed which session last. */
let claims: Map<SessionId, { keeper: string; fence: number }>;
let finished: string[];
beforeEach(() => {
  clock = new FakeClock();
  redis = new FakeLeaseStore(clock);
  log = new MemoryEventLog();
  claims = new Map();
  finished = [];
});

/** A server with its keeper and its rooms; `pins` leads from PINs to sessions, as the database does. */
async function server(address: string, pins: ReadonlyMap<string, SessionId> = new Map()) {
  const rooms = new Map<SessionId, StoredSession>();
  const keeper = new Keeper({
    address,
    leases: redis.of(address),
    clock,
    logger: new KeptLog(),
    finish: async () => void finished.push(address),
    log: {
      claim: async (sessionId) => {
        const session = await log.claim(sessionId);
        if (session?.fence) claims.set(sessionId, { keeper: address, fence: session.fence });
        return session;
      },
    },
    places: {
      find: async (room) => {
        const sessionId = pins.get(room) ?? (room as SessionId);
        const stored = await log.load(sessionId);
        return stored && { sessionId, keeper: claims.get(sessionId)?.keeper ?? null };
      },
      all: async () => (await log.unfinished(0)).map(({ sessionId }) => sessionId),
      takenOver: async (fences) =>
        [...fences].flatMap(([id, fence]) => (claims.get(id)?.fence === fence ? [] : [id])),
    },
  });
  await keeper.start({
    holds: (room) => rooms.has(room as SessionId),
    open: (session) => void rooms.set(session.sessionId, session),
    moved: (sessionId) => void rooms.delete(sessionId),
  });
  return { keeper, rooms };
}

async function game(): Promise<SessionId> {
  const sessionId = cryptoChance.sessionId();
  const settings = DEFAULT_SETTINGS;
  const created = { sessionId, title: "Sums", pin: cryptoChance.pin(), settings, at: clock.now() };
  const whose = { teacherId: "teacher", deckId: "deck", classId: null };
  await log.create({ ...whose, created: { type: "session-created", ...created } });
  return sessionId;
}
/** A game, and the server that has it. */
async function keptGame() {
  const [id, a] = [await game(), await server(A)];
  await a.keeper.whereIs(id);
  return { id, a };
}
const seat = (tokenHash: string) => ({ playerId: cryptoChance.playerId(), tokenHash, previousHash: null });

describe("the keeper of a server's rooms", () => {
  test("L29: takes the games that nobody has, and leads to the server that has the others", async () => {
    const first = await game();
    const a = await server(A);
    expect(await a.keeper.whereIs(first)).toBeNull();
    expect([...a.rooms.keys()]).toEqual([first]);
    const b = await server(B);
    expect(await b.keeper.whereIs(first)).toBe(A);
    const second = await game();
    expect(await b.keeper.whereIs(second)).toBeNull();
    expect([...b.rooms.keys()]).toEqual([second]);
    expect(await a.keeper.whereIs(second)).toBe(B);
    expect(await a.keeper.isElsewhere(second)).toBe(true);
    expect(await b.keeper.isElsewhere(second)).toBe(false);
  });

  test("L30: takes a game that nobody has and nobody asks for, in time, and finishes what was left beside it", async () => {
    const id = await game();
    const a = await server(A);
    await server(B);
    await clock.advance(ORPHANS_MS);
    expect([...a.rooms.keys()]).toEqual([id]);
    await clock.advance(ORPHANS_MS);
    expect(finished).toEqual([A]);
  });

  test("L30: takes nothing over any more while it stops", async () => {
    const { id, a } = await keptGame();
    const b = await server(B);
    const other = await game();
    a.keeper.stop();
    await expect(a.keeper.whereIs(other)).rejects.toThrow(/stopping/);
    expect(redis.holderOf(id)).toBe(A);
    await a.keeper.leave();
    expect(await b.keeper.whereIs(id)).toBeNull();
  });

  test("L29: opens a game once, however many ask for it at once", async () => {
    const a = await server(A);
    const id = await game();
    const asked: Promise<unknown>[] = [];
    for (let n = 0; n < 60; n++) {
      asked.push(a.keeper.whereIs(id));
      // Some ask while the game is being opened, and some in the moment when it has been.
      await Promise.resolve();
    }
    await Promise.all(asked);
    expect(claims.get(id)?.fence).toBe(1);
  });

  test("L30: takes over from a server that has been silent for a lease's time, and not before", async () => {
    const { id, a } = await keptGame();
    const b = await server(B);
    await a.keeper.leave();
    redis.forgetAll();
    await redis.of(A).take(id);
    await clock.advance(LIMITS.leaseMs - 1);
    expect(await b.keeper.whereIs(id)).toBe(A);
    await clock.advance(1);
    expect(await b.keeper.whereIs(id)).toBeNull();
    expect(b.rooms.get(id)?.fence).toBe(2);
  });

  test("L30: takes over at once from a server that has stopped in good order", async () => {
    const { id, a } = await keptGame();
    const b = await server(B);
    await a.keeper.leave();
    expect(redis.holderOf(id)).toBeNull();
    expect(await b.keeper.whereIs(id)).toBeNull();
  });

  test("L29: a server that is cut off from Redis has lost its game when another has claimed it: it lets it go, and writes nothing", async () => {
    const { id, a } = await keptGame();
    const b = await server(B);
    const { fence } = a.rooms.get(id) ?? {};
    redis.cut(A, true);
    await clock.advance(LIMITS.leaseMs + 1);
    expect([...a.rooms.keys()]).toEqual([id]);
    expect(await b.keeper.whereIs(id)).toBeNull();
    await expect(log.append({ sessionId: id, events: [], seats: [seat("late")], fence })).rejects.toThrow();
    await clock.advance(LIMITS.leaseRenewMs);
    expect([...a.rooms.keys()]).toEqual([]);
    expect((await log.load(id))?.seats).toEqual([]);
  });

  test("L31: without Redis every server goes on with its games, and newcomers are led to them", async () => {
    const { id, a } = await keptGame();
    const b = await server(B);
    for (const address of [A, B]) redis.cut(address, true);
    await clock.advance(10 * LIMITS.leaseMs);
    expect(a.keeper.redisThere).toBe(false);
    expect([...a.rooms.keys()]).toEqual([id]);
    expect(await b.keeper.whereIs(id)).toBe(A);
    expect(await a.keeper.whereIs(id)).toBeNull();
    const created = await game();
    expect(await b.keeper.created(created)).toBe(1);
    await expect(a.keeper.whereIs(await game())).rejects.toThrow();
  });

  test("L31: a Redis that comes back empty learns from the servers whose the games are", async () => {
    const { id, a } = await keptGame();
    const b = await server(B);
    for (const address of [A, B]) redis.cut(address, true);
    await clock.advance(10 * LIMITS.leaseMs);
    redis.forgetAll();
    for (const address of [A, B]) redis.cut(address, false);
    await clock.advance(LIMITS.leaseRenewMs);
    expect([a.keeper.redisThere, redis.holderOf(id)]).toEqual([true, A]);
    expect(await b.keeper.whereIs(id)).toBe(A);
  });

  test("L29: a room that was made here is written to until another server has claimed it", async () => {
    const a = await server(A);
    const registry = new Registry({
      ...{ log, clock, chance: cryptoChance, classSeats: noClass, logger: new KeptLog(), joinUrl: "" },
      questions: listedQuestions(1),
      screensOf: () => noScreens,
      keeping: a.keeper,
    });
    const { sessionId } = await registry.create({
      ...{ teacherId: "teacher", deckId: "deck", classId: null, title: "Sums" },
      settings: DEFAULT_SETTINGS,
    });
    const lock = (locked: boolean) =>
      new Promise((resolve) =>
        registry
          .byId(sessionId)
          ?.host({ type: "lock", commandId: commandId(`lock-${locked}`), locked }, resolve),
      );
    expect(redis.holderOf(sessionId)).toBe(A);
    expect(await lock(true)).toEqual({ ok: true });
    await log.claim(sessionId);
    expect(await lock(false)).toEqual({ ok: false, code: "try-again" });
    expect((await log.load(sessionId))?.events).toHaveLength(2);
    registry.stop();
  });

  test("gives a closed room's lease back", async () => {
    const { id, a } = await keptGame();
    a.keeper.closed(id);
    await clock.advance(0);
    expect(redis.holderOf(id)).toBeNull();
  });

  test("L32: a PIN that leads nowhere leads to one server all the same, whoever is asked, and to each its share", async () => {
    const a = await server(A);
    const b = await server(B);
    await clock.advance(LIMITS.leaseRenewMs);
    let toA = 0;
    for (let pin = 0; pin < 200; pin++) {
      const [fromA, fromB] = [await a.keeper.whereIs(`${pin}`), await b.keeper.whereIs(`${pin}`)];
      expect(fromA ?? A).toBe(fromB ?? B);
      if ((fromA ?? A) === A) toA += 1;
    }
    expect(toA).toBeGreaterThan(70);
    expect(toA).toBeLessThan(130);
  });
});
