import { EventEmitter } from "node:events";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ServerClock } from "@/client/server-clock";
import { LIMITS } from "@/contract/limits";
import { score } from "../domain/game/scoring";
import { takenMs } from "../domain/game/timing";
import { createRandom } from "../domain/random";
import { TestGame } from "../testing/game";
import { LagMeter } from "./lag-meter";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A phone's way to the server: one-way delays in ms, each message a little later than the one before by chance. */
type Way = { upMs: number; downMs: number; jitterMs: number; clockOffMs: number };

/** The shortest timer and the scoring that speed decides most: where a slow network would cost most. */
const TIMER_MS = LIMITS.timerMinMs;
const LAST_CLOCK_MS = 6_000;

/**
 * One answer over a simulated network: the real meter measures, the real client clock reckons, the phone shows the
 * options when its clock says so, the person reacts, and the server reckons the time taken.
 */
async function pointsFor(way: Way, reactionMs: number, seed: number): Promise<number> {
  const random = createRandom(seed);
  const late = (ms: number) => ms + random() * way.jitterMs;
  const serverNow = () => Date.now();
  // The phone's own clock is minutes off and runs from another origin.
  const clock = new ServerClock(() => Date.now() + way.clockOffMs);
  const conn = new EventEmitter();
  const socket = Object.assign(new EventEmitter(), { conn, id: "phone" });
  const emit = socket.emit.bind(socket);
  socket.emit = (event: string, ...args: unknown[]): boolean => {
    if (event !== "clock") return emit(event, ...args);
    const [sentAt, rttMs, reply] = args as [number, number | null, () => void];
    setTimeout(() => {
      clock.heard(sentAt, rttMs);
      setTimeout(reply, late(way.upMs));
    }, late(way.downMs));
    return true;
  };
  const lag = new LagMeter(socket, serverNow);
  lag.start();
  const ping = setInterval(() => {
    conn.emit("packetCreate", { type: "ping" });
    setTimeout(() => conn.emit("heartbeat"), late(way.downMs) + late(way.upMs));
  }, LIMITS.pingIntervalMs);
  await vi.advanceTimersByTimeAsync(LAST_CLOCK_MS);

  const opensAt = serverNow() + LIMITS.readyLeadMs;
  // What the phone is told when the question comes tells it the time once more.
  const sentAt = serverNow();
  setTimeout(() => clock.heard(sentAt), late(way.downMs));
  const arrived = new Promise<number>((resolve) => {
    const look = setInterval(() => {
      if (clock.now() < opensAt) return;
      clearInterval(look);
      setTimeout(() => setTimeout(() => resolve(serverNow()), late(way.upMs)), reactionMs);
    }, 1);
  });
  await vi.advanceTimersByTimeAsync(LIMITS.readyLeadMs + reactionMs + 4_000);
  const at = await arrived;
  clearInterval(ping);
  socket.emit("disconnect");

  const game = new TestGame({ timer: { kind: "fixed", ms: TIMER_MS } }).join("Ben").ask("q");
  const round = game.state.rounds[0];
  if (!round) throw new Error("No round is open.");
  round.opensAt = opensAt;
  const player = { ...game.player("Ben"), joinedAt: 0 };
  return score({
    mode: "speed",
    correct: true,
    takenMs: takenMs(round, player, at, lag.lagMs),
    timerMs: TIMER_MS,
    streakBefore: 0,
    multiplier: 1,
  }).points;
}

describe("L9: equal reactions earn equal points", () => {
  test.each([300, 1_500, 3_500])(
    "within three per cent, clocks ±5 min off and round-trips of 20–800 ms, at %i ms",
    async (reaction) => {
      const random = createRandom(reaction);
      const ideal = await pointsFor({ upMs: 0, downMs: 0, jitterMs: 0, clockOffMs: 0 }, reaction, 1);
      const all: number[] = [];
      for (let i = 0; i < 40; i++) {
        const rtt = 20 + random() * 780;
        // From an even link to one whose whole delay lies on one side.
        const up = rtt * random();
        const way = {
          upMs: up,
          downMs: rtt - up,
          jitterMs: rtt * 0.2 * random(),
          clockOffMs: (random() * 2 - 1) * 5 * 60_000,
        };
        all.push(await pointsFor(way, reaction, i));
      }
      expect(Math.min(...all) / ideal).toBeGreaterThan(0.97);
      expect(Math.max(...all) / ideal).toBeLessThan(1.03);
    },
  );

  test("a phone that answers pings late earns the cap and no more", () => {
    const game = new TestGame().join("Ben").ask("q");
    const round = game.state.rounds[0];
    if (!round) throw new Error("No round is open.");
    expect(takenMs(round, game.player("Ben"), round.opensAt + 5_000, 60_000)).toBe(
      5_000 - LIMITS.lagCompensationMaxMs,
    );
  });
});
