import { describe, expect, it } from "vitest";
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
      "You can visit a mill on Sundays, if the miller has not gone to the market.\nA mill is a building with two stones that grind grain.";
    expect(statementOf("What is a mill?", back)).toBe("A building with two stones that grind grain");
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

  it("does not stand in a sentence that a picture interrupts", () => {
    const torn = 'The stone turns until <img src="a.png"> reaches the rim of the mill.\nNothing.';
    expect(statementOf("How is grain ground?", torn)).toBeUndefined();
  });
});
