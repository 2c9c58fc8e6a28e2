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
  return ailmentsWith(new Set(), ...sick);
}

/** `off`: ids of the cards that the teacher has turned off; the sick ones begin with 9. */
function ailmentsWith(off: ReadonlySet<string>, ...sick: [string, string][]) {
  const cards: Card[] = [...HEALTHY, ...sick].map(([front, back], index) => ({
    id: `${index + 1}`,
    front,
    back,
  }));
  const deck = studyDeck(cards);
  const { skipped } = generateForDeck(deck, { distractors: createDistractors(), seed: 1 });
  return examine(deck, skipped, off);
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

  it("names many cards with one trouble in one sentence", () => {
    const states = ["Monaco", "Singapore", "Djibouti", "Luxembourg", "Kuwait"];
    const found = ailmentsOf(...states.map((state): [string, string] => [state, state]));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ code: "restates-front", cards: ["9", "10", "11", "12", "13"] });
    expect(found[0]?.message).toBe(
      "The answers of 5 cards stand in their own fronts: “Monaco”, “Singapore”, “Djibouti” and 2 more.",
    );
  });

  it("names a card for its first trouble only", () => {
    expect(ailmentsOf(["Monaco", "Monaco"]).map(({ code }) => code)).toEqual(["restates-front"]);
  });

  it("says nothing of cards that no class is asked", () => {
    expect(ailmentsWith(new Set(["9"]), ["Monaco", "Monaco"])).toEqual([]);
    expect(ailmentsWith(new Set(["9"]), ["Spain", "Toledo"])).toEqual([]);
    expect(ailmentsWith(new Set(["2"]), ["Spain", "Madrid"])).toEqual([]);
  });

  it("lets an answer stand in its front where it is one of several numbers", () => {
    const found = ailmentsOf(
      ["How many rows has a 12 x 16 matrix?", "12"],
      ["How many rows has a 7 x 9 matrix?", "7"],
      ["How many rows has a 3 x 4 matrix?", "3"],
    );
    expect(found).toEqual([]);
  });

  it("does not call a short back too long that answers nothing", () => {
    const [found, ...others] = ailmentsOf(["How would you do it?", "How?"]);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: "too-few-distractors", cards: ["9"] });
    expect(found?.message).not.toContain("characters");
  });
});
