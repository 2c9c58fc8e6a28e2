import { describe, expect, it } from "vitest";
import { splitLabel } from "./outline";

describe("A line is split into its label and what it says", () => {
  it.each([
    ["Speed - a whole page at once", { label: "Speed", text: "a whole page at once" }],
    ["Small lakes: a few metres", { label: "Small lakes", text: "a few metres" }],
    ["Avoid opening the door until you must - hide like mad", undefined],
    ["No label here", undefined],
    ["Yes - if the door is open", undefined],
  ])("%s", (line, parts) => {
    expect(splitLabel(line)).toEqual(parts);
  });
});
