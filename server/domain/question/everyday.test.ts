import { describe, expect, it } from "vitest";
import { isSubjectWord } from "./everyday";
import { studyDeck } from "./study";

const deck = studyDeck(
  ["How is a server started?", "What is a server for?", "What is a process?", "When is a process ended?"].map(
    (front, index) => ({ id: `c${index}`, front, back: "By its owner." }),
  ),
);

describe("A word of the subject", () => {
  it.each([
    ["is one that everyday English hardly has", "multicollinearity", true],
    ["is an abbreviation", "SVD", true],
    ["is a common one that two questions name", "servers", true],
    ["is none that everybody says", "opportunity", false],
    ["is none of the commonest, whoever names them", "process", false],
  ])("%s", (_, word, expected) => {
    const [, , , card] = deck.cards;
    expect(card && isSubjectWord(word, card, deck)).toBe(expected);
  });
});
