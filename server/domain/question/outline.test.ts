import { describe, expect, it } from "vitest";
import { outline, splitLabel } from "./outline";

describe("A line is split into its label and what it says", () => {
  it.each([
    ["Speed - a whole page at once", { label: "Speed", text: "a whole page at once" }],
    ["Small lakes: a few metres", { label: "Small lakes", text: "a few metres" }],
    ["Avoid opening the door until you must - hide like mad", undefined],
    ["No label here", undefined],
    ["**Sails** Turn the axle", { label: "Sails", text: "Turn the axle" }],
    ["**Sails** turn the axle", undefined],
    ["**Decline of mills**, church crises", undefined],
    ["**The mill** ➝ more flour", undefined],
    ["**Adam** (Hill): owns the mill", { label: "Adam (Hill)", text: "owns the mill" }],
    ["**Adam** (Hill – North): owns the mill", { label: "Adam (Hill – North)", text: "owns the mill" }],
    ["Yes - if the door is open", undefined],
  ])("%s", (line, parts) => {
    expect(splitLabel(line)).toEqual(parts);
  });
});

describe("A heading is read without its ornaments", () => {
  it.each([
    ["## 🔑 Causes", "Causes"],
    ["### A. **Causes**", "Causes"],
    ["### IV. Causes", "Causes"],
    ["### 2. Causes", "Causes"],
    ["### Vitamin C", "Vitamin C"],
  ])("%s", (line, title) => {
    expect(outline(`${line}\n- One: the first`)[0]?.title).toBe(title);
  });
});

describe("A line goes on with the line above it", () => {
  const linesOf = (text: string) =>
    outline(text).flatMap((section) => section.lines.map((line) => line.text));

  it.each([
    [
      "that stops behind a comma",
      "The miller owns the stone, the sieve, the cart and the donkey,\nTwo Geese",
      ["The miller owns the stone, the sieve, the cart and the donkey, Two Geese"],
    ],
    [
      "that stops at a preposition",
      "The miller counts how many of the sacks are full of\nWheat for the town.",
      ["The miller counts how many of the sacks are full of Wheat for the town."],
    ],
    [
      "that stops in mid-sentence",
      "The miller takes the flour from the stone\nand fills the sacks.",
      ["The miller takes the flour from the stone and fills the sacks."],
    ],
    [
      "but not where it is a call of a program",
      "mill.grind() turns the stone of the mill in place\ngrind(mill) turns another stone",
      ["mill.grind() turns the stone of the mill in place", "grind(mill) turns another stone"],
    ],
  ])("%s", (_, text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });
});
