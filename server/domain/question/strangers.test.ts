import { describe, expect, it } from "vitest";
import { areCloseKin, areKin, cousinsOf, siblingsOf } from "./strangers";
import { studyDeck } from "./study";

const { cards } = studyDeck(
  [
    ["What is an orchard?", "A piece of land where fruit grows."],
    ["What is a cider press?", "A machine that squeezes the harvest of an orchard."],
    ["What is a lighthouse?", "A tower that warns ships."],
    ["What is an old lighthouse?", "A ruin on a rock."],
  ].map(([front = "", back = ""], index) => ({ id: `c${index}`, front, back })),
);

describe("Cards of one family do not lend each other wrong options", () => {
  it.each([
    [0, 1, true],
    [1, 0, true],
    [2, 3, true],
    [0, 2, false],
  ])("card %i and card %i: %s", (a, b, kin) => {
    const [one, other] = [cards[a], cards[b]];
    expect(one !== undefined && other !== undefined && areKin(one, other)).toBe(kin);
  });
});

describe("What stands beside a label in its own section", () => {
  it("is every line that differs in its figures alone, whatever words label and text share", () => {
    const [card] = studyDeck([
      {
        id: "c",
        front: "What are the signals of a lock?",
        back: "- Open upper: the upper gate is 1 (open) and the lower gate is 0\n- Open lower: the upper gate is 0 and the lower gate is 1 (open)\n- Dry upper: a stone in the upper basin",
      },
    ]).cards;
    const [fact] = card?.facts ?? [];
    const siblings = card === undefined || fact === undefined ? [] : siblingsOf(card, fact);
    expect(siblings.map(({ label }) => label)).toEqual(["Open lower"]);
  });
});

describe("The other lists of a card", () => {
  it("lend what shares no word with a line, praises nothing and names no facet", () => {
    const back = [
      "### Engine\n- Axle: turns on oak",
      "### Crew\n- Miller: sleeps at noon\n- Cost: six sacks a day\n- Turner: turns wood",
      "### Benefits\n- Bread: every morning",
      "### Oak things\n- Door: shuts tight",
    ].join("\n\n");
    const [card] = studyDeck([{ id: "1", front: "Windmill", back }]).cards;
    const [fact] = card?.facts ?? [];
    const cousins = card === undefined || fact === undefined ? [] : cousinsOf(card, fact);
    expect(cousins.map(({ label }) => label)).toEqual(["Miller"]);
  });
});

describe("A limitation", () => {
  it("does not stand beside the problem that it makes", () => {
    const lines = [
      "Problem: nobody can turn the axle",
      "Mill limitation: needs wind",
      "Solution: a donkey walks round",
    ];
    const [card] = studyDeck([
      { id: "1", front: "Engines", back: lines.map((line) => `- ${line}`).join("\n") },
    ]).cards;
    const fact = card?.facts[1];
    const siblings = card === undefined || fact === undefined ? [] : siblingsOf(card, fact);
    expect(siblings.map(({ label }) => label)).toEqual(["Solution"]);
  });
});

describe("A list that repeats its words in every line", () => {
  it("keeps its lines apart by what they do not share", () => {
    const lines = [
      "Sails: turn the axle of the mill",
      "Donkey: turn the wheel of the mill",
      "Wind: turn the roof of the mill",
      "Miller: turn the key of the mill",
    ];
    const back = `### Parts\n${lines.map((line) => `- ${line}`).join("\n")}`;
    const [card] = studyDeck([{ id: "1", front: "Engines", back }]).cards;
    const [fact] = card?.facts ?? [];
    const siblings = card === undefined || fact === undefined ? [] : siblingsOf(card, fact);
    expect(siblings.map(({ label }) => label)).toEqual(["Donkey", "Wind", "Miller"]);
  });
});

describe("Members of a large class", () => {
  const kinds = ["Smock", "Tower", "Post", "Tide", "Sawing", "Drainage", "Paper", "Hand", "Oil"];
  const deck = studyDeck([
    ...kinds.map((kind, index) => ({ id: `m${index}`, front: `What is a ${kind} mill?`, back: "A mill." })),
    { id: "s", front: "What is a smock?", back: "A shirt." },
  ]);
  const [smock, tower] = deck.cards;
  const shirt = deck.cards.at(-1);

  it("may stand beside each other under what defines one of them, their other kin may not", () => {
    expect(smock !== undefined && tower !== undefined && areCloseKin(smock, tower, deck)).toBe(false);
    expect(smock !== undefined && shirt !== undefined && areCloseKin(smock, shirt, deck)).toBe(true);
  });
});
