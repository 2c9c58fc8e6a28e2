import { describe, expect, it } from "vitest";
import { createRandom } from "../../random";
import { ofChances, ofSameFrame, ofSameMagnitude } from "./same-magnitude";

const texts = (candidates: readonly { text: string }[]) => candidates.map(({ text }) => text);
const inDeck = (...all: string[]) =>
  all.map((text) => ({ text, origin: "deck" as const, source: "another card" }));

describe("What stands beside a number", () => {
  it("is another power of two where the deck asks for sizes", () => {
    const found = texts(ofSameMagnitude("16 bits", inDeck("20 bits", "32 bits"), createRandom(1), true));
    expect(found).not.toContain("20 bits");
    expect(found.every((text) => Number.isInteger(Math.log2(Number.parseInt(text, 10))))).toBe(true);
  });

  it("is written as the key is, where that is no plain number", () => {
    const found = texts(ofSameFrame("4x6", inDeck("2 log n", "3x3"), createRandom(1)));
    expect(found).toContain("3x3");
    expect(found.length).toBeGreaterThanOrEqual(3);
    for (const text of found) expect(text).toMatch(/^\d+x\d+$/);
    expect(ofSameFrame("none at all", inDeck("nothing"), createRandom(1))).toEqual([]);
  });

  it.each(["1/4", "0.5", "1", "0"])("is a chance where the key %s is one", (key) => {
    const amount = (text: string) => {
      const [over = 0, under = 1] = text.split("/").map(Number);
      return over / under;
    };
    const found = texts(ofChances(key, createRandom(1)));
    expect(found.length).toBeGreaterThanOrEqual(3);
    expect(found).not.toContain(key);
    for (const text of found) expect(amount(text)).toBeLessThanOrEqual(1);
  });
});
