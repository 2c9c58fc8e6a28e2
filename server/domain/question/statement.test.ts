import { describe, expect, it } from "vitest";
import { answersItsFront, saysTooLittle } from "./statement";
import { studyDeck } from "./study";

function statementOf(front: string, back: string): string | undefined {
  return studyDeck([{ id: "1", front, back }]).cards[0]?.statement?.text;
}

describe("The sentence that answers a front", () => {
  it("is not one that only leads to the term", () => {
    const lead = "Sacks are taken out of the mill on carts or on donkeys.";
    const back = `${lead} Carts take a fixed number of sacks. The number of sacks on one cart is the cart size.`;
    expect(statementOf("What is the cart size?", back)).toBeUndefined();
    expect(statementOf("How does flour leave the mill?", back)).toMatch(/^Sacks are taken/);
  });

  it("says what the term is, and not something about it", () => {
    const back =
      "You can visit a mill on Sundays, if the miller has not gone to the market.\nA mill is a building with two heavy stones that grind grain.";
    expect(statementOf("What is a mill?", back)).toBe("A building with two heavy stones that grind grain");
  });

  it("is not a remark on the question", () => {
    const back =
      "This is a difficult question to answer. The miller grinds grain between two stones.\nNothing else is done.";
    expect(statementOf("How is grain ground?", back)).toBe("The miller grinds grain between two stones");
  });

  it("is not what leads to a list where the front asks for its entries", () => {
    const back = "To grind grain, the miller must first wait for a steady wind.\n- windmill\n- watermill";
    expect(statementOf("Which mills for grain do you know?", back)).toBeUndefined();
    expect(statementOf("How is grain ground?", back)).toMatch(/wait for a steady wind/);
  });

  it("leaves out what is said before the answer", () => {
    const back = "In short, the miller of the village grinds the grain between two heavy stones.\nNothing.";
    expect(statementOf("How is grain ground?", back)).toMatch(/^The miller of the village grinds/);
  });

  it("gives the reason that the front asks for", () => {
    const back =
      "The dam is a wall of earth and oak at the end of the long valley.\n\nThe dam is important because it holds the water for the mill.";
    expect(statementOf("Why is the dam important?", back)).toMatch(/holds the water/);
    expect(statementOf("How is the dam built?", back)).not.toMatch(/holds the water/);
  });

  it.each([
    "Grain is ground by the miller as https://mill.test shows to all who want to see it",
    "^ Grain is ground between two heavy stones of granite by the miller",
  ])("has no address and is not torn from something: %s", (sentence) => {
    expect(statementOf("How is grain ground?", `${sentence}.\nNothing.`)).toBeUndefined();
  });

  it("is not the beginning of an enumeration where the front asks for a term", () => {
    const back =
      "First, a mill grinds the grain of all the farmers of the long valley.\nSecond, it looks good.";
    expect(statementOf("What is a mill?", back)).toBeUndefined();
  });

  it.each([
    ["How is grain ground?", "The miller of the village grinds the grain between two heavy stones", true],
    ["How is flour made?", "By turning one of the two heavy stones of granite on the other one", true],
    ["How is flour made?", "The village of the miller lies by the river at the end of the valley", false],
    [
      "Does the miller sell flour?",
      "The miller sells the grain of the farmers to bakers of the valley",
      false,
    ],
  ])("can be seen to answer its front or not: %s %s", (front, back, isAnswer) => {
    const deck = studyDeck([{ id: "1", front, back: `${back}.\nNothing.` }]);
    const [card] = deck.cards;
    expect(card?.statement && answersItsFront(card, card.statement, deck)).toBe(isAnswer);
  });

  it("is not tied to its front by a word of the whole deck", () => {
    const fronts = [
      "How does the mill turn?",
      "How is the mill built?",
      "How is the mill sold?",
      "How old is the mill?",
    ];
    const back = "The mill of the village stands on a steep green hill above the river.\nNothing.";
    const deck = studyDeck(fronts.map((front, index) => ({ id: `${index}`, front, back })));
    const [card] = deck.cards;
    expect(card?.statement && answersItsFront(card, card.statement, deck)).toBe(false);
  });

  it.each([
    ["A technique for grinding", true],
    ["A building of the miller with two heavy stones that grind the grain of the village on", false],
  ])("says too little where it was cut to a few words: %s", (definition, isLittle) => {
    const back = `A mill is ${definition.toLowerCase()}, which we know from a picture in the old book that lies on the long table of the school by the church.\n\nNothing.`;
    const [card] = studyDeck([{ id: "1", front: "What is a mill?", back }]).cards;
    expect(card?.statement && saysTooLittle(card)).toBe(isLittle);
  });

  it("does not stand in a sentence that a picture interrupts", () => {
    const torn = 'The stone turns until <img src="a.png"> reaches the rim of the mill.\nNothing.';
    expect(statementOf("How is grain ground?", torn)).toBeUndefined();
  });
});
