import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearDuplicates } from "./near-duplicates";
import { studyDeck } from "./study";

type Pair = readonly [front: string, back: string];

/** The rest of the deck, so that its language can be told. */
const OTHERS: Pair[] = [
  ["Which city is the seat of the government of Italy?", "Rome"],
  ["What is the highest mountain of the Alps?", "Mont Blanc"],
  ["Who painted the ceiling of the Sistine Chapel?", "Michelangelo"],
];

const found = (...cards: readonly Pair[]) => {
  const deck = studyDeck(
    [...cards, ...OTHERS].map(([front, back], index) => ({ id: `${index + 1}`, front, back })),
  );
  return nearDuplicates(deck.cards, deck.languages).map(([first, second]) => [first.card.id, second.card.id]);
};

describe("Two cards are nearly the same", () => {
  it.each<[string, Pair, Pair]>([
    ["in another wording", ["What is the capital of Norway?", "Oslo"], ["Norway’s capital", "Oslo"]],
    ["in another order", ["Norway: its capital?", "Oslo"], ["The capital of Norway", "oslo."]],
    [
      "asked for in another way",
      ["What is osmosis?", "Water through a membrane"],
      ["Define osmosis", "Water through a membrane"],
    ],
    ["with a word more", ["The capital of Norway", "Oslo"], ["What is the capital city of Norway?", "Oslo"]],
    [
      "with another form of a word",
      ["Planets of the solar system", "Eight"],
      ["Planet of the solar system", "Eight"],
    ],
    [
      "with backs that say the same",
      ["Where was the queen crowned?", "United Kingdom"],
      ["The queen was crowned where?", "UK"],
    ],
    ["word for word", ["The capital of Norway", "Oslo"], ["The capital of Norway", "Oslo"]],
  ])("%s", (_, one, other) => {
    expect(found(one, other)).toEqual([["1", "2"]]);
  });

  it.each<[string, Pair, Pair]>([
    [
      "another country",
      ["What is the capital of Norway?", "Oslo"],
      ["What is the capital of Sweden?", "Stockholm"],
    ],
    [
      "another country with the same answer",
      ["What is the currency of France?", "Euro"],
      ["What is the currency of Spain?", "Euro"],
    ],
    ["a country that looks alike", ["What is Ireland?", "An island"], ["What is Iceland?", "An island"]],
    [
      "another century",
      ["Who ruled France in the 17th century?", "A king"],
      ["Who ruled France in the 15th century?", "A king"],
    ],
    ["a century more", ["Who ruled France?", "A king"], ["Who ruled France in the 15th century?", "A king"]],
    [
      "a country more",
      ["Where do bears live?", "In forests"],
      ["Where do bears live in Norway?", "In forests"],
    ],
    ["the opposite", ["What came before the war?", "A famine"], ["What came after the war?", "A famine"]],
    [
      "a negation",
      ["Which metals do not rust here?", "Gold, tin"],
      ["Which metals do rust here?", "Gold, tin"],
    ],
    ["other signs", ["2 + 2", "4"], ["2 × 2", "4"]],
    [
      "another direction, answered by yes",
      ["Does heat cause motion?", "Yes"],
      ["Does motion cause heat?", "Yes"],
    ],
    ["a plural with its own answer", ["sweet", "golosina"], ["sweets", "golosinas"]],
    [
      "the same with another answer",
      ["What is the capital of Norway?", "Oslo"],
      ["Norway's capital", "Bergen"],
    ],
    [
      "another gap of one sentence",
      ["The ___ is in the cell.", "Nucleus"],
      ["The cell is in the ___.", "Nucleus"],
    ],
    ["another role in one place", ["Largest city of Norway", "Oslo"], ["Capital city of Norway", "Oslo"]],
  ])("not when they ask for %s", (_, one, other) => {
    expect(found(one, other)).toEqual([]);
  });

  it("not when a word more tells them apart among many with one answer", () => {
    const cards = ["Time to find", "Time to find sorted", "Time to drop", "Time to push"].map(
      (front): Pair => [`${front} in a list`, "O(n)"],
    );
    expect(found(...cards)).toEqual([]);
  });

  it("names a card once, beside an earlier one", () => {
    const same: Pair = ["The capital of Norway", "Oslo"];
    expect(found(same, same, same)).toEqual([
      ["1", "2"],
      ["1", "3"],
    ]);
  });

  it("whatever the texts are, in the order of the deck", () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("Oslo", "the capital of Oslo", ""),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 12 }), (cards) => {
        const pairs = found(...cards).map(([first, second]) => [Number(first), Number(second)] as const);
        expect(pairs.every(([first, second]) => first < second)).toBe(true);
        expect(new Set(pairs.map(([, second]) => second)).size).toBe(pairs.length);
      }),
    );
  });
});
