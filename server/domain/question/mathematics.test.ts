import { describe, expect, it } from "vitest";
import { isReordered, valuesIn } from "./mathematics";

describe("The values of a formula", () => {
  it.each([
    ["\\(uv' - \\sin w\\)", ["u", "v", "w"]],
    ["Area of a field of width w and length l", ["a", "l", "w"]],
    ["2 * r + h", ["h", "r"]],
    ["the harvest", []],
  ])("%s", (text, values) => {
    expect([...valuesIn(text)].sort()).toEqual(values);
  });
});

describe("A formula in another order", () => {
  it.each([
    ["2\\sin\\theta\\cos\\theta", "2\\cos\\theta\\sin\\theta", true],
    ["\\sin a\\cos b", "\\cos a\\sin b", false],
    ["\\(a + b\\)", "\\(b + a\\)", true],
    ["a - b", "b - a", false],
    ["\\frac{3}{4}", "\\frac{4}{3}", false],
    ["\\sin a\\cos b + \\cos a\\sin b", "\\cos b\\sin a + \\cos a\\sin b", true],
  ])("%s and %s: %s", (a, b, same) => {
    expect(isReordered(a, b)).toBe(same);
  });
});
