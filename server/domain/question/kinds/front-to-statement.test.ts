import { describe, expect, it } from "vitest";
import { createRandom } from "../../random";
import { studyDeck } from "../study";
import { frontToStatement } from "./front-to-statement";

const more = "\n\nThe rest of the story is told by the old people of the valley on long winter evenings.";
const rows: [string, string][] = [
  [
    "How is grain ground in the mill?",
    `The miller turns one heavy stone of granite on the other one below it.${more}`,
  ],
  [
    "How is bread baked in the village?",
    `The baker heats the oven of clay with dry wood until it glows in the dark.${more}`,
  ],
  [
    "How do ships find the harbour?",
    `The keeper lights a fire of dry oak on the tower at the fall of night.${more}`,
  ],
  [
    "How is wool made into yarn?",
    `The women spin the washed hair of their sheep on a wheel by the window.${more}`,
  ],
  [
    "How is the mill kept dry?",
    `The carpenter mends the roof with new shingles of larch in every autumn.${more}`,
  ],
];

function proposalsFor(front: string, back: string) {
  const deck = studyDeck(
    [[front, back] as const, ...rows].map(([f, b], index) => ({ id: `c${index}`, front: f, back: b })),
  );
  const [card] = deck.cards;
  return card === undefined ? [] : [...frontToStatement.propose(card, deck, createRandom(1))];
}

describe("What a longer back says in one sentence", () => {
  const [first] = proposalsFor(
    "How is cheese made in the mill?",
    `The shepherd stirs warm milk with a wooden spoon until it turns to cheese.${more}`,
  );

  it("answers the front beside what other cards say of other things", () => {
    expect(first?.key).toBe("The shepherd stirs warm milk with a wooden spoon until it turns to cheese");
    expect(first?.flags).toEqual([]);
    expect(first?.candidates.map(({ text }) => text)).toContain(
      "The keeper lights a fire of dry oak on the tower at the fall of night",
    );
  });

  it("never stands beside what a card about the same thing says", () => {
    const offered = first?.candidates.map(({ text }) => text) ?? [];
    expect(offered).not.toContain("The miller turns one heavy stone of granite on the other one below it");
  });

  it("is not asked for where nothing ties it to the front", () => {
    expect(
      proposalsFor(
        "How is cheese made?",
        `The village lies on a steep green hill between two long and quiet rivers.${more}`,
      ),
    ).toEqual([]);
  });

  it("is asked for as a description where the front is a bare name or has the wrong number", () => {
    const back = `Windmills are buildings with sails that turn two heavy stones on each other.${more}`;
    expect(proposalsFor("Windmills?", back)[0]?.prompt).toBe("Which of these describes Windmills?");
    expect(proposalsFor("What is windmills?", back)[0]?.prompt).toBe("Which of these describes windmills?");
  });
});
