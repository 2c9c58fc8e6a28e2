import { afterEach, describe, expect, test } from "vitest";
import { createRandom } from "#server/domain/random";
import { checkLog } from "#server/testing/history";
import { hostScreen, inPhase, next, phone, shows, tap } from "#server/testing/live-players";
import { type LiveServer, startLiveServer } from "#server/testing/live-server";
import { MemoryEventLog } from "#server/testing/memory-event-log";
import { LIMITS } from "@/contract/limits";
import { FaultyLink } from "./faulty-link";

const SEED = Number(process.env.SEED ?? 7);
const open: { stop: () => unknown }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.stop();
});
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function hall(players: number) {
  const log = new MemoryEventLog();
  const server: LiveServer = await startLiveServer({ log });
  open.push(server);
  const link = await FaultyLink.open(() => Number(new URL(server.origin).port));
  open.push({ stop: () => link.close() });
  const { sessionId, pin } = await server.create({ confidence: false, timer: { kind: "fixed", ms: 30_000 } });
  const host = await hostScreen(server, sessionId);
  open.push(host);
  const phones = Array.from({ length: players }, () => phone(link.origin));
  for (const held of phones) open.push(held.link);
  await Promise.all(phones.map(({ link: p }, i) => p.join({ pin, name: `Player ${i}` })));
  return { log, server, link, sessionId, host, phones };
}
const logged = async ({ log, sessionId }: Awaited<ReturnType<typeof hall>>) => {
  const session = await log.load(sessionId);
  if (!session) throw new Error("The session is gone.");
  return session;
};

describe("a bad network", () => {
  test("L1, L2, L7: answers are stored once each while the link is cut, delayed and half-open", async () => {
    const game = await hall(12);
    const { link, phones, host } = game;
    const random = createRandom(SEED);
    for (let round = 0; round < 3; round++) {
      await next(host);
      await Promise.all(phones.map(({ link: p }) => shows(p.store, inPhase("question"), 20_000)));
      const storm = (async () => {
        for (let i = 0; i < 4; i++) {
          await wait(300 + random() * 500);
          const kind = Math.floor(random() * 4);
          if (kind === 0) link.cut();
          if (kind === 1) link.weather.delayMs = 20 + random() * 780;
          if (kind === 2) link.weather.deaf = true;
          if (kind === 3) link.weather.swallow = true;
          await wait(200 + random() * 600);
          link.clear();
        }
      })();
      await Promise.all(
        phones.map(async ({ link: p }) => {
          const answer = await tap(p, random() < 0.5);
          expect(answer, JSON.stringify(answer)).toMatchObject({ ok: true });
        }),
      );
      await storm;
      await Promise.all(phones.map(({ link: p }) => shows(p.store, inPhase("reveal"), 20_000)));
      await shows(host.store, inPhase("reveal"), 20_000);
    }
    const session = await logged(game);
    const state = checkLog(session);
    expect(state.rounds.map(({ answers }) => answers.size)).toEqual([12, 12, 12]);
    for (const { link: p } of phones) {
      const { view } = p.store.read();
      expect(view?.score).toBe(view && state.players.get(view.playerId)?.score);
    }
  });

  test("when the link is back, 95 % of the phones are right within 2 s and all within 5 s", async () => {
    const game = await hall(20);
    const { link, phones, host } = game;
    await next(host);
    await Promise.all(phones.map(({ link: p }) => shows(p.store, inPhase("question"))));
    link.weather.swallow = true;
    await wait(1_000);
    const roundId = host.store.read().view?.phase;
    if (roundId?.name !== "question") throw new Error("No question is open.");
    await host.send({ type: "close-round", roundId: roundId.round.id });
    link.clear();
    const backAt = performance.now();
    const took = await Promise.all(
      phones.map(async ({ link: p }) => {
        await shows(p.store, (live) => live.connection === "connected" && inPhase("reveal")(live), 10_000);
        return performance.now() - backAt;
      }),
    );
    took.sort((a, b) => a - b);
    expect(took[Math.ceil(took.length * 0.95) - 1]).toBeLessThan(2_000);
    expect(took.at(-1)).toBeLessThan(5_000);
  });

  test("L24: a link that has died without a word is noticed on both sides within ten seconds", async () => {
    const game = await hall(1);
    const { link, phones, host } = game;
    const [held] = phones;
    if (!held) throw new Error("There is no phone.");
    await shows(host.store, ({ view }) => view?.players[0]?.connected === true);
    const diedAt = performance.now();
    link.weather.swallow = true;
    await Promise.all([
      shows(held.link.store, ({ connection }) => connection === "reconnecting", 15_000),
      shows(host.store, ({ view }) => view?.players[0]?.connected === false, 15_000),
    ]);
    expect(performance.now() - diedAt).toBeLessThan(LIMITS.pingIntervalMs + LIMITS.pingTimeoutMs + 1_000);
  });
});
