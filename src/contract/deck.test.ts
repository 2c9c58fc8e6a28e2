import { describe, expect, it } from "vitest";
import { applyMend, type DeckMend, type DeckProblem, type ParsedDeck, plainText } from "./deck";

const problem = (code: DeckProblem["code"], card: number | null, mend: DeckMend | null): DeckProblem => ({
  code,
  message: `${code} ${card}`,
  line: card,
  card,
  mended: false,
  mend,
});

const deck = (backs: string[], problems: DeckProblem[]): ParsedDeck => ({
  format: "csv",
  reason: "",
  title: null,
  declaredCount: null,
  cards: backs.map((back, at) => ({ number: at + 1, front: `front ${at + 1}`, back, line: at + 1 })),
  problems,
});

describe("a mend", () => {
  it("removes a card and every problem that names it, and leaves the numbers of the others", () => {
    const remove = problem("duplicate-card", 2, { kind: "remove-card", label: "", card: 2 });
    const join = problem("equal-fronts", 3, { kind: "join-cards", label: "", card: 3, into: 2 });
    const before = deck(
      ["a", "b", "c"],
      [remove, problem("too-long", 2, null), join, problem("encoding", null, null)],
    );
    const after = applyMend(before, remove);
    expect(after.cards.map((card) => card.number)).toEqual([1, 3]);
    expect(after.problems.map((left) => left.code)).toEqual(["encoding"]);
    expect(before.cards).toHaveLength(3);
  });

  it.each([
    ["short backs in one line", "capable", "skilful", "capable / skilful"],
    ["long backs below one another", "x".repeat(80), "y", `${"x".repeat(80)}\n\ny`],
  ])("joins %s", (_, first, second, joined) => {
    const join = problem("equal-fronts", 2, { kind: "join-cards", label: "", card: 2, into: 1 });
    const after = applyMend(deck([first, second], [join]), join);
    expect(after.cards.map((card) => card.back)).toEqual([joined]);
    expect(after.problems).toEqual([]);
  });

  it("adds a card in its place in the source with a number of its own", () => {
    const add = problem("unread-text", null, { kind: "add-card", label: "", front: "f", back: "b", line: 2 });
    const after = applyMend(deck(["a", "b", "c"], [add]), add);
    expect(after.cards.map((card) => [card.number, card.line])).toEqual([
      [1, 1],
      [2, 2],
      [4, 2],
      [3, 3],
    ]);
  });

  it("changes nothing where there is none, or where its card is gone", () => {
    const without = problem("too-long", 1, null);
    const before = deck(["a"], [without]);
    expect(applyMend(before, without)).toBe(before);
    const gone = problem("equal-fronts", 9, { kind: "join-cards", label: "", card: 9, into: 1 });
    expect(applyMend(deck(["a"], [gone]), gone).cards).toHaveLength(1);
  });
});

describe("a card's text without its marks", () => {
  it.each([
    ["### Heading\n\n- **Label**: value\n  - deep", "Heading\n\nLabel: value\ndeep"],
    ["1. **Title**\n   - item", "Title\nitem"],
    ["26\\*26 and vector\\<int>", "26*26 and vector<int>"],
    ["```\nprint(1)\n```", "print(1)"],
    ["-5 is below zero", "-5 is below zero"],
  ])("of %j", (markdown, text) => {
    expect(plainText(markdown)).toBe(text);
  });
});
