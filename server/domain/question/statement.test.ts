import { describe, expect, it } from "vitest";
import { pointsBack } from "./statement";
import { studyDeck } from "./study";

function statementOf(front: string, back: string): string | undefined {
  return studyDeck([{ id: "1", front, back }]).cards[0]?.statement?.text;
}

describe("The sentence that answers a front", () => {
  it.each([
    ["This turns the stone.", true],
    ["For larger mills, this can be an improvement.", true],
    ["In winter, the miller rests.", false],
    ["The mill turns.", false],
  ])("%s points back: %s", (sentence, back) => {
    expect(pointsBack(sentence)).toBe(back);
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
