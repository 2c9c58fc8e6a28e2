import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "../random";
import { nearNumbers, otherBits, readNumber } from "./magnitude";

function near(text: string, below = 3, above = 3, doubles = false, seed = 1): string[] {
  const read = readNumber(text);
  if (read === undefined) throw new Error(`${text} is no number`);
  return nearNumbers(read, below, above, createRandom(seed), doubles);
}

describe("Numbers beside a number", () => {
  it.each([
    ["32 bits", true, ["4 bits", "8 bits", "16 bits", "64 bits", "128 bits", "256 bits"]],
    ["4096", false, ["512", "1024", "2048", "8192", "16384", "32768"]],
    ["65,535", false, ["8,191", "16,383", "32,767", "131,071", "262,143", "524,287"]],
  ])("%s go up by doubling", (text, doubles, numbers) => {
    const found = near(text, 3, 3, doubles);
    expect([...found].sort()).toEqual([...numbers].sort());
  });

  it.each([
    ["24 hours", 6],
    ["15 sails", 5],
    ["175 sacks", 5],
    ["40 tons", 10],
  ])("%s keep its roundness", (text, unit) => {
    for (const other of near(text)) expect(Number.parseInt(other, 10) % unit).toBe(0);
  });

  it("stay in the past as far as a year can tell", () => {
    for (let seed = 0; seed < 40; seed++)
      expect(near("2013", 0, 3, false, seed).every((year) => Number(year) <= 2020)).toBe(true);
  });

  it("never write a one as many", () => {
    expect(near("4 bytes", 3, 3, true)).not.toContain("1 bytes");
    expect(near("2 log n", 3, 3)).not.toContain("1 log n");
  });

  it("make up on one side for what the other lacks", () => {
    expect(near("2 mills", 3, 0).length).toBe(3);
  });

  it("are others than the number itself, each once", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3_000_000 }),
        fc.integer({ min: 0, max: 99 }),
        fc.boolean(),
        (value, seed, doubles) => {
          const found = near(`${value}`, 2, 2, doubles, seed);
          expect(found).not.toContain(`${value}`);
          expect(new Set(found).size).toBe(found.length);
        },
      ),
    );
  });
});

describe("Binary numbers beside one", () => {
  it("have as many digits, and no other ones", () => {
    const found = otherBits("1110", createRandom(1));
    expect(found.length).toBeGreaterThanOrEqual(3);
    expect(found).not.toContain("1110");
    for (const bits of found) expect(bits).toMatch(/^1[01]{3}$/);
  });
});
