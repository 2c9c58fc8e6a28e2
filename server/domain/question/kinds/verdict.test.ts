import { expect, it } from "vitest";
import { createRandom } from "../../random";
import { studyDeck } from "../study";
import { verdictQuestion } from "./verdict";

it("asks which question has the answer, by the first question of a front that has two", () => {
  const rows = [
    ["Is the mill older than the church? Why?", "Yes, because the church burnt down."],
    ["Does the mill turn at night?", "No, the miller sleeps."],
    ["Is the pond deep? How deep is it?", "No, a child can stand in it."],
    ["Which wheel turns?", "Yes and no: the left one."],
  ];
  const deck = studyDeck(rows.map(([front = "", back = ""], index) => ({ id: `c${index}`, front, back })));
  const [card] = deck.cards;
  const [made] = card === undefined ? [] : [...verdictQuestion(card, deck, createRandom(1))];
  expect(made?.key).toBe("Is the mill older than the church?");
  expect(made?.candidates.map(({ text }) => text).sort()).toEqual([
    "Does the mill turn at night?",
    "Is the pond deep?",
  ]);
});
