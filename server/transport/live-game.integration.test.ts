import { afterEach, describe, expect, test } from "vitest";
import { MemoryEventLog } from "#server/testing/memory-event-log";
import type { HostLink } from "@/client/host";
import type { SessionId } from "@/contract/ids";
import { hostScreen, inPhase, next, phone, shows, type TestPhone, tap } from "../testing/live-players";
import { type LiveServer, listedQuestions, startLiveServer } from "../testing/live-server";

const open: { stop: () => unknown }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.stop();
});

const started = async (options?: Partial<Parameters<typeof startLiveServer>[0]>): Promise<LiveServer> => {
  const server = await startLiveServer({ log: new MemoryEventLog(), ...options });
  open.push(server);
  return server;
};
const hosting = async (...args: Parameters<typeof hostScreen>): Promise<HostLink> => {
  const host = await hostScreen(...args);
  open.push(host);
  return host;
};
const holding = (...args: Parameters<typeof phone>): TestPhone => {
  const held = phone(...args);
  open.push(held.link);
  return held;
};

describe("a game over real sockets", () => {
  test("is played from the lobby to the podium", async () => {
    const server = await started({ questions: listedQuestions(2) });
    const { sessionId, pin } = await server.create({ confidence: false, questionCount: 2 });
    const host = await hosting(server, sessionId);
    const [ben, eva] = [holding(server.origin), holding(server.origin)];
    expect(await ben.link.join({ pin, name: "  Ben " })).toMatchObject({ ok: true, name: "Ben" });
    expect(await eva.link.join({ pin, name: "Eva" })).toMatchObject({ ok: true });
    await shows(host.store, ({ view }) => view?.players.length === 2);

    expect(await next(host)).toEqual({ ok: true });
    expect(await tap(ben.link, true)).toEqual({ ok: true });
    expect(ben.link.store.read().view?.phase).toMatchObject({ name: "question" });
    expect(await tap(eva.link, false)).toEqual({ ok: true });
    const revealed = await shows(ben.link.store, inPhase("reveal"));
    expect(revealed.view?.phase).toMatchObject({ correct: true, award: { base: 1000 } });
    expect((await shows(eva.link.store, inPhase("reveal"))).view?.phase).toMatchObject({
      correct: false,
      points: 0,
    });
    await shows(host.store, inPhase("reveal"));

    expect(await next(host)).toEqual({ ok: true });
    await tap(ben.link, true);
    await tap(eva.link, true);
    await shows(host.store, (live) => inPhase("reveal")(live) && live.view?.hasNext === false);
    expect(await next(host)).toEqual({ ok: false, code: "no-more-questions" });
    expect(await host.send({ type: "end" })).toEqual({ ok: true });
    const podium = await shows(host.store, inPhase("podium"));
    const shown = await shows(ben.link.store, inPhase("podium"));
    expect(podium.view?.players.find(({ name }) => name === "Ben")?.score).toBe(shown.view?.score);
    expect(shown.view?.place).toBe(1);
    expect(server.logger.entries.filter(({ level }) => level !== "info")).toEqual([]);
  });
});

describe("a server that stops and starts again", () => {
  /** A log that takes its time when it is read at the start, as a large one does. */
  class SlowLog extends MemoryEventLog {
    override async unfinished(since: number) {
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      return super.unfinished(since);
    }
  }

  const playing = async (log: MemoryEventLog) => {
    const server = await started({ log });
    const { sessionId, pin } = await server.create({ confidence: false });
    const host = await hosting(server, sessionId as SessionId);
    const ben = holding(server.origin);
    await ben.link.join({ pin, name: "Ben" });
    await next(host);
    await shows(ben.link.store, inPhase("question"));
    const seen: string[] = [];
    for (const { store } of [ben.link, host]) store.subscribe(() => seen.push(store.read().connection));
    return { server, host, ben, seen, port: Number(new URL(server.origin).port) };
  };

  test("L12, L20: stopped in good order it sends nobody away, and everybody is back in the question", async () => {
    const log = new MemoryEventLog();
    const { server, host, ben, seen, port } = await playing(log);
    await server.stop();
    await shows(ben.link.store, ({ connection }) => connection === "reconnecting");
    await started({ log, port });
    await shows(ben.link.store, ({ connection }) => connection === "connected");
    await shows(host.store, ({ connection }) => connection === "connected");
    expect(await tap(ben.link, true)).toEqual({ ok: true });
    expect(seen).not.toContain("gone");
  });

  test("L20: who comes back while the games are still being rebuilt waits, and has the old seat", async () => {
    const log = new SlowLog();
    const { server, host, ben, seen, port } = await playing(log);
    await server.stop();
    await started({ log, port });
    await shows(ben.link.store, ({ connection }) => connection === "connected");
    await shows(host.store, ({ connection }) => connection === "connected");
    expect(await tap(ben.link, true)).toEqual({ ok: true });
    expect(seen).not.toContain("gone");
  });
});
