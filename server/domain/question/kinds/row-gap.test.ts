import { describe, expect, it } from "vitest";
import { createRandom } from "../../random";
import { studyDeck } from "../study";
import { lastRowGap, rowGap } from "./row-gap";

const FRONT = "What does the brake of a mill do?";

function proposalsOf(back: string, { rule = rowGap, front = FRONT } = {}) {
  const deck = studyDeck([
    { id: "1", front, back },
    { id: "2", front: "Linear harvest", back: "The farmers of the valley bring the corn on a Monday." },
    { id: "3", front: "Harvest festival", back: "The farmers of the valley dance on the meadow." },
  ]);
  const [card] = deck.cards;
  return card === undefined ? [] : [...rule.propose(card, deck, createRandom(1))];
}

describe("A gap for a word of a row", () => {
  it("offers the others of the row, which are all of one form", () => {
    const [made] = proposalsOf("The brake reduces the speed of the sails in a storm.");
    expect(made?.prompt).toContain("The brake _____ the speed of the sails in a storm.");
    expect(made?.key).toBe("reduces");
    expect(made?.candidates.map(({ text }) => text)).toEqual(["increases", "preserves", "ignores"]);
  });

  it("brings the article with every option where the options begin differently", () => {
    const [made] = proposalsOf("The brake is pressed against an inner wheel of oak in a storm.");
    expect([made?.key, ...(made?.candidates.map(({ text }) => text) ?? [])]).toEqual([
      "an inner",
      "an outer",
      "a middle",
    ]);
  });

  it.each([
    [
      "names a word of the front",
      "The brake reduces the speed of the sails.",
      "How does it reduce the speed?",
    ],
    ["is a part of a name of the deck", "Farmers of the valley plan the linear harvest in May.", FRONT],
  ])("is not asked for where it %s", (_, back, front) => {
    expect(proposalsOf(back, { front })).toEqual([]);
  });

  it("is asked for under a heading that tells what is good or bad only where the card has no other", () => {
    const front = "Brakes of oak";
    const back = "Limitation of oak: The heat of the brake reduces the life of the wheel.";
    expect(proposalsOf(back, { front })).toEqual([]);
    expect(proposalsOf(back, { front, rule: lastRowGap }).map(({ key }) => key)).toEqual(["reduces"]);
  });

  it("stands below the whole question only where the card has no other", () => {
    const front = "Why must a miller look at the sky in the morning?";
    const back =
      "There are clouds to see on most days.\nStorms will increase the speed of the sails by much.";
    expect(proposalsOf(back, { front })).toEqual([]);
    expect(proposalsOf(back, { front, rule: lastRowGap }).map(({ key }) => key)).toEqual(["increase"]);
  });
});
