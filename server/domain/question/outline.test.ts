import { describe, expect, it } from "vitest";
import { outline, splitLabel } from "./outline";

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
