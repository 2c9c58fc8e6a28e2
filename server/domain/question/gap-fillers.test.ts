import { describe, expect, it } from "vitest";
import { createRandom } from "../random";
import { gapFillers } from "./gap-fillers";
import { studyDeck } from "./study";

const deck = studyDeck(
  [
    "The miller measures the separability of the grain.",
    "It is a kind of humidity, and of granularity.",
    "A measure of barley.\nThe granary is a house of opportunity.",
    "A windmill is near. The humidity is high.",
  ].map((back, index) => ({ id: `c${index}`, front: `Question ${index}`, back })),
);

describe("Words that could stand in a gap", () => {
  it("come in tiers: the subject's in such places, known ones before others of the same sort, of another sort, everyday ones, the rest", () => {
    const [card] = deck.cards;
    const gap = { word: "separability", before: "It is a measure of ", after: "." };
    const tiers = card === undefined ? [] : gapFillers(gap, card, deck, createRandom(1));
    expect(tiers.map((tier) => tier.map(({ text }) => text).sort())).toEqual([
      ["humidity"],
      ["granularity"],
      ["barley"],
      ["opportunity"],
      ["granary", "house", "windmill"],
    ]);
  });
});
