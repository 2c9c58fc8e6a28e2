import { describe, expect, it } from "vitest";
import { createDistractors } from "#server/domain/distractors/choose";
import type { Card } from "@/contract/question";
import { examine } from "./doctor";
import { generateForDeck } from "./generate";
import { studyDeck } from "./study";

const HEALTHY: [string, string][] = [
  ["Portugal", "Lisbon"],
  ["Spain", "Madrid"],
  ["France", "Paris"],
  ["Italy", "Rome"],
  ["Austria", "Vienna"],
  ["Poland", "Warsaw"],
  ["Norway", "Oslo"],
  ["Greece", "Athens"],
];

function ailmentsOf(...sick: [string, string][]) {
  const cards: Card[] = [...HEALTHY, ...sick].map(([front, back], index) => ({
    id: `${index + 1}`,
    front,
    back,
  }));
  const deck = studyDeck(cards);
  const { skipped } = generateForDeck(deck, { distractors: createDistractors(), seed: 1 });
  return examine(deck, skipped);
}

describe("The deck doctor", () => {
  it("finds nothing in a healthy deck", () => {
    expect(ailmentsOf()).toEqual([]);
  });

  it.each([
    ["equal fronts with different backs", "equal-fronts", [["Spain", "Toledo"]], ["2", "9"]],
    [
      "cards that are nearly the same",
      "near-duplicate",
      [
        ["Which river flows through London?", "Thames"],
        ["Which river flows through London then?", "Thames"],
      ],
      ["9", "10"],
    ],
    [
      "an answer that stands in its front",
      "restates-front",
      [["Mexico City is the capital of?", "Mexico"]],
      ["9"],
    ],
    ["a formula that does not parse", "broken-formula", [["Half", "$\\frac{1}{2$"]], ["9"]],
    [
      "a card without two plausible wrong answers",
      "too-few-distractors",
      [["Is Oslo a port?", "Yes"]],
      ["9"],
    ],
    ["a kind of answer that stands alone", "unbalanced", [["When did Rome fall?", "476 AD"]], ["9"]],
    [
      "a back of which no fact is short enough",
      "too-long",
      [
        [
          "Why?",
          `${"Because the one thing that leads on and on without any stop to the next ".repeat(6)}end`,
        ],
      ],
      ["9"],
    ],
  ] as const)("names %s", (_, code, sick, cards) => {
    const found = ailmentsOf(...sick.map(([front, back]): [string, string] => [front, back]));
    const named = found.find((ailment) => ailment.code === code);
    expect(named?.cards).toEqual(cards);
    expect(named?.mend).not.toBe("");
  });
});
