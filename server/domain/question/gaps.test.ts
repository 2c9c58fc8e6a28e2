import { describe, expect, it } from "vitest";
import { gapSentences } from "./gaps";
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
