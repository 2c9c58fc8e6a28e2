import { type Arena, type ArenaHost, type AskedRound, roundIn } from "./arena";
import { rounded, type Spread, spreadOf } from "./figures";
import type { Meter } from "./measured";
import type { RawClient } from "./raw-client";

export type GameRoom = { pin: string; sessionId: string };
/** `rehearsal`: a room that a class joins and leaves before anything is measured. */
export type Shape = { players: number; rooms: GameRoom[]; rehearsal: GameRoom };

/** What one repetition on one server gives. Times in ms, memory in kB. */
export type Figures = {
  /** From the opening of the connection to the acknowledged seat. */
  joinPerSec: number;
  /** The same without the opening of the connection: the request for the seat alone. */
  seatPerSec: number;
  messagesPerJoin: number;
  fanoutMs: Spread;
  ackMs: Spread;
  answersPerSec: number;
  serverCpuUsPerAnswer: number;
  messagesPerAnswer: number;
  eventLoopBlockMs: { p50: number; max: number };
  burst: { answersPerSec: number; ackP99Ms: number };
  rssMb: number;
  kbPerPlayer: number;
  /** Answers without an acknowledgement, or with a refusal. */
  lost: number;
  /** Answers acknowledged more than once. */
  duplicated: number;
};

/** Answers of a class come over this long. */
const SPREAD_MS = 1_000;
/** Handshakes and joins under way at a time, so that the client process does not measure its own queue. */
const AT_ONCE = 100;
/** Questions before the measured one, on every server: compilers and buffers come to rest. */
export const WARM_UPS = 5;
/** Phones that join the rehearsal, at least; for the same reason. */
const REHEARSAL_PHONES = 200;
/** After the last acknowledgement a host's gathered count may still be on its way. */
const SETTLE_MS = 300;
/** A class comes into a room that its host has opened before; the measuring's own garbage is swept by then. */
const HOST_FIRST_MS = 1_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

type Player = { phone: RawClient; round: AskedRound | null; seenAt: number };
type Room = { host: ArenaHost; players: Player[] };

/** Plays the shape once: a rehearsal of joining, everybody joins, questions to warm up, a measured one, and one in a burst. */
export async function playOnce(arena: Arena, server: Meter, shape: Shape): Promise<Figures> {
  await rehearse(arena, shape.rehearsal);
  const before = await server.rssKb();
  const rooms: Room[] = [];
  for (const room of shape.rooms) rooms.push({ host: await arena.host(room), players: [] });
  await pause(HOST_FIRST_MS);
  const places = shape.rooms.flatMap((room, r) =>
    Array.from({ length: shape.players }, (_, i) => ({ room, r, i })),
  );
  const phones: { phone: RawClient; pin: string; name: string }[] = [];
  const connectStart = performance.now();
  await inParallel(places, async ({ room, r, i }) => {
    const phone = await arena.phone(room.pin);
    const player: Player = { phone, round: null, seenAt: 0 };
    phone.onEvent = (_, payload) => {
      const round = roundIn(payload);
      if (round) Object.assign(player, { round, seenAt: performance.now() });
    };
    rooms[r]?.players.push(player);
    phones.push({ phone, pin: room.pin, name: nameOf(i) });
  });
  const connectMs = performance.now() - connectStart;
  const clients = [...phones.map(({ phone }) => phone), ...rooms.map(({ host }) => host.client)];
  const received = () => clients.reduce((sum, client) => sum + client.received, 0);

  const [joinStart, receivedBeforeJoins] = [performance.now(), received()];
  await inParallel(phones, async ({ phone, pin, name }) => {
    if (!(await arena.join(phone, pin, name))) throw new Error(`${name} was not let in.`);
  });
  const joinMs = performance.now() - joinStart;
  await pause(SETTLE_MS);
  const messagesPerJoin = (received() - receivedBeforeJoins) / phones.length;
  const after = await server.rssKb();

  for (let round = 0; round < WARM_UPS; round++) await answered(arena, rooms, SPREAD_MS);
  const fanout = await opened(rooms);
  await optionsShown(rooms);
  await server.resetLoopDelay();
  const [cpu, receivedBefore] = [server.cpuUs(), received()];
  const spread = await answersOf(arena, rooms, SPREAD_MS);
  await pause(SETTLE_MS);
  const [cpuUs, messages] = [server.cpuUs() - cpu, received() - receivedBefore];
  const { p50, max } = await server.loopDelay();
  const burst = await answered(arena, rooms, 0);
  for (const client of clients) client.close();

  const n = phones.length;
  return {
    joinPerSec: rounded(n / ((connectMs + joinMs) / 1_000)),
    seatPerSec: rounded(n / (joinMs / 1_000)),
    messagesPerJoin: rounded(messagesPerJoin, 3),
    fanoutMs: spreadOf(fanout),
    ackMs: spreadOf(spread.acks),
    answersPerSec: rounded(spread.acks.length / (spread.ms / 1_000)),
    serverCpuUsPerAnswer: rounded(cpuUs / n),
    messagesPerAnswer: rounded(messages / n, 3),
    eventLoopBlockMs: { p50: rounded(p50), max: rounded(max) },
    burst: {
      answersPerSec: rounded(burst.acks.length / (burst.ms / 1_000)),
      ackP99Ms: spreadOf(burst.acks).p99,
    },
    rssMb: rounded(after / 1_024),
    kbPerPlayer: rounded((after - before) / n),
    lost: 2 * n - spread.acks.length - burst.acks.length,
    duplicated: clients.reduce((sum, { repeated }) => sum + repeated, 0),
  };
}

