import { describe, expect, it } from "vitest";
import { valuesIn } from "./mathematics";

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
