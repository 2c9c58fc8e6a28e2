import { describe, expect, it } from "vitest";
import { score } from "./scoring";

const base = { correct: true, takenMs: 0, timerMs: 20_000, streakBefore: 0, multiplier: 1 } as const;

describe("points", () => {
  it.each([
    ["accuracy", { takenMs: 19_000 }, 1000],
    ["accuracy-first", { takenMs: 0 }, 1500],
    ["accuracy-first", { takenMs: 10_000 }, 1250],
    ["accuracy-first", { takenMs: 20_000 }, 1000],
    ["accuracy-first", { takenMs: 60_000 }, 1000],
    ["accuracy-first", { timerMs: null, takenMs: 5 }, 1000],
    ["speed", { takenMs: 0 }, 1000],
    ["speed", { takenMs: 10_000 }, 750],
    ["speed", { takenMs: 20_000 }, 500],
    ["streak", { streakBefore: 0 }, 1000],
    ["streak", { streakBefore: 3 }, 1300],
    ["streak", { streakBefore: 40 }, 1500],
    ["accuracy-first", { multiplier: 2 as const }, 3000],
    ["accuracy-first", { multiplier: 0 as const }, 0],
  ] as const)("%s with %o gives %i", (mode, change, points) => {
    expect(score({ mode, ...base, ...change }).points).toBe(points);
  });

  it.each(["accuracy", "accuracy-first", "speed", "streak"] as const)(
    "a wrong answer has none in %s",
    (mode) => {
      expect(score({ mode, ...base, correct: false, streakBefore: 4 }).points).toBe(0);
    },
  );

  it("an award adds up to its points", () => {
    const { points, award } = score({ mode: "accuracy-first", ...base, takenMs: 7_777, multiplier: 2 });
    expect((award.base + award.speed + award.streak) * award.multiplier).toBe(points);
  });
});
