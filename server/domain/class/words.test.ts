import { describe, expect, test } from "vitest";
import { createRandom } from "../random";
import { drawWords, normalWords, WORDS } from "./words";

describe("a student's two words", () => {
  test("come from more than 500 words, each once", () => {
    expect(WORDS.length).toBeGreaterThan(500);
    expect(new Set(WORDS).size).toBe(WORDS.length);
  });

  test("are no other word after one wrong letter", () => {
    const differs = (a: string, b: string) => [...a].filter((letter, i) => letter !== b[i]).length;
    for (const a of WORDS)
      for (const b of WORDS)
        if (a !== b && a.length === b.length) expect(differs(a, b), `${a} ${b}`).toBeGreaterThan(1);
  });

  test("are two different ones, whatever chance says", () => {
    const random = createRandom(1);
    for (let i = 0; i < 2_000; i++) {
      const [first, second, ...more] = drawWords(random).split(" ");
      expect(more).toEqual([]);
      expect(WORDS).toContain(first);
      expect(WORDS).toContain(second);
      expect(first).not.toBe(second);
    }
  });

  test.each([
    ["maple tiger", "maple tiger"],
    ["  Maple  TIGER ", "maple tiger"],
    ["maple-tiger", "maple tiger"],
    ["máple, tiger.", "maple tiger"],
    ["", ""],
  ])("typed as %j are read as %j", (typed, read) => {
    expect(normalWords(typed)).toBe(read);
  });
});
