import { describe, expect, it } from "vitest";
import { hundredths, percent, signed } from "./format";

describe("a share", () => {
  it.each([
    [23, 40, "58 %"],
    [57, 200, "29 %"],
    [1, 3, "33 %"],
    [0, 7, "0 %"],
    [7, 7, "100 %"],
  ])("of %d in %d is written %s", (part, of, text) => {
    expect(percent(part / of)).toBe(text);
  });
});

describe("a number with its sign", () => {
  it.each([
    [0.314, "+0.31"],
    [-0.076, "−0.08"],
    [1, "+1.00"],
    [0, "0.00"],
    [-0, "0.00"],
  ])("%d is written %s", (number, text) => {
    expect(signed(number)).toBe(text);
  });

  it("has no sign where it rounds to nothing: a class that shows −0.00 did no worse", () => {
    expect([0.004, -0.004, -1e-17].map(signed)).toEqual(["0.00", "0.00", "0.00"]);
    expect(hundredths(-0.004) < 0).toBe(false);
  });
});
