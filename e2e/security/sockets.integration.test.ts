import { afterEach, describe, expect, test } from "vitest";
import { createRandom } from "#server/domain/random";
import { hostScreen, next, phone, shows, tap } from "#server/testing/live-players";
import { startLiveServer } from "#server/testing/live-server";
import { LiveServerProcess } from "#server/testing/live-server-process";
import { MemoryEventLog } from "#server/testing/memory-event-log";
import { HostCommand } from "@/contract/commands";
import type { CommandId, OptionId, PlayerId, RoundId, SessionId } from "@/contract/ids";
import { LIMITS } from "@/contract/limits";
import { openSocketIo, type RawClient } from "../load/raw-client";
import { sendMalformed } from "./malformed";

const open: { stop: () => unknown }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.stop();
});
const started = async (options: Partial<Parameters<typeof startLiveServer>[0]> = {}) => {
  const server = await startLiveServer({ log: new MemoryEventLog(), ...options });
  open.push(server);
  return server;
};
const raw = async (...args: Parameters<typeof openSocketIo>): Promise<RawClient> => {
  const client = await openSocketIo(...args);
  open.push({ stop: () => client.close() });
  return client;
};
const id = (n: number) => `command-${String(n).padStart(24, "0")}` as CommandId;
const join = (client: RawClient, pin: string, name: string, n: number) =>
  client.ask("join", { commandId: id(n), pin, name });

/** One of every command that a host has. */
const EVERY_HOST_COMMAND: Record<HostCommand["type"], object> = {
  next: { from: { phase: "lobby", roundId: null } },
  "close-round": { roundId: "r" },
  "skip-round": { roundId: "r" },
  "reopen-round": { roundId: "r" },
  "void-round": { roundId: "r", voided: true },
  "accept-option": { roundId: "r", optionId: "o", accepted: true },
  "show-standings": {},
  pause: {},
  resume: {},
  "add-time": { roundId: "r", ms: 1_000 },
  lock: { locked: true },
  kick: { playerId: "p", ban: false },
  rename: { playerId: "p", name: "X" },
  "extra-time": { playerId: "p", factor: 2 },
  multiplier: { factor: 2 },
  settings: { settings: {} },
  "seat-student": { studentId: "s" },
  "answer-for": { playerId: "p", roundId: "r", optionId: "o" },
  "plan-pin": { cardIds: ["c"] },
  "plan-skip": { cardId: "c", skipped: true },
  end: {},
};

describe("host commands", () => {
  test.each(Object.entries(EVERY_HOST_COMMAND))("L4: %s is the host's alone", async (type, fields) => {
    const server = await started();
    const { sessionId, pin } = await server.create();
    const command = { type, commandId: id(1), ...fields };
    expect(HostCommand.safeParse(command).success).toBe(true);
    for (const headers of [{}, server.cookieOf("eve")])
      await expect(openSocketIo(server.origin, "/host", { auth: { sessionId }, headers })).rejects.toThrow(
        "unauthorised",
      );
    const player = await raw(server.origin, "/player");
    expect(await player.ask("command", command)).toEqual({ ok: false, code: "malformed" });
    await join(player, pin, "Ben", 2);
    expect(await player.ask("command", command)).toEqual({ ok: false, code: "malformed" });
    const before = JSON.stringify(await server.registry.byId(sessionId)?.state.phase);
    expect(before).toBe(JSON.stringify({ name: "lobby" }));
  });

  test("L4: signing out closes the host's screen, and what it sent before that is refused", async () => {
    const server = await started();
    const { sessionId } = await server.create();
    const host = await hostScreen(server, sessionId);
    open.push(host);
    server.signOut("ada");
    await shows(host.store, ({ connection }) => connection === "unauthorised");
    expect(await next(host)).toEqual({ ok: false, code: "unauthorised" });
  });
});

