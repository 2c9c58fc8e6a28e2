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

  it("does not start a loop elsewhere, which is often right as well", () => {
    const wrong = ofAnySeed((seed) => wrongLines("for (i = 0; i < n; ++i) {", createRandom(seed)));
    expect(wrong.size).toBeGreaterThan(0);
    for (const line of wrong) expect(line).toMatch(/i = 0/);
  });
});
