import { describe, expect, it } from "vitest";
import { lookOf } from "./look";
import type { Entry } from "./pool";
import { studyDeck } from "./study";
import { halfSuitorsOf, suitorsOf } from "./suitors";

const deck = studyDeck(
  [
    ["How do bees find their way?", "By watching the sun"],
    ["How do salmon find their river?", "By smelling the water"],
    ["How do storks find the south?", "They follow the coast"],
    ["Why do bees dance?", "By habit, some say"],
    ["How do moles dig?", "By pushing (with broad hands"],
    ["How do bats hunt?", "Echo: by listening to it"],
    ["How do geese fly?", "Geese fly by turns in front of each other"],
  ].map(([front = "", back = ""], index) => ({ id: `c${index}`, front, back })),
);
const [bees] = deck.cards;

describe("What could follow a front beside its key", () => {
  const pass = (tell: typeof suitorsOf, key = "By watching the sun") => {
    if (bees === undefined) return [];
    const isOne = tell(key, bees);
    const entries = deck.cards.map((card): Entry => {
      const text = card.back;
      const look = lookOf(text, card);
      return { text, card: card.index, source: "", frames: [], tags: [], asked: card.asked, look };
    });
    return entries.filter(isOne).map((entry) => entry.card);
  };

  it("answers the same kind of question in the same form, is whole and names no other subject", () => {
    expect(pass(suitorsOf)).toEqual([0, 1]);
  });

  it("goes on from its front where the key does", () => {
    expect(pass(suitorsOf, "They watch the sun")).toEqual([2]);
  });

  it("at a pinch answers the same kind of question or has the same form", () => {
    expect(pass(halfSuitorsOf)).toEqual([0, 1, 2, 3, 5, 6]);
  });

  it("at a pinch counts something where a count is asked for", () => {
    const counts = studyDeck(
      [
        ["How many sacks does a mule carry?", "One per side"],
        ["How often does a mule drink?", "Every few hours"],
        ["What does a mule carry?", "Sacks of grain"],
      ].map(([front = "", back = ""], index) => ({ id: `c${index}`, front, back })),
    );
    const [card] = counts.cards;
    const offered = counts.answers.candidates({
      text: "One per side",
      card: 0,
      frames: [],
      tags: [],
      random: () => 0,
      accept: card === undefined ? () => false : halfSuitorsOf("One per side", card),
    });
    expect(offered.map(({ text }) => text)).toEqual(["Every few hours"]);
  });
});
