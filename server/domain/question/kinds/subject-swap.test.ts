import { describe, expect, it } from "vitest";
import { studyDeck } from "../study";
import { comparedSubjects, subjectSwap } from "./subject-swap";

function proposalsOf(front: string, back: string) {
  const deck = studyDeck([
    { id: "1", front, back },
    { id: "2", front: "What is the purpose of a mill?", back: "It grinds the grain of the village." },
  ]);
  const [card] = deck.cards;
  return card === undefined ? [] : [...subjectSwap(card, deck)];
}

describe("What is said of two subjects is exchanged", () => {
  it.each([
    ["What is the difference between tea and coffee?", ["tea", "coffee"]],
    ["What's the difference between L2 and L1 regularization?", ["L2", "L1"]],
    ["A barge vs a ferry", ["barge", "ferry"]],
    ["What is the difference between a tree and a decision tree?", undefined],
    ["What is tea?", undefined],
  ])("%s", (front, pair) => {
    expect(comparedSubjects(front)).toEqual(pair);
  });

  const front = "What is the difference between canals and rivers?";

  it("sets each sentence beside the two that are turned round", () => {
    const [made] = proposalsOf(
      front,
      "- Canals are dug by people while rivers are made by rain.\n- Rivers flow to the sea, whereas canals stand still.",
    );
    expect(made?.key).toBe("Canals are dug by people while rivers are made by rain");
    expect(made?.candidates.map(({ text }) => text)).toEqual([
      "Rivers are dug by people while canals are made by rain",
      "Canals flow to the sea, whereas rivers stand still",
    ]);
  });

  it("leaves each subject the verb that agrees with it", () => {
    const [made] = proposalsOf(
      "What is the difference between barges and the ferry?",
      "- Barges carry coal while the ferry carries people.\n- Barges follow the stream, whereas the ferry crosses it.\n- Barges sleep at night, whereas the ferry sleeps at noon.",
    );
    expect(made?.candidates.map(({ text }) => text)).toEqual([
      "Ferry carries coal while the barges carry people",
      "Ferry sleeps at night, whereas the barges sleep at noon",
    ]);
  });

  it("needs two sentences that oppose their subjects", () => {
    expect(
      proposalsOf(front, "- Canals are dug while rivers are not.\n- Both canals and rivers carry boats."),
    ).toEqual([]);
  });
});
