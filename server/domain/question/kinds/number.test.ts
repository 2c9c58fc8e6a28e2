import { describe, expect, it } from "vitest";
import { createRandom } from "../../random";
import { studyDeck } from "../study";
import { isReckoned, number } from "./number";

function gapsOf(sentence: string): string[] {
  const deck = studyDeck([
    {
      id: "1",
      front: "What is a tide mill with 2 wheels?",
      back: `A tide mill is a mill in a bay that the sea turns twice a day for its owner.\n${sentence}`,
    },
  ]);
  const [card] = deck.cards;
  return card === undefined ? [] : [...number.propose(card, deck, createRandom(1))].map((made) => made.key);
}

describe("A number that is asked for", () => {
  it("belongs to something that is only given as an example", () => {
    expect(gapsOf("Hard grain such as durum wheat passes a tide mill 40 times a week.")).toEqual(["40"]);
  });

  it("measures something", () => {
    expect(gapsOf("Tide mills in the bay of Brittany lift 40 tons of grain a week.")).toEqual(["40"]);
  });

  it.each([
    ["a part of a name", "The oldest tide mill is shown in the film Windmills 40 of a French painter."],
    ["a piece of a quoted text", 'A tide mill carries the mark "40 a" above its door for the taxes.'],
    ["a part of a power", "The wheel of a tide mill turns 40**2 times in the life of a miller."],
    ["one of a row of numbers", "Tide mills were built with 4, 6, 8 or 12 sails and a roof of slate."],
    ["what one person likes", "I usually grind 40 sacks in a tide mill before I go to lunch."],
    ["an example", "Tide mills grind much grain a week (e.g., 40 tons) for the whole of the bay."],
    ["what the front says", "The tide mill of the bay has 2 wheels of oak and an iron shaft."],
    ["what the other number tells", "In tide mills 60% of the grain is wheat and 40% of the grain is rye."],
  ])("is not %s", (_, sentence) => {
    expect(gapsOf(sentence)).toEqual([]);
  });

  it.each([
    ["5%", "95% of them, and _____ of the others", true],
    ["12", "3 rows of 4 stones are _____ stones", true],
    ["40", "3 rows of 4 stones weigh _____ tons", false],
  ])("%s under “%s” is reckoned: %s", (key, prompt, is) => {
    expect(isReckoned(key, prompt)).toBe(is);
  });
});

describe("What stands beside a number that is only about so", () => {
  const offered = (before: string) => {
    const deck = studyDeck([
      {
        id: "1",
        front: "What is a tide mill?",
        back: `A tide mill is a mill in a bay.\nTide mills lift ${before}17 tons of grain a week.`,
      },
    ]);
    const [card] = deck.cards;
    const made = card === undefined ? [] : [...number.propose(card, deck, createRandom(2))];
    return made.flatMap(({ candidates }) => candidates.map(({ text }) => Number(text)));
  };

  it("is not about so as well", () => {
    for (const value of offered("about ")) expect(value <= 17 / 1.25 || value >= 17 * 1.25).toBe(true);
    expect(offered("")).not.toEqual([]);
  });
});

describe("What stands beside a number that is the whole back", () => {
  const offered = (front: string, back: string) => {
    const [card, ...others] = [
      [front, back],
      ["How many sails has a mill?", "4"],
      ["How many sacks fit?", "2 log n"],
    ].map(([one = "", other = ""], index) => ({ id: `${index}`, front: one, back: other }));
    const deck = studyDeck([card, ...others].filter((one) => one !== undefined));
    const [studied] = deck.cards;
    return studied === undefined
      ? []
      : [...number.propose(studied, deck, createRandom(3))].flatMap(({ candidates }) =>
          candidates.map(({ text }) => text),
        );
  };

  it.each([
    ["What is the probability of heads?", "1/2", /^\d(?:\/\d)?$/],
    ["What are the dimensions of the product?", "4x6", /^\dx\d$/],
    ["How large is a word?", "32 bits", /^(?:4|8|16|64|128|256) bits$/],
    ["2 ^ 4", "16", /^(?:8|32|64|128)$/],
  ])("%s %s: is of its kind", (front, back, kind) => {
    const texts = offered(front, back);
    expect(texts.length).toBeGreaterThanOrEqual(2);
    for (const text of texts) expect(text).toMatch(kind);
  });
});
