import { describe, expect, it } from "vitest";
import { createRandom } from "../../random";
import { studyDeck } from "../study";
import { decoyOf } from "./decoy";

const deck = studyDeck([
  { id: "1", front: "What is a flood gate?", back: "A gate that closes before the water comes." },
  {
    id: "2",
    front: "How is the bakery heated?",
    back: "The millers of the village sell flour to the bakers.",
  },
]);
const [card] = deck.cards;
const decoys = (key: string) => (card === undefined ? [] : decoyOf(key, card, deck, createRandom(1)));

describe("A decoy", () => {
  it("is one wrong version of a key that repeats its front", () => {
    expect(decoys("A gate that closes before the water comes").map(({ text }) => text)).toEqual([
      "A gate that closes after the water comes",
    ]);
  });

  it.each([
    ["a key that repeats nothing", "A wall that closes before the water comes"],
    ["a key without an opposite", "A gate that is held for the carters of all"],
  ])("is not made for %s", (_, key) => {
    expect(decoys(key)).toEqual([]);
  });
});
