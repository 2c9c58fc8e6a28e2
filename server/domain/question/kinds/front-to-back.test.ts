import { describe, expect, it } from "vitest";
import { createRandom } from "../../random";
import { studyDeck } from "../study";
import { frontToBack } from "./front-to-back";

describe("A gap's wrong fillers are surely wrong", () => {
  it("never offers a shorter or a longer form of the filler", () => {
    const rows = [
      ["The boy _____ from the old fox.", "learned much"],
      ["The girl _____ in the river.", "learned"],
      ["The man _____ the gate.", "painted"],
      ["The dog _____ all night.", "barked much"],
      ["The cat _____ on the roof.", "sat still"],
      ["The bird _____ at dawn.", "sang"],
    ];
    const deck = studyDeck(rows.map(([front = "", back = ""], index) => ({ id: `c${index}`, front, back })));
    const [card] = deck.cards;
    const [made] = card === undefined ? [] : [...frontToBack.propose(card, deck, createRandom(1))];
    const offered = made?.candidates.map((candidate) => candidate.text.toLowerCase()) ?? [];
    expect(offered.length).toBeGreaterThanOrEqual(3);
    expect(offered).not.toContain("learned");
  });
});

describe("A formula's wrong options", () => {
  it("have the letters of its question too, as wrong versions of it", () => {
    const rows = [
      ["Product rule: \\((uv)'\\)", "\\(u'v + uv'\\)"],
      ["Derivative of \\(e^x\\)", "\\(e^x\\)"],
      ["Area of a circle", "\\(\\pi r^2\\)"],
      ["Volume of a cube", "\\(a^3\\)"],
    ];
    const deck = studyDeck(rows.map(([front = "", back = ""], index) => ({ id: `c${index}`, front, back })));
    const [card] = deck.cards;
    const [made] = card === undefined ? [] : [...frontToBack.propose(card, deck, createRandom(1))];
    expect(made?.candidates.map(({ text }) => text)).toContain("\\(u'v - uv'\\)");
  });
});

describe("A front that is a note", () => {
  const promptOf = (front: string, back = "O(n) of the whole heap") => {
    const rows = [
      [front, back],
      ["What is the longest chain of the mill?", "O(1) for the first link"],
      ["What is the depth of the pond?", "O(log n) of its width"],
    ];
    const deck = studyDeck(rows.map(([front = "", back = ""], index) => ({ id: `c${index}`, front, back })));
    const [card] = deck.cards;
    return card === undefined ? undefined : [...frontToBack.propose(card, deck, createRandom(1))][0]?.prompt;
  };

  it.each([
    ["turn (old mill)", "Which of these goes with “turn (old mill)”?"],
    ["What is the cost of a turn (old mill)?", "What is the cost of a turn (old mill)?"],
    ["cost of a mill", "Which of these goes with “cost of a mill”?"],
    ["Turning an old mill", "Turning an old mill"],
  ])("%s", (front, prompt) => {
    expect(promptOf(front)).toBe(prompt);
  });

  it("is one too where an order that somebody gives has an order of growth for its answer", () => {
    expect(promptOf("Add a sack to the row.", "O(1)")).toBe(
      "Which of these goes with “Add a sack to the row”?",
    );
  });
});

describe("What another card says of the same thing", () => {
  const offered = (front: string) => {
    const rows = [
      ["What is the task of the weir?", "To lead the water of the river into the channel of the mill"],
      [front, "To bring the water of a river to the wheel of a mill"],
      ["What is the task of the hopper?", "To let the grain fall between the stones"],
      ["What is the task of the sieve?", "To part the flour from the bran of the grain"],
      ["What is the task of the brake?", "To hold the sails still in a storm at night"],
    ];
    const deck = studyDeck(
      rows.map(([one = "", back = ""], index) => ({ id: `c${index}`, front: one, back })),
    );
    const [card] = deck.cards;
    const made = card === undefined ? [] : [...frontToBack.propose(card, deck, createRandom(1))];
    return made.flatMap(({ candidates }) => candidates.map(({ text }) => text));
  };
  const again = expect.stringMatching(/^To bring the water/);

  it("stands beside no answer that says much the same", () => {
    expect(offered("What is the purpose of a weir?")).not.toContainEqual(again);
  });

  it("stands there where it is said of something else", () => {
    expect(offered("What is the purpose of a sluice?")).toContainEqual(again);
  });
});
