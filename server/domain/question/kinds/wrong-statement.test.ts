import { describe, expect, it } from "vitest";
import { createRandom } from "../../random";
import { studyDeck } from "../study";
import { decoyOf, wrongStatement } from "./wrong-statement";

function proposalOf(front: string, back: string) {
  const deck = studyDeck([
    { id: "1", front, back },
    { id: "2", front: "What is the purpose of a mill?", back: "It grinds the grain of the village." },
  ]);
  const [card] = deck.cards;
  return card === undefined ? undefined : [...wrongStatement.propose(card, deck, createRandom(1))][0];
}

describe("A statement beside its opposites", () => {
  it("answers a definition as it is, and all options repeat the same words of the front", () => {
    const made = proposalOf("What is a flood gate?", "A gate that closes the inner basin before a flood.");
    expect(made?.prompt).toBe("What is a flood gate?");
    expect(made?.key).toBe("A gate that closes the inner basin before a flood");
    expect(made?.candidates).toHaveLength(3);
    for (const { text } of made?.candidates ?? [])
      expect(text).toMatch(/^A gate that closes the .* a flood$/);
  });

  it("asks which is true where the front asks for no definition", () => {
    const made = proposalOf(
      "How is the basin kept dry?",
      "The keeper closes the inner basin before the water comes.",
    );
    expect(made?.prompt).toMatch(/which statement is true\?$/i);
  });

  it.each([
    [
      "has no two places to be wrong in",
      "What is a weir?",
      "A wall of stone that holds the water of a river.",
    ],
    ["is short", "What is a weir?", "An inner wall before a mill."],
    [
      "is in another language",
      "Was ist ein Wehr?",
      "Eine innere Mauer vor der Mühle, die das Wasser im Fluss hält.",
    ],
  ])("is not asked for where it %s", (_, front, back) => {
    expect(proposalOf(front, back)).toBeUndefined();
  });
});

describe("A decoy", () => {
  const [card] = studyDeck([
    { id: "1", front: "What is a flood gate?", back: "A gate that closes before the water comes." },
    { id: "2", front: "What is the purpose of a mill?", back: "It grinds the grain of the village." },
  ]).cards;
  const deck = studyDeck(card === undefined ? [] : [card.card]);
  const decoys = (key: string) => (card === undefined ? [] : decoyOf(key, card, deck, createRandom(1)));

  it("is one wrong version of a key that repeats its front", () => {
    expect(decoys("A gate that closes before the water comes").map(({ text }) => text)).toEqual([
      "A gate that closes after the water comes",
    ]);
  });

  it("exchanges a noun where there is no opposite", () => {
    const rows = [
      ["What is a toll gate?", "A gate that is opened for the carters of the valley."],
      ["How is the bakery heated?", "The millers of the village sell flour to the bakers of the valley."],
    ];
    const cards = rows.map(([front = "", back = ""], index) => ({ id: `c${index}`, front, back }));
    const village = studyDeck(cards);
    const [gate] = village.cards;
    const made =
      gate === undefined
        ? []
        : decoyOf("A gate that is opened for the carters of all", gate, village, createRandom(1));
    expect(made.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^A gate that is opened for the (?:millers|bakers) of all$/),
    ]);
  });

  it("is not made for a key that repeats nothing", () => {
    expect(decoys("A wall that closes before the water comes")).toEqual([]);
  });
});
