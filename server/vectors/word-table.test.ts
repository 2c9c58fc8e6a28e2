import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WordTable } from "./word-table";

const tableOf = (...words: string[]) => new WordTable(new TextEncoder().encode(words.join("\n")));

describe("The table of words", () => {
  it("finds the line of every word, and of no other", () => {
    const word = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
      .filter((text) => !text.includes("\n"));
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 200 }), word, (words, other) => {
        const table = tableOf(...words);
        expect(words.map((one) => table.line(one))).toEqual(words.map((_, line) => line));
        expect(table.line(other)).toBe(words.includes(other) ? words.indexOf(other) : undefined);
      }),
    );
  });

  it("counts an ended last line once", () => {
    const table = new WordTable(new TextEncoder().encode("the\nof\n"));
    expect(table.size).toBe(2);
    expect(table.line("of")).toBe(1);
    expect(table.line("")).toBeUndefined();
    expect(tableOf("the", "of").size).toBe(2);
    expect(new WordTable(new Uint8Array()).size).toBe(0);
  });

  it("does not know a text that is longer than any word", () => {
    const long = "a".repeat(256);
    expect(tableOf(long).line(long)).toBe(0);
    expect(tableOf(long).line(`${long}a`)).toBeUndefined();
    expect(tableOf(long).line("ä".repeat(10_000))).toBeUndefined();
  });

  it("gives a word that stands twice its first line", () => {
    expect(tableOf("a", "b", "a").line("a")).toBe(0);
  });
});
