import { describe, expect, it } from "vitest";
import { formatOf, gramLikeness, hitOfMost, oddFormat, wordsInPrompt } from "./cues";
import { Lexicon } from "./lexicon";

const lexicon = new Lexicon("eng", undefined);
const profiles = (...texts: string[]) => texts.map((text) => lexicon.profile(text));

describe("what a student sees without knowing", () => {
  it.each([
    [[5, 3, 2, 1], 1],
    [[3, 5, 2, 1], 0],
    [[3, 3, 2, 1], 0.5],
    [[0, 0, 0, 0], 0.25],
  ])("the most of %j is the first with chance %d", (values, chance) => {
    expect(hitOfMost(values)).toBe(chance);
  });

  it.each([
    [["Oslo", "rome", "paris", "bern"], 0],
    [["Oslo", "Rome", "paris", "Bern"], 2],
    [["It sinks.", "It floats", "It melts", "It burns"], 0],
    [["12 m", "Long", "Short", "Wide"], 0],
    [["Oslo", "Rome", "Paris", "Bern"], undefined],
    [["Oslo", "Rome", "paris", "bern"], undefined],
    [["Oslo", "rome"], undefined],
  ])("of %j the odd one is %s", (texts, at) => {
    expect(oddFormat(profiles(...texts).map(formatOf))).toBe(at);
  });

  it("counts shared words by their stems and likeness by 3-grams", () => {
    const [prompt, text, near, far] = profiles("Why do leaves fall?", "falling leaf", "falling leaves", "42");
    if (!prompt || !text || !near || !far) throw new Error("profiles are made");
    expect(wordsInPrompt(text, prompt)).toBe(1);
    expect(gramLikeness(text, text)).toBeCloseTo(1, 5);
    expect(gramLikeness(text, near)).toBeGreaterThan(gramLikeness(text, far));
  });
});
