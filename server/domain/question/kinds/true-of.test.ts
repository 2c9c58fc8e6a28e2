import { describe, expect, it } from "vitest";
import { createRandom } from "../../random";
import { studyDeck } from "../study";
import { trueOf } from "./true-of";

const deck = studyDeck(
  [
    ["What are good habits of a miller?", "- oiling the axle of the sails every week\n- sweeping the floor"],
    ["What does a sailor fear?", "- a long night without any wind at sea\n- rocks"],
    [
      "What does a baker fear?",
      "- habits of a miller who sells flour that is wet\n- fire in the oven at night",
    ],
    ["What does a farmer fear?", "- a spring without rain for the young corn\n- hail"],
  ].map(([front = "", back = ""], index) => ({ id: `c${index}`, front, back })),
);

describe("An entry of a list is asked for", () => {
  const [card] = deck.cards;
  const [first] = card === undefined ? [] : [...trueOf.propose(card, deck, createRandom(1))];
  const offered = first?.candidates.map(({ text }) => text) ?? [];

  it("beside entries of other cards", () => {
    expect(first?.key).toBe("oiling the axle of the sails every week");
    expect(offered).toContain("a spring without rain for the young corn");
  });

  it("never beside a long one that speaks of what the front asks about", () => {
    expect(offered).not.toContain("habits of a miller who sells flour that is wet");
  });

  it("never beside one that is told from it by its length", () => {
    expect(offered).not.toContain("hail");
    expect(offered).not.toContain("rocks");
  });
});
