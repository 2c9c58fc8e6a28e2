import { describe, expect, it } from "vitest";
import { createRandom } from "../../random";
import { studyDeck } from "../study";
import { backToFront } from "./back-to-front";

function proposalOf(rows: readonly (readonly [string, string])[]) {
  const deck = studyDeck(rows.map(([front, back], index) => ({ id: `c${index}`, front, back })));
  const [card] = deck.cards;
  return card === undefined ? undefined : [...backToFront.propose(card, deck, createRandom(1))][0];
}

describe("A description asks for one term only", () => {
  const made = proposalOf([
    ["What is an orchard?", "An orchard is a piece of land where fruit trees are planted for the market."],
    ["What is a grove?", "A grove is a small piece of land where trees are planted close."],
    ["What is a cider press?", "A cider press is a machine that squeezes the harvest of an orchard."],
    ["What is a lighthouse?", "A lighthouse is a tower that warns ships of rocks."],
    ["What is a furnace?", "A furnace is an oven that melts iron."],
    ["What is a chimney?", "A chimney is a shaft that carries smoke away."],
    ["What is an old orchard?", "A ruined wall with moss."],
  ]);
  const offered = made?.candidates.map((candidate) => candidate.text) ?? [];

  it("offers terms of other subjects", () => {
    expect(offered).toEqual(expect.arrayContaining(["lighthouse", "furnace", "chimney"]));
  });

  it("leaves out a term whose definition may cover it", () => {
    expect(offered).not.toContain("grove");
  });

  it("leaves out a term of the same family", () => {
    expect(offered).not.toContain("old orchard");
  });

  it("leaves out a term whose definition names the key", () => {
    expect(offered).not.toContain("cider press");
  });

  it("offers things that are counted as the key is, where there are enough", () => {
    const rows: [string, string][] = [
      ["What is a lighthouse?", "A tower that warns the captains of ships of the rocks below it."],
      ["What is a furnace?", "An oven that melts iron."],
      ["What is a chimney?", "A shaft that carries smoke away."],
      ["What is a plough?", "A blade that turns the soil over."],
      ["What is a loom?", "A frame on which threads are woven."],
      ["What is a kiln?", "A hot room in which clay is burnt."],
      ["What is ballooning?", "Flying in a basket under a bag of gas."],
      ["What is Holland?", "A country on the lower Rhine."],
    ];
    expect(
      proposalOf(rows)
        ?.candidates.map(({ text }) => text)
        .sort(),
    ).toEqual(["chimney", "furnace", "kiln", "loom", "plough"]);
  });

  it("is not asked where its words spell the term", () => {
    const rows: [string, string][] = [
      ["What is the VHF band?", "Very High Frequency."],
      ["What is a lighthouse?", "Tower with lantern."],
      ["What is a furnace?", "Oven for iron."],
      ["What is a chimney?", "Shaft for smoke."],
    ];
    expect(proposalOf(rows)).toBeUndefined();
  });

  it("is not asked by a note of figures", () => {
    const rows: [string, string][] = [
      ["size of a mill", "12 (at least, 14 commonly), 20 on some hills"],
      ["size of a barn", "8 to 10, and 9 commonly, on a farm"],
      ["size of a house", "from the door to the chimney, six and more"],
    ];
    expect(proposalOf(rows)).toBeUndefined();
  });

  it("calls a formula no description", () => {
    const formula = proposalOf([
      ["Area of a circle of radius r", "\\(\\pi r^2 + 0 \\cdot r + 0 \\cdot r^3 + 0\\)"],
      ["Volume of a sphere", "\\(\\frac{4}{3}\\pi r^3\\)"],
      ["Surface of a sphere", "\\(4\\pi r^2\\)"],
    ]);
    expect(formula?.prompt).toMatch(/^Which of these goes with/);
  });
});
