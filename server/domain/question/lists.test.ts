import { describe, expect, it } from "vitest";
import { foreignTo, listsOf } from "./lists";
import type { Entry } from "./pool";
import { studyDeck } from "./study";

const deckOf = (...rows: [string, string][]) =>
  studyDeck(rows.map(([front, back], index) => ({ id: `c${index}`, front, back })));

describe("The entries of a card's list", () => {
  const entriesOf = (front: string, back: string) => {
    const deck = deckOf([front, back]);
    const [card] = deck.cards;
    return card === undefined
      ? []
      : listsOf(card, deck).flatMap((list) => list.items.map(({ text }) => text));
  };
  const back = "- Granary: keeps the grain dry\n- Palisade: keeps the wolves out";

  it("are the names in it where the front asks for several things", () => {
    expect(entriesOf("What are the buildings of a village?", back)).toEqual(["Granary", "Palisade"]);
  });

  it.each([
    "How many buildings has a village?",
    "What is a village?",
    "What is the difference between two villages?",
  ])("are not the names in it where the front asks “%s”", (front) => {
    expect(entriesOf(front, back)).toEqual([]);
  });

  it("are measures where the front asks for one", () => {
    const back = "All of them take some time:\n- grinding\n- sieving\n- O(n) for each sack\n- O(1) at best";
    expect(entriesOf("What is the complexity of a mill?", back)).toEqual([
      "O(n) for each sack",
      "O(1) at best",
    ]);
  });

  it("are no steps and no leftovers", () => {
    expect(entriesOf("How is bread made?", "- mill the grain\n- then knead\n- etc\n- heat the oven")).toEqual(
      ["mill the grain", "heat the oven"],
    );
  });
});

describe("Entries of other cards are wrong here", () => {
  const deck = deckOf(
    ["What are the parts of a mill?", "- the sails\n- the grindstone"],
    ["What are the parts of a ship?", "- the sails of linen\n- the anchor"],
    ["What are old parts of a mill?", "- the ladder\n- the rope"],
    ["What does a harbour need?", "- a lantern\n- a breakwater"],
  );
  const [mill] = deck.cards;
  const isForeign = mill === undefined ? () => false : foreignTo(mill, deck);
  const entry = (card: number, text: string, section = ""): Entry => ({
    text,
    card,
    source: "",
    frames: [],
    asked: [],
    look: { form: "phrase", words: 3, isWhole: true, isLabelled: false, goesOn: false, namesItself: false },
    tags: [],
    fact: { section, text },
  });

  it.each([
    ["of an unrelated card", entry(3, "a lantern"), true],
    ["that share a word with the card's own", entry(1, "the sails of linen"), false],
    ["of a card about the same subject", entry(2, "the ladder"), false],
    ["under a heading that names what the front asks about", entry(3, "a lantern", "Old mills"), false],
  ])("%s", (_, one, foreign) => {
    expect(isForeign(one)).toBe(foreign);
  });
});
