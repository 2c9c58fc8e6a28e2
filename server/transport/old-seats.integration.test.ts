import { io, type Socket } from "socket.io-client";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { connectPlayer } from "@/client/player";
import { hostScreen, inPhase, phone, shows, type TestPhone } from "../testing/live-players";
import { type LiveServer, startLiveServer } from "../testing/live-server";
import { MemoryEventLog } from "../testing/memory-event-log";

/** The school's server, and one whose games are all deleted: to the first one its seats are those of games long gone. */
let server: LiveServer;
let deleted: LiveServer;
const open: { stop: () => unknown }[] = [];
beforeEach(async () => {
  server = await startLiveServer({ log: new MemoryEventLog() });
  deleted = await startLiveServer({ log: new MemoryEventLog() });
  open.push(server, deleted);
});
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.stop();
});

const opens = (shelf?: Map<string, string>, pin?: string, origin = server.origin): TestPhone => {
  const page = phone(origin, shelf, {}, pin);
  open.push(page.link);
  return page;
};
const closes = ({ link, shelf }: TestPhone): Map<string, string> => {
  link.stop();
  return shelf;
};
const hosts = async (game: Parameters<typeof hostScreen>[1]) => {
  const screen = await hostScreen(server, game);
  open.push(screen);
  return screen;
};
const idle = ({ connection }: { connection: string }) => connection === "idle";
const connected = ({ connection }: { connection: string }) => connection === "connected";

/** A phone's storage with a seat of each of so many games that are no more. */
async function storageOfOldGames(games: number): Promise<Map<string, string>> {
  const shelf = new Map<string, string>();
  for (let i = 0; i < games; i++) {
    const { pin } = await deleted.create();
    const page = opens(shelf, pin, deleted.origin);
    await page.link.join({ pin, name: "Ben" });
    closes(page);
  }
  return shelf;
}

describe("a phone that holds old seats opens a page without a PIN", () => {
  test.each([1, 2, 3])("L28: %i of deleted games: is asked for a PIN, and joins", async (games) => {
    const page = opens(await storageOfOldGames(games));
    await shows(page.link.store, idle);
    const { pin } = await server.create();
    expect(await page.link.look({ pin })).toMatchObject({ ok: true });
    expect(await page.link.join({ pin, name: "Ben" })).toMatchObject({ ok: true });
    expect(page.link.store.read()).toMatchObject({ connection: "connected", view: { name: "Ben" } });
  });

  test("L28: of a game that has ended: sees its end, leaves, and joins the next one past older seats", async () => {
    const shelf = await storageOfOldGames(2);
    const old = await server.create();
    const screen = await hosts(old.sessionId);
    const before = opens(shelf, old.pin);
    await before.link.join({ pin: old.pin, name: "Ben" });
    await screen.send({ type: "end" });
    await shows(before.link.store, inPhase("podium"));
    const page = opens(closes(before));
    await shows(page.link.store, inPhase("podium"));
    await page.link.leave();
    expect(page.link.store.read().connection).toBe("idle");
    const { pin } = await server.create();
    expect(await page.link.look({ pin })).toMatchObject({ ok: true });
    expect(await page.link.join({ pin, name: "Ben" })).toMatchObject({ ok: true });
    await shows(page.link.store, (live) => connected(live) && inPhase("lobby")(live));
  });

  test("L14, L28: with a token that is two turns old: is asked for a PIN, and the seat stays its owner's", async () => {
    const { pin } = await server.create();
    const first = opens();
    await first.link.join({ pin, name: "Ben" });
    const copied = new Map(first.shelf);
    for (let turn = 0; turn < 2; turn++) {
      const again = opens(closes(first));
      await shows(again.link.store, connected);
      closes(again);
    }
    const page = opens(copied);
    await shows(page.link.store, idle);
    expect(await page.link.join({ pin, name: "Ben" })).toEqual({ ok: false, code: "name-taken" });
    expect(await page.link.join({ pin, name: "Ben K" })).toMatchObject({ ok: true });
    const owner = opens(first.shelf);
    await shows(owner.link.store, ({ view }) => view?.name === "Ben");
  });
});

describe("a phone that comes back", () => {
  test("L12: is in its seat by the handshake of its connection, without asking", async () => {
    const { pin } = await server.create();
    const page = opens();
    await page.link.join({ pin, name: "Ben" });
    closes(page);
    const [kept] = JSON.parse([...page.shelf.values()][0] ?? "[]");
    const { seated } = connects({ token: kept.token });
    expect(await seated).toMatchObject({
      ok: true,
      name: "Ben",
      snapshot: { view: { phase: { name: "lobby" } } },
    });
    // The token used stays good until the new one is used, because the answer can be lost on the way.
    expect(await connects({ token: kept.token }).seated).toMatchObject({ ok: true, name: "Ben" });
  });

  test("L3: with nobody's token is refused by the handshake, and can join", async () => {
    const { pin } = await server.create();
    const { seated, socket } = connects({ token: "x".repeat(43) });
    expect(await seated).toEqual({ ok: false, code: "seat-unknown" });
    expect(await socket.emitWithAck("join", { pin, name: "Eva", commandId })).toMatchObject({ ok: true });
  });

  test.each([
    ["is none", { token: 7 }],
    ["is too long", { token: "x".repeat(5_000) }],
  ])("L3: with a token that %s has asked for nothing, and can join", async (_, auth) => {
    const { pin } = await server.create();
    const { heard, socket } = connects(auth);
    expect(await socket.emitWithAck("join", { pin, name: "Eva", commandId })).toMatchObject({ ok: true });
    expect(heard).toEqual([]);
  });

  const commandId = "c".repeat(32);
  /** A connection that says this of itself, and what it hears of a seat. */
  function connects(auth: object) {
    const socket: Socket = io(`${server.origin}/player`, { auth, transports: ["websocket"], forceNew: true });
    open.push({ stop: () => socket.disconnect() });
    const heard: unknown[] = [];
    socket.on("seated", (answer) => heard.push(answer));
    return { socket, heard, seated: new Promise((resolve) => socket.once("seated", resolve)) };
  }
});

