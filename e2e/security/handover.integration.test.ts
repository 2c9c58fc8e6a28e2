import { isDeepStrictEqual } from "node:util";
import { afterEach, describe, expect, test } from "vitest";
import { hostScreen, inPhase, next, shows } from "#server/testing/live-players";
import { startLiveServer } from "#server/testing/live-server";
import { MemoryEventLog } from "#server/testing/memory-event-log";
import { claimHost } from "@/client/claim-host";
import { connectHost } from "@/client/host";
import type { SessionId } from "@/contract/ids";
import { LIMITS } from "@/contract/limits";
import { openSocketIo } from "../load/raw-client";

const open: { stop: () => unknown }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.stop();
});

/** A browser's storage, and a second device's way in with it. */
function device(origin: string) {
  const kept = new Map<string, string>();
  const shelf = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  return {
    kept,
    claim: (code: string) => claimHost(code, shelf, { origin }),
    host(sessionId: SessionId) {
      const link = connectHost(sessionId, { origin }, shelf);
      open.push(link);
      link.start();
      return link;
    },
  };
}

async function hosting() {
  const server = await startLiveServer({ log: new MemoryEventLog() });
  open.push(server);
  const { sessionId, pin } = await server.create({ confidence: false });
  const host = await hostScreen(server, sessionId);
  open.push(host);
  const link = async () => {
    const answer = await host.handover();
    if (!answer.ok) throw new Error(answer.code);
    return answer.code;
  };
  return { server, sessionId, pin, host, link };
}

describe("a second device", () => {
  test("L27: hosts by a link beside the first, finds its way back after a reload, and neither moves twice", async () => {
    const { server, sessionId, host, link } = await hosting();
    const tablet = device(server.origin);
    expect(await tablet.claim(await link())).toEqual({ ok: true, sessionId });
    const first = tablet.host(sessionId);
    await shows(first.store, inPhase("lobby"));
    const devices = (screens: number, remotes: number, allowed: number) =>
      shows(host.store, ({ view }) => isDeepStrictEqual(view?.devices, { screens, remotes, allowed }));
    await devices(1, 1, 1);
    first.stop();
    await devices(1, 0, 1);
    const again = tablet.host(sessionId);
    await shows(again.store, inPhase("lobby"));
    const answers = await Promise.all([next(host), next(again)]);
    expect(answers).toContainEqual({ ok: true });
    expect(answers).toContainEqual({ ok: false, code: "wrong-phase" });
    await shows(host.store, inPhase("question"));
    await shows(again.store, inPhase("question"));
  });

  test("L27: a link is good once, and the newest one only", async () => {
    const { server, link } = await hosting();
    const old = await link();
    const code = await link();
    const refused = { ok: false, code: "link-used" };
    expect(await device(server.origin).claim(old)).toEqual(refused);
    expect(await device(server.origin).claim(code)).toMatchObject({ ok: true });
    expect(await device(server.origin).claim(code)).toEqual(refused);
  });

  test("L27: may host this game and no other of the same teacher, and lets nobody else in", async () => {
    const { server, sessionId, link } = await hosting();
    const other = await server.create();
    const tablet = device(server.origin);
    await tablet.claim(await link());
    const remote = tablet.host(sessionId);
    await shows(remote.store, inPhase("lobby"));
    expect(await remote.handover()).toEqual({ ok: false, code: "unauthorised" });
    expect(await remote.endHandover()).toEqual({ ok: false, code: "unauthorised" });
    const [kept] = JSON.parse([...tablet.kept.values()][0] ?? "[]");
    await expect(
      openSocketIo(server.origin, "/host", { auth: { sessionId: other.sessionId, pass: kept.pass } }),
    ).rejects.toThrow("unauthorised");
  });

  test.each(["the host puts it out", "the teacher signs out"])("L27: is out as soon as %s", async (how) => {
    const { server, sessionId, host, link } = await hosting();
    const tablet = device(server.origin);
    await tablet.claim(await link());
    const remote = tablet.host(sessionId);
    await shows(remote.store, inPhase("lobby"));
    if (how === "the teacher signs out") server.signOut("ada");
    else expect(await host.endHandover()).toEqual({ ok: true });
    await shows(remote.store, ({ connection }) => connection === "unauthorised");
    if (how === "the host puts it out")
      await shows(host.store, ({ view }) => view?.devices.remotes === 0 && view.devices.allowed === 0);
    expect(await next(remote)).toEqual({ ok: false, code: "unauthorised" });
    const back = tablet.host(sessionId);
    await shows(back.store, ({ connection }) => connection === "unauthorised");
  });

  test("L14, L27: neither the link's code nor the pass is in any view", async () => {
    const { server, sessionId, host, link } = await hosting();
    const tablet = device(server.origin);
    const code = await link();
    await tablet.claim(code);
    const remote = tablet.host(sessionId);
    await shows(remote.store, inPhase("lobby"));
    const [kept] = JSON.parse([...tablet.kept.values()][0] ?? "[]");
    for (const { store } of [host, remote]) {
      const text = JSON.stringify(store.read().view);
      expect(text).not.toContain(code);
      expect(text).not.toContain(kept.pass);
    }
  });

  test("L27: guessed links are throttled like wrong PINs, and the class's own way stays open", async () => {
    const { server, link } = await hosting();
    const guess = (n: number) =>
      openSocketIo(server.origin, "/host", { auth: { link: `guess-${String(n).padStart(30, "0")}` } }).then(
        () => "in",
        (error: Error) => error.message,
      );
    const answers: string[] = [];
    for (let n = 0; n <= LIMITS.wrongPinsPerAddress; n++) answers.push(await guess(n));
    expect(answers.filter((answer) => answer.includes("link-used"))).toHaveLength(LIMITS.wrongPinsPerAddress);
    expect(answers.at(-1)).toContain("too-fast");
    expect(await device(server.origin).claim(await link())).toMatchObject({ ok: true });
  });
});
