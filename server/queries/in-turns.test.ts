import { expect, it } from "vitest";
import { inTurns } from "./in-turns";

/** Works for longer than a turn, in steps. */
function* longWork(steps: number) {
  for (let step = 0; step < steps; step++) {
    const end = performance.now() + 3;
    while (performance.now() < end);
    yield;
  }
  return steps;
}

it("lets others have their turn while a long reckoning goes on", async () => {
  let turns = 0;
  let over = false;
  const others = () => {
    turns += 1;
    if (!over) setImmediate(others);
  };
  setImmediate(others);
  expect(await inTurns(longWork(20))).toBe(20);
  over = true;
  expect(turns).toBeGreaterThanOrEqual(3);
});

it("passes on what a step throws", async () => {
  // biome-ignore lint/correctness/useYield: it breaks before its first step ends
  function* broken(): Generator<void, never, void> {
    throw new Error("no memory");
  }
  await expect(inTurns(broken())).rejects.toThrow("no memory");
});
