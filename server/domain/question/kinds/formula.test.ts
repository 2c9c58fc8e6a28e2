import { describe, expect, it } from "vitest";
import { createRandom } from "../../random";
import { studyDeck } from "../study";
import { formula } from "./formula";

function promptsOf(code: string): string[] {
  const rows = [
    ["How is the price found?", `\`\`\`\n${code}\n\`\`\``],
    ["What is a toll?", "A fee for a bridge."],
  ];
  const deck = studyDeck(rows.map(([front = "", back = ""], index) => ({ id: `c${index}`, front, back })));
  const [card] = deck.cards;
  return card === undefined ? [] : [...formula.propose(card, deck, createRandom(1))].map((one) => one.prompt);
}

describe("A fenced line", () => {
  it("of mathematics is asked for as a formula", () => {
    expect(promptsOf("y = a + b*x\nz = a - b*x")[0]).toMatch(/which formula is right\?$/i);
  });

  it("of a program is asked for as a line of it", () => {
    expect(promptsOf("total = price + toll\nreturn total - discount")[0]).toMatch(
      /which line belongs to the program\?$/i,
    );
  });
});