describe("what comes in", () => {
  test("L3: ten thousand malformed frames break nothing and leave nothing behind", {
    timeout: 120_000,
  }, async () => {
    const server = await LiveServerProcess.start();
    open.push(server);
    const pupil = await raw(server.origin, "/player");
    await join(pupil, server.pin, "Ben", 1);
    const random = createRandom(11);
    // A first flood, so that what the engine keeps for good (compiled code, buffers) is there already.
    await sendMalformed(server.origin, 2_000, random);
    const before = await server.health();
    await sendMalformed(server.origin, 10_000, random);
    expect(await pupil.ask("sync", {})).toMatchObject({ ok: true });
    const after = await server.health();
    expect(after).toMatchObject({ unhandled: [], players: 1 });
    expect(after.heapMb - before.heapMb).toBeLessThan(5);
    expect(after.rssMb - before.rssMb).toBeLessThan(20);
  });

  test.each([
    ["unknown event", "steal", {}, "malformed"],
    ["no object", "command", "text", "too-large"],
    ["unknown command", "command", { type: "win", commandId: id(1) }, "malformed"],
    ["oversized", "command", { type: "leave", commandId: id(1), x: "y".repeat(3_000) }, "too-large"],
    ["without a seat", "command", { type: "leave", commandId: id(1) }, "seat-unknown"],
    ["a token of nobody", "resume", { token: "x".repeat(43) }, "seat-unknown"],
    ["a PIN of letters", "join", { commandId: id(1), pin: "abcdef", name: "Ben" }, "malformed"],
    ["a PIN of no game", "join", { commandId: id(1), pin: "000000", name: "Ben" }, "no-such-room"],
  ])("L3: %s gets a code", async (_, event, payload, code) => {
    const server = await started();
    const client = await raw(server.origin, "/player");
    expect(await client.ask(event, payload as object)).toEqual({ ok: false, code });
  });

  test("L3: thirty messages in ten seconds are taken, more are refused", async () => {
    const server = await started();
    const { pin } = await server.create();
    const client = await raw(server.origin, "/player");
    await join(client, pin, "Ben", 0);
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        client.ask("command", { type: "rate", commandId: id(i + 1), roundId: "r", rating: 3 }),
      ),
    );
    expect(answers.filter(({ code }) => code === "too-fast")).toHaveLength(10);
  });

  test.each(["https://evil.example", "null", "http://127.0.0.1:1"])(
    "a page of %s cannot connect",
    async (origin) => {
      const server = await started();
      await expect(openSocketIo(server.origin, "/player", { headers: { origin } })).rejects.toThrow();
      const own = await raw(server.origin, "/player", { headers: { origin: server.origin } });
      expect(await own.ask("sync", {})).toEqual({ ok: false, code: "seat-unknown" });
    },
  );
});

