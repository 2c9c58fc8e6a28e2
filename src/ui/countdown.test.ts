import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countdown, remaining, secondsLeft, type Timing } from "./countdown";

const timing: Timing = { opensAt: 10_000, deadline: 30_000, paused: null };

describe("a countdown by the server's clock", () => {
  it.each([
    [7_000, { state: "ahead", opensInMs: 3_000 }, 20_000],
    [10_000, { state: "running", remainingMs: 20_000 }, 20_000],
    [29_999, { state: "running", remainingMs: 1 }, 1],
    [30_000, { state: "over" }, 0],
    [99_000, { state: "over" }, 0],
  ] as const)("at %i it stands at %j", (now, expected, left) => {
    const at = countdown(timing, now);
    expect(at).toEqual(expected);
    expect(remaining(timing, at)).toBe(left);
  });

  it("stands still while paused, whatever the clock says", () => {
    const paused: Timing = { opensAt: 10_000, deadline: null, paused: { remainingMs: 4_000 } };
    for (const now of [0, 12_000, 90_000])
      expect(countdown(paused, now)).toEqual({ state: "paused", remainingMs: 4_000 });
  });

  it("never ends without a deadline", () => {
    const untimed: Timing = { opensAt: 0, deadline: null, paused: null };
    expect(countdown(untimed, 1e9)).toEqual({ state: "untimed" });
    expect(remaining(untimed, { state: "untimed" })).toBeNull();
  });

  it("never shows more time a moment later", () => {
    fc.assert(
      fc.property(fc.nat(60_000), fc.nat(5_000), (now, later) => {
        const before = remaining(timing, countdown(timing, now)) ?? 0;
        const after = remaining(timing, countdown(timing, now + later)) ?? 0;
        expect(after).toBeLessThanOrEqual(before);
        expect(after).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it.each([
    [20_000, 20],
    [19_999, 20],
    [1, 1],
    [0, 0],
    [-5, 0],
  ])("%i ms are shown as %i s", (ms, seconds) => {
    expect(secondsLeft(ms)).toBe(seconds);
  });
});
