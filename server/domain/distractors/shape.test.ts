import { describe, expect, it } from "vitest";
import { shapeOf } from "./shape";
import { fold } from "./text";

describe("the form of an answer", () => {
  it.each([
    ["1945", "year"],
    ["44 BC", "quantity"],
    ["3.14", "number"],
    ["$1,200", "number"],
    ["25%", "number"],
    ["12 km/h", "quantity"],
    ["Marie Curie", "name"],
    ["Oslo", "name"],
    ["the Bill of Rights", "name"],
    ["mitochondria", "term"],
    ["carbon dioxide", "term"],
    ["a change in the climate", "phrase"],
    ["It moves from the warm body to the cold one.", "clause"],
    ["E = mc^2", "formula"],
    ["$x^2$", "formula"],
    ["`undefined`", "code"],
    ["array.map(f)", "code"],
    ["let x = 2", "code"],
    ["adds the sum of squares to the cost function", "clause"],
    ["let it return to the sea", "phrase"],
    ["", "term"],
  ])("%s is a %s", (text, type) => {
    expect(shapeOf(text, fold(text)).type).toBe(type);
  });

  it.each([
    ["oslo", "none"],
    ["Oslo fjord road", "first"],
    ["New York City", "title"],
    ["NATO", "all"],
    ["東京", "no-case"],
  ])("%s has capitals: %s", (text, capitals) => {
    expect(shapeOf(text, fold(text)).capitals).toBe(capitals);
  });
});
