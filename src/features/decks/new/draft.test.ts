import { describe, expect, it } from "vitest";
import type { DeckProblem, ParsedDeck } from "@/contract/deck";
import { changeDraft, draftOf, openMends, unfinished } from "./draft";

const problem = (more: Partial<DeckProblem>): DeckProblem => ({
  code: "duplicate-card",
  message: "twice",
  line: 1,
  card: 2,
  mended: false,
  mend: { kind: "remove-card", label: "Leave it out", card: 2 },
  ...more,
});

const deck = (problems: DeckProblem[] = []): ParsedDeck => ({
  format: "csv",
  reason: "commas",
  title: "Deck",
  declaredCount: null,
  cards: [1, 2, 3].map((number) => ({
    number,
    front: `front ${number}`,
    back: `back ${number}`,
    line: number,
  })),
  problems,
});

const numbers = (draft: { deck: ParsedDeck }) => draft.deck.cards.map((card) => card.number);

describe("a deck in the preview", () => {
  it("is mended with one press, and put back with another", () => {
    const first = draftOf(deck([problem({})]));
    const mended = changeDraft(first, { type: "mend", problem: problem({}) });
    expect(numbers(mended)).toEqual([1, 3]);
    expect(mended.deck.problems).toEqual([]);
    const back = changeDraft(mended, { type: "undo" });
    expect(back.deck).toBe(first.deck);
  });

  it("is mended whole, though one mend takes away what another would have mended", () => {
    const both = [
      problem({ message: "twice" }),
      problem({ code: "empty-back", message: "empty", mend: { kind: "remove-card", label: "Out", card: 2 } }),
      problem({ card: 3, mend: { kind: "remove-card", label: "Out", card: 3 }, message: "third" }),
    ];
    const mended = changeDraft(draftOf(deck(both)), { type: "mend-all" });
    expect(numbers(mended)).toEqual([1]);
    expect(mended.deck.problems).toEqual([]);
  });

  it("does not undo what the parser has mended when everything is mended", () => {
    const done = problem({
      mended: true,
      mend: { kind: "set-card", label: "Put back", card: 2, front: "x", back: "y" },
    });
    expect(openMends(deck([done]))).toEqual([]);
    const draft = draftOf(deck([done]));
    expect(changeDraft(draft, { type: "mend-all" })).toBe(draft);
  });

  it("forgets a problem that the teacher has answered by hand", () => {
    const empty = problem({ code: "empty-back", mend: null });
    const draft = changeDraft(draftOf(deck([empty])), {
      type: "edit",
      card: 2,
      front: "f",
      back: "now full",
    });
    expect(draft.deck.problems).toEqual([]);
    const still = changeDraft(draftOf(deck([empty])), { type: "edit", card: 2, front: "f", back: " " });
    expect(still.deck.problems).toEqual([empty]);
  });

  it("says which cards cannot be saved yet", () => {
    const draft = changeDraft(draftOf(deck()), { type: "add" });
    expect(unfinished(draft.deck).map((card) => card.number)).toEqual([4]);
    expect(unfinished(changeDraft(draft, { type: "remove", card: 4 }).deck)).toEqual([]);
  });

  it("gives an added card a number that no card had", () => {
    const removed = changeDraft(draftOf(deck()), { type: "remove", card: 1 });
    expect(numbers(changeDraft(removed, { type: "add" }))).toEqual([2, 3, 4]);
  });
});
