import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createRandom } from "#server/domain/random";
import { PostgresEventLog } from "#server/store/postgres-event-log";
import { freePort } from "#server/testing/free-port";
import { checkLog } from "#server/testing/history";
import { furnish, startServer } from "#server/testing/house";
import { inPhase, next, phone, shows, tap } from "#server/testing/live-players";
import { connectHost } from "@/client/host";
import type { Live } from "@/client/live-store";
import type { SessionId } from "@/contract/ids";
import type { PlayerView } from "@/contract/views";
import { spreadOf } from "../load/figures";
import { FaultyLink } from "./faulty-link";

/** The long run sets KILLS=100; its figures stand in docs/engineering/live.md. */
const KILLS = Number(process.env.KILLS ?? 6);
const SEED = Number(process.env.SEED ?? Date.now() % 100_000);
const PLAYERS = 8;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** When the blow falls: while a question opens, while answers come (mostly), or just after the last one is confirmed. */
const MOMENTS = ["opening", "answers", "answers", "answers", "closing"] as const;

const roundOf = ({ view }: Live<PlayerView>) => (view?.phase.name === "question" ? view.phase.round : null);

/** The server's own child: its embedded database. */
function databaseOf(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ")[0]);
}

test(`L2, L7, L20: ${KILLS} times kill -9 at a random moment loses and doubles nothing (seed ${SEED})`, {
  timeout: 120_000 + KILLS * 60_000,
}, async () => {
  const random = createRandom(SEED);
  const house = await furnish({
    sessions: 1,
    questions: KILLS,
    settings: {
      confidence: false,
      timer: { kind: "fixed", ms: 300_000 },
      questionCount: KILLS,
      order: "as-written",
    },
  });
  const [session] = house.sessions;
  if (!session) throw new Error("The house has no game.");
  const sessionId = session.sessionId as SessionId;
  const port = await freePort();
  const link = await FaultyLink.open(() => port);
  let server = await startServer({ dataDir: house.dataDir, port });
  const host = connectHost(sessionId, {
    origin: server.origin,
    extraHeaders: { cookie: house.teacher.cookie },
  });
  const phones = Array.from({ length: PLAYERS }, () => phone(link.origin));
  const blows: {
    moment: (typeof MOMENTS)[number];
    at: "server" | "database";
    acked: number;
    backMs: number;
  }[] = [];
  try {
    host.start();
    await shows(host.store, inPhase("lobby"), 20_000);
    await Promise.all(phones.map(({ link: p }, i) => p.join({ pin: session.pin, name: `Player ${i}` })));
    for (let kill = 0; kill < KILLS; kill++) {
      const moment = MOMENTS[Math.floor(random() * MOMENTS.length)] ?? "answers";
      let acked = 0;
      const asked = next(host);
      const taps = phones.map(async ({ link: p }, i) => {
        const right = random() < 0.6;
        const late = random() * 400;
        const shown = await shows(p.store, (live) => roundOf(live)?.number === kill + 1, 60_000);
        await wait(Math.max(0, (roundOf(shown)?.opensAt ?? 0) - Date.now()) + late);
        const answer = await tap(p, right);
        acked += 1;
        return { i, answer };
      });
      // Before writes, after commits, and round acknowledgements.
      if (moment === "opening") await wait(random() * 40);
      else {
        await asked;
        if (moment === "answers") await wait(3_000 + random() * 450);
        else await Promise.all(taps).then(() => wait(random() * 20));
      }
      const killedAt = performance.now();
      // Every third time it is the database that goes first; the server cannot live without it and ends as well.
      const at = kill % 3 === 2 ? "database" : "server";
      if (at === "database") process.kill(databaseOf(server.pid), "SIGKILL");
      else server.child.kill("SIGKILL");
      const ackedThen = acked;
      await server.stop("SIGKILL");
      server = await startServer({ dataDir: house.dataDir, port });
      await Promise.any(
        phones.map(({ link: p }) => shows(p.store, ({ connection }) => connection === "connected", 30_000)),
      );
      blows.push({ moment, at, acked: ackedThen, backMs: Math.round(performance.now() - killedAt) });
      expect(await asked).toEqual({ ok: true });
      for (const { i, answer } of await Promise.all(taps)) expect([i, answer]).toEqual([i, { ok: true }]);
      await Promise.all(phones.map(({ link: p }) => shows(p.store, inPhase("reveal"), 30_000)));
      await shows(host.store, (live) => live.connection === "connected" && inPhase("reveal")(live), 30_000);
    }
    await server.stop();
    await house.inspect(async ({ prisma, pool }) => {
      const log = new PostgresEventLog(pool);
      const stored = await log.load(sessionId);
      if (!stored) throw new Error("The game is gone.");
      const state = checkLog(stored);
      expect(state.rounds.map(({ answers }) => answers.size)).toEqual(Array(KILLS).fill(PLAYERS));
      const rows = await prisma.answer.findMany({ where: { sessionId } });
      expect(rows).toHaveLength(KILLS * PLAYERS);
      for (const { link: p } of phones) {
        const { view } = p.store.read();
        const own = rows.filter(({ playerId }) => playerId === view?.playerId);
        expect(view?.score).toBe(own.reduce((sum, { points }) => sum + points, 0));
      }
    });
    const back = spreadOf(blows.map(({ backMs }) => backMs));
    const count = (like: (blow: (typeof blows)[number]) => boolean) => blows.filter(like).length;
    console.log(
      JSON.stringify({
        ...{ date: new Date().toISOString(), kills: KILLS, seed: SEED, lost: 0, duplicated: 0, backMs: back },
        ofDatabase: count(({ at }) => at === "database"),
        openings: count(({ moment }) => moment === "opening"),
        noneAcked: count(({ acked }) => acked === 0),
        someAcked: count(({ acked }) => acked > 0 && acked < PLAYERS),
        allAcked: count(({ acked }) => acked === PLAYERS),
        allBackMs: blows.map(({ backMs }) => backMs),
      }),
    );
  } finally {
    for (const { link: p } of phones) p.stop();
    host.stop();
    await server.stop("SIGKILL");
    await link.close();
    house.remove();
  }
});
