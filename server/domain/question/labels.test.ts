import { describe, expect, it } from "vitest";
import { askableFacts, describes, isClaim, isFacet, isTelling, isThing } from "./labels";
import { studyDeck } from "./study";

const deckOf = (back: string) => studyDeck([{ id: "1", front: "What does a mill have?", back }]);

describe("A label that can be asked for", () => {
  it.each([
    ["Grindstone", true],
    ["n", false],
    ["2^n", false],
    ["Result", false],
    ["The grain is split into two heaps", false],
    ["This kind of stone", false],
    ["Other things that happen when dealing with stones", false],
    ["水", true],
    ["Slow", false],
    ["Social", false],
    ["Inherently calm", false],
  ])("%s: %s", (label, telling) => {
    expect(isTelling(label, deckOf("- nothing"))).toBe(telling);
  });
});

describe("A value that describes its label", () => {
  it.each([
    ["Grindstone", "crushes the grain", true],
    ["Grindstone", "good", false],
    ["Grindstone", "2 to 4 tons", false],
    ["A stone that lies still", "the bed stone", false],
    ["Grains", "oats, barley, rye", false],
    ["Grains", "Wheat of the north, sown in spring", true],
  ])("%s: %s (%s)", (label, text, is) => {
    expect(describes({ label, text })).toBe(is);
  });
});

describe("A labelled line is askable", () => {
  it.each([
    ["- Grindstone: crushes the grain between two discs", 1],
    ["- VHF: very high frequency of the wind", 0],
    ["- Grain store: they are dry all the year", 0],
    ["- Input: “so long and thanks”", 0],
    ["- Meaning of the sails: “Why does it turn?”", 1],
    ["- Sieves: like linen, wire, or hair of horses", 0],
    ["- Hopper: same as above, but of wood", 0],
    ["- Hopper: ex oats to flour", 0],
    ["- Large mills: grind 300 sacks", 0],
    ["- Rivalry: between mills", 0],
    ["- Miller: with great skill in grinding, from the hill", 1],
    ["- Large mills: stand on the coast", 1],
  ])("%s: %i", (back, count) => {
    const [card] = deckOf(back).cards;
    expect(card && askableFacts(card).length).toBe(count);
  });
});

describe("A label that says which side of a thing is told", () => {
  it.each([
    ["Trade-offs", true],
    ["Building cost", true],
    ["Grindstone", false],
    ["Cost function", false],
  ])("%s: %s", (label, is) => {
    expect(isFacet(label)).toBe(is);
  });
});

describe("A label that claims something", () => {
  it.each([
    ["Faster grinding", true],
    ["No more stones", true],
    ["Water power", false],
    ["Larger", false],
    ["Resolves doubt", true],
    ["Reduces waste", true],
    ["Sails", false],
  ])("%s: %s", (label, is) => {
    expect(isClaim(label)).toBe(is);
  });
});

describe("A label that names a thing", () => {
  it.each([
    ["Grindstone", true],
    ["Two sails", true],
    ["TDM", true],
    ["Fast", false],
    ["No more stones", false],
  ])("%s: %s", (label, is) => {
    expect(isThing(label, deckOf("The miller turns the grindstone."))).toBe(is);
  });
});