describe("strangers", () => {
  test("L21: guessing PINs is stopped per address and overall, and the class gets in all the same", async () => {
    const server = await started({ trustProxy: 1 });
    const { sessionId, pin } = await server.create();
    const from = (address: string) => ({ headers: { "x-forwarded-for": address } });
    const guess = async (address: string, tries: number) => {
      const codes: unknown[] = [];
      for (let i = 0; i < tries; i += 5) {
        const client = await openSocketIo(server.origin, "/player", from(address));
        for (let j = 0; j < 5; j++)
          codes.push((await join(client, String((i + j) % 1_000).padStart(6, "0"), "Eve", i + j)).code);
        client.close();
      }
      return codes;
    };
    const first = await guess("10.0.0.1", 60);
    expect(first.filter((code) => code === "no-such-room").length).toBeLessThanOrEqual(
      LIMITS.wrongPinsPerAddress,
    );
    expect(first.at(-1)).toBe("too-fast");
    // The right PIN tells the guesser nothing either.
    const guesser = await raw(server.origin, "/player", from("10.0.0.1"));
    expect(await join(guesser, pin, "Eve", 1)).toEqual({ ok: false, code: "too-fast" });
    for (let i = 2; i < 14; i++) await guess(`10.0.0.${i}`, 40);
    const stranger = await raw(server.origin, "/player", from("10.9.9.9"));
    expect(await join(stranger, pin, "Eve", 2)).toEqual({ ok: false, code: "too-fast" });
    // The teacher hosts behind the school's router, as the class does.
    const host = await openSocketIo(server.origin, "/host", {
      auth: { sessionId },
      headers: { ...server.cookieOf("ada"), "x-forwarded-for": "10.5.5.5" },
    });
    open.push({ stop: () => host.close() });
    const pupil = await raw(server.origin, "/player", from("10.5.5.5"));
    expect(await join(pupil, pin, "Ben", 3)).toMatchObject({ ok: true });
  });

  test("L22: a thousand bots in ten seconds leave forty pupils of the same address in within 3 s", {
    timeout: 60_000,
  }, async () => {
    const server = await started();
    const { pin } = await server.create();
    const bots = (async () => {
      for (let i = 0; i < 1_000; i += 10) {
        await Promise.all(
          Array.from({ length: 10 }, async (_, j) => {
            const bot = await openSocketIo(server.origin, "/player");
            open.push({ stop: () => bot.close() });
            await join(bot, pin, `Bot ${i + j}`, i + j);
          }),
        );
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
    })();
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const startedAt = performance.now();
    const answers = await Promise.all(
      Array.from({ length: 40 }, async (_, i) => {
        const pupil = await raw(server.origin, "/player");
        return join(pupil, pin, `Pupil ${i}`, 5_000 + i);
      }),
    );
    expect(answers.every(({ ok }) => ok === true)).toBe(true);
    expect(performance.now() - startedAt).toBeLessThan(3_000);
    await bots;
  });

  test("L15: of ten sockets with one token the last has the seat", async () => {
    const server = await started();
    const { pin } = await server.create();
    const { link, shelf } = phone(server.origin);
    open.push(link);
    await link.join({ pin, name: "Ben" });
    const tabs = [];
    for (let i = 0; i < 9; i++) {
      const tab = phone(server.origin, shelf);
      open.push(tab.link);
      await shows(tab.link.store, ({ connection }) => connection === "connected");
      tabs.push(tab);
    }
    const last = tabs.at(-1);
    for (const tab of [{ link }, ...tabs.slice(0, -1)])
      await shows(tab.link.store, ({ connection }) => connection === "displaced");
    expect(last?.link.store.read().connection).toBe("connected");
    link.takeSeat();
    await shows(link.store, ({ connection }) => connection === "connected");
  });

  test("L6: a player answers for their own seat only, once, and with an option of the question", async () => {
    const server = await started();
    const { sessionId, pin } = await server.create();
    const host = await hostScreen(server, sessionId as SessionId);
    open.push(host);
    const { link } = phone(server.origin);
    open.push(link);
    await link.join({ pin, name: "Ben" });
    const nowhere = { type: "answer", roundId: "r" as RoundId, optionId: "o" as OptionId } as const;
    expect(await link.send(nowhere)).toEqual({ ok: false, code: "wrong-phase" });
    await next(host);
    await shows(link.store, ({ view }) => view?.phase.name === "question");
    const phase = link.store.read().view?.phase;
    if (phase?.name !== "question") throw new Error("No question is shown.");
    const early = {
      type: "answer",
      roundId: phase.round.id,
      optionId: phase.round.options[0]?.id as OptionId,
    } as const;
    const hasty = await raw(server.origin, "/player");
    await join(hasty, pin, "Eva", 2);
    expect(await hasty.ask("command", { commandId: id(3), ...early })).toEqual({
      ok: false,
      code: "too-early",
    });
    hasty.close();
    expect(await link.send({ ...nowhere, roundId: phase.round.id })).toEqual({
      ok: false,
      code: "unknown-option",
    });
    expect(await tap(link, true)).toEqual({ ok: true });
    expect(await link.send({ ...early, optionId: "x" as OptionId })).toMatchObject({ ok: false });
    const stored = server.registry.byId(sessionId)?.state.rounds[0]?.answers;
    expect([...(stored?.keys() ?? [])]).toEqual([link.store.read().view?.playerId as PlayerId]);
  });
});

describe("other networks", () => {
  test("a game under a path prefix and over polling only is the same game", async () => {
    const server = await started({ basePath: "/quiz" });
    const { sessionId, pin } = await server.create({ confidence: false });
    const elsewhere = { path: "/quiz/socket.io", transports: ["polling"] };
    const host = await hostScreen(server, sessionId, "ada", elsewhere);
    open.push(host);
    const { link } = phone(server.origin, new Map(), elsewhere);
    open.push(link);
    await link.join({ pin, name: "Ben" });
    await shows(host.store, ({ view }) => view?.players.length === 1);
    await next(host);
    expect(await tap(link, true)).toEqual({ ok: true });
    await shows(link.store, ({ view }) => view?.phase.name === "reveal");
  });
});
