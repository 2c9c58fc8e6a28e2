import { describe, expect, it } from "vitest";
import { Lexicon } from "./lexicon";
import { type Draws, selectSet } from "./select";
import { HONEST_SHARES, type Shares } from "./shares";

const lexicon = new Lexicon("eng", undefined);
const candidates = (texts: readonly string[], score: (at: number) => number) =>
  texts.map((text, at) => ({ profile: lexicon.profile(text), score: score(at) }));

describe("a set of distractors", () => {
  const texts = ["ab", "cd", "ef", "ghijklmn", "opqrstuv", "wxyzabcd"];
  const chosen = (length: number, score = (_: number) => 0, shares: Partial<Shares> = {}) => {
    const draws: Draws = [length, 0.9, 0.9, 0.9];
    const prompt = lexicon.profile("Which?");
    const key = lexicon.profile("mnopq");
    const set = selectSet(key, prompt, candidates(texts, score), 3, { ...HONEST_SHARES, ...shares }, draws);
    return { ...set, texts: set.places.map((at) => texts[at] ?? "") };
  };

  it("makes the key the longest, the shortest or neither, as chance says", () => {
    expect(chosen(0.1).texts.every((text) => text.length < 5)).toBe(true);
    expect(chosen(0.95).texts.every((text) => text.length > 5)).toBe(true);
    const lengths = chosen(0.45).texts.map((text) => text.length);
    expect(Math.min(...lengths)).toBeLessThan(5);
    expect(Math.max(...lengths)).toBeGreaterThan(5);
  });

  it("makes the key the longest more often where that is owed, and never where it is overdrawn", () => {
    expect(chosen(0.45, undefined, { longest: 0.5 }).hits.longest).toBe(1);
    expect(chosen(0.1, undefined, { longest: 0 }).hits.longest).toBe(0);
  });

  it("says what each guess finds in it", () => {
    expect(chosen(0.1).hits).toMatchObject({ longest: 1, shortest: 0, promptWords: 0.25 });
  });

  it("gives plausibility up for honesty only within reason", () => {
    expect(chosen(0.95, (at) => (at < 3 ? 20 : 0)).texts).toEqual(["ab", "cd", "ef"]);
  });

  it("is everything when there is no more than is wanted, and nothing of nothing", () => {
    const [key, prompt] = [lexicon.profile("key"), lexicon.profile("Which?")];
    const of = (list: readonly string[]) =>
      selectSet(
        key,
        prompt,
        candidates(list, () => 0),
        3,
        HONEST_SHARES,
        [0, 0, 0, 0],
      ).places;
    expect(of(["a", "b"])).toEqual([0, 1]);
    expect(of([])).toEqual([]);
  });
});
