import { describe, expect, it } from "vitest";
import { condense, isComplete, sentences } from "./sentences";

describe("Sentences of a paragraph", () => {
  it("end at a full stop, and not inside brackets or behind an abbreviation", () => {
    expect(sentences("The mill turns (e.g. in autumn). The miller sleeps.")).toEqual([
      "The mill turns (e.g. in autumn).",
      "The miller sleeps.",
    ]);
  });

  it("may open with a sign of mathematics or a call", () => {
    expect(sentences("The mill has two stones. k^2 is their weight. grind() turns them.")).toEqual([
      "The mill has two stones.",
      "k^2 is their weight.",
      "grind() turns them.",
    ]);
  });
});

describe("A text is complete", () => {
  it.each([
    ["Measures of how wide the river is", true],
    ["The weight of the", false],
    ["The stone is", false],
    ["Sails of linen, e.g.", false],
  ])("%s: %s", (text, whole) => {
    expect(isComplete(text)).toBe(whole);
    expect(condense(text, 100) !== undefined).toBe(whole);
  });
});
