import { describe, expect, it } from "vitest";
import { hitOfMost } from "./cues";
import { Lexicon } from "./lexicon";
import { setsOf } from "./sets";

const lexicon = new Lexicon("eng", undefined);
const profiles = (texts: readonly string[]) => texts.map((text) => lexicon.profile(text));

describe("the sets that candidates can form", () => {
  const texts = ["sloth", "a pale cat", "ox", "walrus", "gnu", "wolf"];
  const prompt = lexicon.profile("Which animal is no cat?");
  const sets = setsOf(profiles(texts), [1, 2, 3, 4, 5], prompt, 3);
  const members = (set: number) => Array.from(sets.members.subarray(set * 3, set * 3 + 3));

  it("are all of them, each once", () => {
    expect(sets.count).toBe(10);
    const names = Array.from({ length: 10 }, (_, set) => members(set).join());
    expect(new Set(names).size).toBe(10);
    expect(names[0]).toBe("0,1,2");
  });

  it("know what a guess by length or by words of the prompt finds", () => {
    for (let set = 0; set < sets.count; set++) {
      const shown = [texts[0] ?? "", ...members(set).map((at) => texts[at + 1] ?? "")];
      expect(sets.hits.longest[set]).toBe(hitOfMost(shown.map((text) => text.length)));
      expect(sets.hits.shortest[set]).toBe(hitOfMost(shown.map((text) => -text.length)));
      expect(sets.hits.promptWords[set]).toBe(shown.includes("a pale cat") ? 0 : 0.25);
    }
  });

  it("are worth their scores, less where the form of one option stands out", () => {
    const worth = (options: readonly string[]) =>
      setsOf(profiles(options), [1, 1, 1], prompt, 3).worth[0] ?? 0;
    expect(worth(["slot", "gnat", "wolf", "bear"])).toBe(3);
    expect(worth(["Slot", "gnat", "wolf", "bear"])).toBeLessThan(3);
    expect(worth(["slot", "Gnat", "wolf", "bear"])).toBeLessThan(3);
    expect(worth(["a very long animal", "gnat", "wolf", "bear"])).toBeLessThan(3);
  });
});
