import { describe, expect, test } from "vitest";
import { itemStatistics, type Score } from "./item-statistics";

const ROWS: Score[][] = [
  [1, 1, 1],
  [1, 1, 0],
  [1, 0, 0],
  [0, 0, 0],
];

describe("a question's statistics", () => {
  test("difficulty is the share right, with Wilson's interval", () => {
    const [first] = itemStatistics(ROWS);
    expect(first?.difficulty).toBe(0.75);
    expect(first?.interval?.low).toBeCloseTo(0.3006, 4);
    expect(first?.interval?.high).toBeCloseTo(0.9544, 4);
  });

  test("the corrected correlation leaves the question out of the total", () => {
    const [first] = itemStatistics(ROWS);
    // Item 1, 1, 1, 0 against totals 3, 2, 1, 0 and against rests 2, 1, 0, 0.
    expect(first?.pointBiserial).toBeCloseTo(Math.sqrt(0.6), 12);
    expect(first?.correctedPointBiserial).toBeCloseTo(0.5222329678670935, 12);
  });

  test("a student who was not asked neither helps nor harms", () => {
    const absent: Score[] = [null, null, null];
    expect(itemStatistics([...ROWS, absent])).toEqual(itemStatistics(ROWS));
    const late = itemStatistics([...ROWS, [null, 1, 1]]);
    expect(late.map(({ n }) => n)).toEqual([4, 5, 5]);
  });

  test("a question that everybody knows has a difficulty and no correlation", () => {
    const [first] = itemStatistics([
      [1, 0],
      [1, 1],
    ]);
    expect(first).toMatchObject({ difficulty: 1, pointBiserial: null, correctedPointBiserial: null });
  });

  test("nobody asked means no number", () => {
    expect(itemStatistics([[null]])).toEqual([
      {
        n: 0,
        difficulty: null,
        interval: null,
        pointBiserial: null,
        correctedPointBiserial: null,
        correctedError: null,
      },
    ]);
    expect(itemStatistics([])).toEqual([]);
  });
});
