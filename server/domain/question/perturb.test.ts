import { describe, expect, it } from "vitest";
import { createRandom } from "../random";
import { wrongByRows, wrongFormulas, wrongLines, wrongStatements } from "./perturb";

const ofAnySeed = (make: (seed: number) => readonly string[]) =>
  new Set(Array.from({ length: 20 }, (_, seed) => make(seed)).flat());

describe("A wrong version", () => {
  it("is never the right one", () => {
    for (const line of ["if (low <= high) {", "a[i - 1] = a[i] + 1;", "x = 2 * y - 3"]) {
      expect(ofAnySeed((seed) => wrongLines(line, createRandom(seed)))).not.toContain(line);
      expect(ofAnySeed((seed) => wrongFormulas(line, createRandom(seed)))).not.toContain(line);
    }
  });

  it("does not turn the sign of a free coefficient, which may be negative itself", () => {
    const wrong = ofAnySeed((seed) => wrongFormulas("p = k0 + k1*t - 9", createRandom(seed)));
    expect(wrong.size).toBeGreaterThan(0);
    for (const formula of wrong) expect(formula).toContain("k0 + k1*t");
  });

  it("does not turn a fraction of one, nor take a type's brackets for comparisons", () => {
    expect(ofAnySeed((seed) => wrongFormulas("$\\frac{1}{t}$", createRandom(seed))).size).toBe(0);
    for (const line of ofAnySeed((seed) => wrongLines("list<int> tolls(25)", createRandom(seed))))
      expect(line).toContain("list<int>");
  });

  it("does not start a loop elsewhere, which is often right as well", () => {
    const wrong = ofAnySeed((seed) => wrongLines("for (i = 0; i < n; ++i) {", createRandom(seed)));
    expect(wrong.size).toBeGreaterThan(0);
    for (const line of wrong) expect(line).toMatch(/i = 0/);
  });
});

describe("A wrong version of a sentence", () => {
  const versions = (text: string, fixed: readonly string[] = []) =>
    ofAnySeed((seed) => wrongStatements(text, (word) => fixed.includes(word), createRandom(seed)));

  it("exchanges words for their opposites, each alone and both together", () => {
    expect([...versions("The inner gate opens before the flood")].sort()).toEqual([
      "The inner gate opens after the flood",
      "The outer gate opens after the flood",
      "The outer gate opens before the flood",
    ]);
  });

  it("keeps the article right", () => {
    expect(versions("It has an internal lock and a public one")).toContain(
      "It has an external lock and a private one",
    );
    expect(versions("It is a direct way")).toEqual(new Set(["It is an indirect way"]));
  });

  it("turns a relation round in one place only, for turned twice it may be true again", () => {
    for (const text of versions("The higher the hill the stronger the wind before noon"))
      expect(text).not.toMatch(/lower.*weaker/);
  });

  it.each([
    ["what the question names", "The inner gate is wide", ["inner"]],
    ["a number of things that it lists", "It has two stones: one of lava and one of slate", []],
    ["a word beside its opposite", "It opens the inner or the outer gate", []],
    ["a word that belongs to another", "The same with respect to all of them, at first", []],
    ["a name", "It is called Inner Harbour by all", ["all"]],
  ])("leaves %s alone", (_, text, fixed) => {
    expect(versions(text, fixed).size).toBe(0);
  });
});

describe("A sentence made wrong by rows", () => {
  const versions = (text: string) => ofAnySeed((seed) => wrongByRows(text, () => false, createRandom(seed)));

  it("has the article that the other word needs", () => {
    expect(versions("The scale starts at a minimum temperature in the cellar")).toContain(
      "The scale starts at an average temperature in the cellar",
    );
  });

  it("is denied or turned in one place only, for turned twice it may be true again", () => {
    for (const text of versions("The gate must stay shut and its warning must remain true"))
      expect(text).not.toMatch(/must not.*false|need not.*false/);
    for (const text of versions("The brake reduces the speed and increases the heat of the wheel"))
      expect(text).not.toMatch(/increases the speed and (?:decreases|reduces)/);
  });
});
