import { describe, expect, it } from "vitest";
import { createRandom } from "../../random";
import { studyDeck } from "../study";
import { wrongStatement } from "./wrong-statement";

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

  it("asks which is true of a sentence that does not answer the front by itself", () => {
    const made = proposalOf(
      "What is a weir?",
      "A wall of stone that holds the water of a river. Keepers look after it all year. The water of a river rises behind a wall in winter.",
    );
    expect(made?.prompt).toBe("What is a weir? Which statement is true?");
    expect(made?.key).toBe("The water of a river rises behind a wall in winter");
  });

  it("exchanges a word of a row for the others of it", () => {
    const made = proposalOf("What is a weir?", "A wall that reduces the speed of a river.");
    expect(made?.candidates.map(({ text }) => text)).toEqual([
      "A wall that increases the speed of a river",
      "A wall that preserves the speed of a river",
      "A wall that ignores the speed of a river",
    ]);
  });

  it("is not made where the front asks what is good or bad", () => {
    expect(
      proposalOf("What is a drawback of a weir?", "It reduces the number of fish in the river."),
    ).toBeUndefined();
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
