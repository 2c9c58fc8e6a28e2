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

  it.each([
    ["a branch, which may change places with another", "} else if (toll < price) {\n  pay(toll);\n}"],
    ["a start value, which may be another", "tolls[0] = 0\ncolours = [0, 1]"],
  ])("is not asked for where it is %s", (_, code) => {
    expect(promptsOf(code)).toEqual([]);
  });

  it("of a program is asked for between its neighbours", () => {
    const prompts = promptsOf("total = price + toll\nnet = total - discount\nreturn net * people");
    expect(prompts).toContain(
      "How is the price found? Which line is missing between “total = price + toll” and “return net * people”?",
    );
    expect(prompts).toContain("How is the price found? Which line follows “net = total - discount”?");
  });

  it("that is the whole program answers the front as it is", () => {
    expect(promptsOf("sort sacks.txt >> sorted_sacks.txt")).toEqual(["How is the price found?"]);
  });

  it("of an example in a longer text is not asked for", () => {
    const text = "Tolls are added to the price before any discount of the miller is taken off the sum.";
    expect(
      promptsOf(`total = price + toll\nreturn total - discount\n\`\`\`\n${text}\n\n\`\`\`\nx += 1`),
    ).toEqual([]);
  });
});

describe("A line with signs between its figures", () => {
  const promptsFor = (line: string) => {
    const [card] = studyDeck([
      {
        id: "a",
        front: "Reflect on the parts of a mill regarding their size.",
        back: `- Sails turn.\n- ${line}\n- Stones grind.`,
      },
    ]).cards;
    const deck = studyDeck(card === undefined ? [] : [card.card]);
    return card === undefined
      ? []
      : [...formula.propose(card, deck, createRandom(1))].map((one) => one.prompt);
  };

  it("is no formula where it measures", () => {
    expect(promptsFor("Capacity: 7 +/- 2 sacks")).toEqual([]);
  });

  it("is asked for under the subject where the front asks for something else", () => {
    expect(promptsFor("P = a^2 + 3*b")).toEqual(["Mill: which formula is right?"]);
  });
});