describe("a player who was removed", () => {
  test.each([
    [false, { ok: true, name: "Ben" }],
    [true, { ok: false, code: "seat-removed" }],
  ])(
    "L23: kept out: %s. Is told so once, also by a page opened later, and asks for a seat again",
    async (ban, answer) => {
      const { sessionId, pin } = await server.create();
      const screen = await hosts(sessionId);
      const page = opens();
      await page.link.join({ pin, name: "Ben" });
      const { view } = page.link.store.read();
      if (!view) throw new Error("Nobody is seated.");
      const asleep = new Map(page.shelf);
      await screen.send({ type: "kick", playerId: view.playerId, ban });
      await shows(page.link.store, ({ connection }) => connection === "removed");
      const later = opens(asleep);
      await shows(later.link.store, ({ connection }) => connection === "removed");
      await shows(opens(asleep).link.store, idle);
      expect(await page.link.look({ pin })).toMatchObject({ ok: true });
      expect(await page.link.join({ pin, name: "Ben" })).toEqual(answer);
    },
  );
});

describe("two games", () => {
  test("L28: a link of another game asks for a name, and the seat in the first game is kept", async () => {
    const [one, two] = [await server.create(), await server.create()];
    const page = opens();
    await page.link.join({ pin: one.pin, name: "Ben" });
    const other = opens(closes(page), two.pin);
    expect(other.link.store.read().connection).toBe("idle");
    expect(await other.link.look({ pin: two.pin })).toMatchObject({ ok: true });
    expect(other.link.store.read()).toMatchObject({ connection: "idle", view: null });
    expect(await other.link.join({ pin: two.pin, name: "Benni" })).toMatchObject({ ok: true });
    const back = opens(closes(other), one.pin);
    expect((await shows(back.link.store, connected)).view?.name).toBe("Ben");
    const lastUsed = opens(closes(back));
    expect((await shows(lastUsed.link.store, connected)).view?.name).toBe("Ben");
  });

  test("L28: typing a game's PIN and one's name again leads back to the seat this phone has in it", async () => {
    const { pin } = await server.create();
    const page = opens();
    await page.link.join({ pin, name: "Ben" });
    const { view } = page.link.store.read();
    const other = opens(closes(page), "000000");
    expect(await other.link.join({ pin, name: "Ben" })).toEqual({ ok: true, name: "Ben" });
    expect(other.link.store.read().view?.playerId).toBe(view?.playerId);
  });
});

describe("two tabs of one phone", () => {
  test("L15: the newer one plays, the older one is told and can take the seat back", async () => {
    const { pin } = await server.create();
    const one = opens();
    await one.link.join({ pin, name: "Ben" });
    const two = opens(one.shelf);
    await shows(two.link.store, connected);
    await shows(one.link.store, ({ connection }) => connection === "displaced");
    one.link.takeSeat();
    await shows(one.link.store, connected);
    await shows(two.link.store, ({ connection }) => connection === "displaced");
  });

  test("L28: a seat that was given up in one tab is nobody's in the other, which can join anew", async () => {
    const { pin } = await server.create();
    const one = opens();
    await one.link.join({ pin, name: "Ben" });
    const two = opens(one.shelf);
    await shows(two.link.store, connected);
    await shows(one.link.store, ({ connection }) => connection === "displaced");
    await two.link.leave();
    one.link.takeSeat();
    expect(one.link.store.read().connection).toBe("idle");
    expect(await one.link.join({ pin, name: "Eva" })).toMatchObject({ ok: true });
  });

  test("L28: a tab that asks for a PIN leaves the other tab its seat", async () => {
    const waiting = opens();
    const { pin } = await server.create();
    const playing = opens(waiting.shelf);
    await playing.link.join({ pin, name: "Ben" });
    expect(await waiting.link.look({ pin })).toMatchObject({ ok: true });
    expect(waiting.link.store.read()).toMatchObject({ connection: "idle", view: null });
    expect(playing.link.store.read().connection).toBe("connected");
  });
});

describe("a phone whose link breaks", () => {
  test("L1: while it joins, as the server is stopped in good order, joins when the server is back", async () => {
    const log = new MemoryEventLog();
    const first = await startLiveServer({ log });
    const { pin } = await first.create();
    const port = Number(new URL(first.origin).port);
    const page = opens(undefined, undefined, first.origin);
    expect(await page.link.look({ pin })).toMatchObject({ ok: true });
    const stopping = first.stop();
    const joining = page.link.join({ pin, name: "Ben" });
    await stopping;
    open.push(await startLiveServer({ log, port }));
    expect(await joining).toMatchObject({ ok: true, name: "Ben" });
  });

  test("L12: and whose browser keeps nothing finds its seat again as long as the page is open", async () => {
    const log = new MemoryEventLog();
    const first = await startLiveServer({ log });
    const { pin } = await first.create();
    const keepsNothing = {
      getItem: () => null,
      setItem: () => {
        throw new Error("QuotaExceededError");
      },
    };
    const link = connectPlayer(keepsNothing, undefined, { origin: first.origin });
    open.push(link);
    link.start();
    await link.join({ pin, name: "Ben" });
    await first.stop();
    await shows(link.store, ({ connection }) => connection === "reconnecting");
    open.push(await startLiveServer({ log, port: Number(new URL(first.origin).port) }));
    await shows(link.store, connected);
  });
});