/** Classes of 40 join one after another, and leave. */
async function rehearse(arena: Arena, { pin }: GameRoom): Promise<void> {
  const phones: RawClient[] = [];
  while (phones.length < REHEARSAL_PHONES) {
    const arrived = Array.from({ length: 40 }, (_, i) => nameOf(phones.length + i));
    await inParallel(arrived, async (name) => {
      const phone = await arena.phone(pin);
      phones.push(phone);
      if (!(await arena.join(phone, pin, name))) throw new Error(`${name} was not let in to the rehearsal.`);
    });
  }
  for (const phone of phones) phone.close();
  await pause(SETTLE_MS);
}

async function answered(arena: Arena, rooms: Room[], overMs: number) {
  await opened(rooms);
  await optionsShown(rooms);
  return answersOf(arena, rooms, overMs);
}

/** Opens the next question everywhere; for every phone the time from the first phone of its room to itself, ms. */
async function opened(rooms: Room[]): Promise<number[]> {
  for (const { players } of rooms) for (const player of players) player.round = null;
  await Promise.all(rooms.map(({ host }) => host.ask()));
  while (rooms.some(({ players }) => players.some(({ round }) => round === null))) await pause(5);
  return rooms.flatMap(({ players }) => {
    const first = Math.min(...players.map(({ seenAt }) => seenAt));
    return players.map(({ seenAt }) => seenAt - first);
  });
}

/** Waits until the options may be answered everywhere. */
async function optionsShown(rooms: Room[]): Promise<void> {
  const opens = Math.max(...rooms.flatMap(({ players }) => players.map(({ round }) => round?.opensAt ?? 0)));
  await pause(Math.max(0, opens - Date.now()) + 50);
}

/** Everybody answers within `overMs` of the opening, drawn evenly; 0: all in one instant. */
async function answersOf(
  arena: Arena,
  rooms: Room[],
  overMs: number,
): Promise<{ acks: number[]; ms: number }> {
  const players = rooms.flatMap((room) => room.players);
  const acks: number[] = [];
  const start = performance.now();
  await Promise.all(
    players.map(async ({ phone, round }, i) => {
      if (overMs > 0) await pause(Math.random() * overMs);
      if (!round) return;
      const sentAt = performance.now();
      if (await arena.answer(phone, round, i)) acks.push(performance.now() - sentAt);
    }),
  );
  return { acks, ms: performance.now() - start };
}

/** A name that no filter takes for a word, whatever the number: "P" and its binary digits as b and d. */
function nameOf(i: number): string {
  return `P${i.toString(2).replaceAll("0", "b").replaceAll("1", "d")}`;
}

async function inParallel<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const item of rest) await act(item);
    }),
  );
}
