import { describe, expect, it } from "vitest";
import type { Card } from "@/contract/question";
import { Studies } from "./studies";

const deckOf = (...fronts: string[]): Card[] =>
  fronts.map((front, index) => ({ id: `${index + 1}`, front, back: `the back of ${front}`, tags: ["a"] }));

describe("A deck at the desk", () => {
  it("is read once for all that is asked about it", () => {
    const studies = new Studies();
    expect(studies.of(deckOf("one", "two"))).toBe(studies.of(deckOf("one", "two")));
  });

  it.each([
    ["a front", (cards: Card[]) => cards.map((card) => ({ ...card, front: `${card.front}?` }))],
    ["a back", (cards: Card[]) => cards.map((card) => ({ ...card, back: "" }))],
    ["a tag", (cards: Card[]) => cards.map((card) => ({ ...card, tags: ["b"] }))],
    ["the number of tags", (cards: Card[]) => cards.map(({ tags: _, ...card }) => card)],
    ["an id", (cards: Card[]) => cards.map((card) => ({ ...card, id: `${card.id}0` }))],
    ["the order", (cards: Card[]) => cards.toReversed()],
    ["the number of cards", (cards: Card[]) => cards.slice(1)],
  ])("is read again when %s changes", (_, change) => {
    const studies = new Studies();
    const before = studies.of(deckOf("one", "two"));
    const changed = change(deckOf("one", "two"));
    const after = studies.of(changed);
    expect(after).not.toBe(before);
    expect(after.cards.map(({ card }) => card)).toEqual(changed);
  });

  it("makes room when others are worked on, the one used longest ago first", () => {
    const studies = new Studies();
    const [first, second] = [studies.of(deckOf("first")), studies.of(deckOf("second"))];
    expect(studies.of(deckOf("first"))).toBe(first);
    studies.of(deckOf("third"));
    expect(studies.of(deckOf("first"))).toBe(first);
    expect(studies.of(deckOf("second"))).not.toBe(second);
  });
});
