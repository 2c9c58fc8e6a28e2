import { describe, expect, it } from "vitest";
import { createRandom } from "../random";
import { wrongFormulas, wrongLines } from "./perturb";

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
