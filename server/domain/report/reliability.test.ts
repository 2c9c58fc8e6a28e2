import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alpha, reliability } from "./reliability";

const bit = fc.constantFrom(0, 1);
const tests = fc
  .tuple(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 2, max: 40 }))
  .chain(([items, students]) =>
    fc.array(fc.array(bit, { minLength: items, maxLength: items }), {
      minLength: students,
      maxLength: students,
    }),
  );

describe("the reliability of a test", () => {
  test("is worked out by hand for four students and three items", () => {
    // Totals 3, 2, 1, 0: σ² = 1.25; p = ¾, ½, ¼: Σpq = 0.625; KR-20 = 3/2 · (1 − 0.5) = 0.75.
    const rows = [
      [1, 1, 1],
      [1, 1, 0],
      [1, 0, 0],
      [0, 0, 0],
    ];
    const { kr20, sdTotal, sem, meanTotal, provisional } = reliability(rows);
    expect(kr20).toBeCloseTo(0.75, 12);
    expect(meanTotal).toBe(1.5);
    expect(sdTotal).toBeCloseTo(Math.sqrt(5 / 3), 12);
    expect(sem).toBeCloseTo(Math.sqrt(5 / 3) * 0.5, 12);
    expect(provisional).toBe(true);
  });

  test("is the same number by KR-20 and by Cronbach's α", () => {
    fc.assert(
      fc.property(tests, (rows) => {
        const { kr20 } = reliability(rows);
        if (kr20 === null) expect(alpha(rows)).toBeNull();
        else expect(alpha(rows)).toBeCloseTo(kr20, 9);
      }),
    );
  });

  test("lies inside its own interval, and never exceeds 1", () => {
    fc.assert(
      fc.property(tests, (rows) => {
        const { kr20, kr20Interval } = reliability(rows);
        if (kr20 === null || kr20Interval === null) return;
        expect(kr20).toBeLessThanOrEqual(1 + 1e-12);
        expect(kr20Interval.low).toBeLessThanOrEqual(kr20 + 1e-12);
        expect(kr20Interval.high).toBeGreaterThanOrEqual(kr20 - 1e-12);
      }),
    );
  });

  test("is not claimed when everybody has the same total, or nobody came", () => {
    expect(
      reliability([
        [1, 0],
        [0, 1],
      ]).kr20,
    ).toBeNull();
    expect(reliability([])).toMatchObject({ students: 0, kr20: null, meanTotal: null, sem: null });
  });
});
