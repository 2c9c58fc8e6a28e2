import { describe, expect, it } from "vitest";
import { mayCover } from "./likeness";

describe("A vaguer description may be true of the same thing", () => {
  it.each([
    [
      "A method for regression and classification made of many trees",
      "A technique for regression and classification of trees",
      true,
    ],
    ["A method for regression and classification made of many trees", "An error of the training set", false],
    ["Capital of France", "Capital of Spain", false],
    ["Overseas territory of France", "Overseas department of France", false],
  ])("%s / %s: %s", (a, b, covers) => {
    expect(mayCover(a, b)).toBe(covers);
    expect(mayCover(b, a)).toBe(covers);
  });
});
