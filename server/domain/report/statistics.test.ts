import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { correlation, median, variance, wilson } from "./statistics";

describe("small statistics", () => {
  test.each([
    [0, 10, 0, 0.2775],
    [5, 10, 0.2366, 0.7634],
    [10, 10, 0.7225, 1],
    [81, 263, 0.2553, 0.3662],
  ])("Wilson's interval of %i in %i is %f to %f", (successes, n, low, high) => {
    expect(wilson(successes, n)?.low).toBeCloseTo(low, 4);
    expect(wilson(successes, n)?.high).toBeCloseTo(high, 4);
  });

  test("Wilson's interval always holds the share and stays within 0–1", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(), (n, some) => {
        const successes = some % (n + 1);
        const interval = wilson(successes, n);
        expect(interval?.low).toBeLessThanOrEqual(successes / n + 1e-12);
        expect(interval?.high).toBeGreaterThanOrEqual(successes / n - 1e-12);
      }),
    );
    expect(wilson(0, 0)).toBeNull();
  });

  test.each([
    [[], null],
    [[3], 3],
    [[4, 1], 2.5],
    [[9, 1, 5], 5],
  ])("the median of %j is %j", (xs, want) => {
    expect(median(xs)).toBe(want);
  });

  test("a list that does not vary correlates with nothing", () => {
    expect(correlation([1, 1, 1], [1, 2, 3])).toBeNull();
    expect(correlation([1, 2, 3], [2, 4, 6])).toBeCloseTo(1, 12);
    expect(correlation([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 12);
  });

  test("a sample of one has no sample variance", () => {
    expect(variance([4], "sample")).toBeNull();
    expect(variance([4], "population")).toBe(0);
  });
});
