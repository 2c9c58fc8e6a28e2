import { describe, expect, it } from "vitest";
import { createRandom } from "../../random";
import { studyDeck } from "../study";
import type { KindRule } from "./kind";
import { lastTrueOf, trueOf } from "./true-of";

const deck = studyDeck(
  [
    ["What are the problems of a miller?", "- a month without a breeze in the sails\n- mice"],
    ["What are the problems of a sailor?", "- a long night without any wind at sea\n- rocks"],
    [
      "What are the problems of a baker?",
      "- a neighbour who knows the problems of a miller\n- fire in the oven at night",
    ],
    ["What are the problems of a farmer?", "- a spring without rain for the young corn\n- hail"],
  ].map(([front = "", back = ""], index) => ({ id: `c${index}`, front, back })),
);

/** What is proposed where the first card asks for something else. */
function offeredTo(front: string, rule: KindRule) {
  const cards = deck.cards.map(({ card }, place) => (place === 0 ? { ...card, front } : card));
  const other = studyDeck(cards);
  const [card] = other.cards;
  return card === undefined ? [] : [...rule.propose(card, other, createRandom(1))];
}

describe("An entry of a list is asked for", () => {
  const [card] = deck.cards;
  const [first] = card === undefined ? [] : [...trueOf.propose(card, deck, createRandom(1))];
  const offered = first?.candidates.map(({ text }) => text) ?? [];

  it("beside entries of other cards", () => {
    expect(first?.key).toBe("a month without a breeze in the sails");
    expect(offered).toContain("a spring without rain for the young corn");
  });

  it("beside what other fronts ask for only at last, marked as told by its kind", () => {
    const front = "What are the benefits of a miller?";
    expect(offeredTo(front, trueOf)).toEqual([]);
    const told = offeredTo(front, lastTrueOf);
    expect(told.length).toBeGreaterThan(0);
    expect(told.every(({ flags }) => flags.includes("guessable"))).toBe(true);
  });

  it("never beside a long one that speaks of what the front asks about", () => {
    expect(offered).not.toContain("a neighbour who knows the problems of a miller");
  });

  it("never beside one that is told from it by its length", () => {
    expect(offered).not.toContain("hail");
    expect(offered).not.toContain("rocks");
  });
});
