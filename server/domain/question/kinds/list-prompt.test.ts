import { describe, expect, it } from "vitest";
import { listsOf } from "../lists";
import { studyDeck } from "../study";
import { entryQuestion, listPrompt } from "./list-prompt";

describe("A front that asks for several things is asked for one", () => {
  it.each([
    ["What are the parts of a mill?", "Which of these is one of the parts of a mill?"],
    ["What are some examples of mills?", "Which of these is an example of mills?"],
    ["Name three old mills of the valley.", "Which of these is one of the old mills of the valley?"],
    ["Which kinds of sails do you know?", "Which of these is one of the kinds of sails?"],
    ["What tools are there for cutting stone?", "Which of these is one of the tools for cutting stone?"],
    ["What are 3 uses of the 2 stones?", "Which of these is one of the uses of the 2 stones?"],
    [
      "What are desirable properties of sails?",
      "Which of these is one of the desirable properties of sails?",
    ],
    ["What factors affect the harvest?", "Which of these is one of the factors that affect the harvest?"],
    ["What are mills?", undefined],
    ["What are mills for?", undefined],
    ["What is the difference between sails and wheels?", undefined],
    ["How is grain ground?", undefined],
  ])("%s", (front, asked) => {
    expect(entryQuestion(front, false)).toBe(asked);
  });

  it("is turned round for what does not belong", () => {
    expect(entryQuestion("What are the parts of a mill?", true)).toBe(
      "Which of these is NOT one of the parts of a mill?",
    );
  });
});

describe("The prompt for an entry of a list", () => {
  it.each([
    ["What is a windmill? What are the parts of it?", "Windmill: which of these is one of the parts of it?"],
    ["What is a windmill? What are the parts of a mill?", "Which of these is one of the parts of a mill?"],
    ["How is a windmill built?", "How is a windmill built? Which of these belongs to the answer?"],
  ])("%s", (front, prompt) => {
    const deck = studyDeck([{ id: "1", front, back: "- sails of linen\n- stones of granite\n- an axle" }]);
    const [card] = deck.cards;
    const [list] = card === undefined ? [] : listsOf(card, deck);
    expect(card && list && listPrompt(card, list, deck)?.text).toBe(prompt);
  });

  it.each([
    ["What is stored in a barn?", "hay of the second cut", "Which of these is stored in a barn?"],
    ["What can spoil the harvest?", "hail", "Which of these can spoil the harvest?"],
    [
      "How do you keep mice out of a barn?",
      "Use a cat",
      "Which of these is a way to keep mice out of a barn?",
    ],
    ["How do mice enter a barn?", "Use a hole", undefined],
    ["What is a barn?", "It is built of oak and stone", "Which of these is true of a barn?"],
    ["What is a barn?", "oak", undefined],
  ])("asks for an entry as it is built: %s", (front, item, prompt) => {
    const deck = studyDeck([{ id: "1", front, back: `- ${item}\n- another entry` }]);
    const [card] = deck.cards;
    const [list] = card === undefined ? [] : listsOf(card, deck);
    const made = card && list && listPrompt(card, list, deck, { item });
    expect(made?.isAppended === true ? undefined : made?.text).toBe(prompt);
  });
});
