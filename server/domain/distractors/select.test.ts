import { describe, expect, it } from "vitest";
import { Lexicon } from "./lexicon";
import { selectSet, type Targets } from "./select";

const lexicon = new Lexicon("eng", undefined);
const prompt = lexicon.profile("Which?");
const candidates = (texts: readonly string[], score: (at: number) => number) =>
  texts.map((text, at) => ({ profile: lexicon.profile(text), score: score(at) }));
const middle: Targets = { length: 0.45, gramCentral: 0.9, vectorCentral: 0.9, promptWords: 0.9 };

describe("a set of distractors", () => {
  const texts = ["ab", "cd", "ef", "ghijklmn", "opqrstuv", "wxyzabcd"];
  const chosen = (targets: Targets, score = (_: number) => 0) =>
    selectSet(lexicon.profile("mnopq"), prompt, candidates(texts, score), 3, targets).map(
      (at) => texts[at] ?? "",
    );

  it("makes the key the longest, the shortest or neither, as chance says", () => {
    expect(chosen({ ...middle, length: 0.1 }).every((text) => text.length < 5)).toBe(true);
    expect(chosen({ ...middle, length: 0.95 }).every((text) => text.length > 5)).toBe(true);
    const lengths = chosen(middle).map((text) => text.length);
    expect(Math.min(...lengths)).toBeLessThan(5);
    expect(Math.max(...lengths)).toBeGreaterThan(5);
  });

  it("gives plausibility up for honesty only within reason", () => {
    expect(chosen({ ...middle, length: 0.95 }, (at) => (at < 3 ? 20 : 0))).toEqual(["ab", "cd", "ef"]);
  });

  it("is everything when there is no more than is wanted", () => {
    expect(
      selectSet(
        lexicon.profile("key"),
        prompt,
        candidates(["a", "b"], () => 0),
        3,
        middle,
      ),
    ).toEqual([0, 1]);
  });
});
