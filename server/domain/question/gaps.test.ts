import { describe, expect, it } from "vitest";
import { gapSentences, readsWell } from "./gaps";
import { studyDeck } from "./study";

function sentencesOf(back: string): string[] {
  const [card] = studyDeck([{ id: "1", front: "How does a mill work?", back }]).cards;
  return card === undefined ? [] : gapSentences(card).map(({ text }) => text);
}

describe("Sentences that can take a gap", () => {
  const whole = "The sails of the mill turn the grindstone below.";

  it.each([
    ["a whole sentence", whole, [whole]],
    ["once, though it stands twice", `${whole}\n${whole}`, [whole]],
    ["not a short one", "The sails turn.", []],
    ["not a question", "Why do the sails of the mill turn the stone?", []],
    ["not one with a gap of its own", "The sails of the mill turn the ____ below it.", []],
    ["not one whose bracket was torn", "The sails of the mill (which are of linen turn the stone.", []],
    [
      "not one that a picture goes through",
      'The sails of the mill <img src="a.png"> turn the grindstone below.',
      [],
    ],
    ["one that a picture follows", `${whole} <img src="a.png">`, [whole]],
  ])("%s", (_, back, found) => {
    expect(sentencesOf(back)).toEqual(found);
  });
});

describe("A sentence that reads well", () => {
  it.each([
    ["opens in the middle", "(a mill) A building that grinds corn."],
    ["says a word twice", "The sails of the the mill turn."],
    ["forgot a word when it was changed", "The miller is on call on Mondays."],
    ["has a verb that does not agree", "They slowly turns the stone, as these contains no grain."],
  ])("has none that %s", (_, sentence) => {
    expect(readsWell(sentence)).toBe(false);
  });

  it("may say “that that” and “had had”", () => {
    expect(readsWell("The miller knows that that stone had had a crack.")).toBe(true);
  });
});
