import { applyMend, DECK_LIMITS, type DeckCard, type DeckProblem, type ParsedDeck } from "@/contract/deck";

/** A deck in the preview: what was read, what the teacher has changed since, and the way back. */
export type Draft = {
  title: string;
  deck: ParsedDeck;
  /** Earlier states, the last one latest. */
  before: ParsedDeck[];
};

export type DraftAction =
  | { type: "title"; title: string }
  | { type: "mend"; problem: DeckProblem }
  | { type: "mend-all" }
  | { type: "edit"; card: number; front: string; back: string }
  | { type: "remove"; card: number }
  | { type: "add" }
  | { type: "undo" };

/** Steps that can be taken back; a deck of thousands is held once, its unchanged cards are shared. */
const UNDO_STEPS = 50;

/** A deck as it was read, nothing changed yet. */
export function draftOf(deck: ParsedDeck): Draft {
  return { title: deck.title ?? "", deck, before: [] };
}

/** Problems that a press of the button mends; those that the parser has mended already are not among them. */
export function openMends(deck: ParsedDeck): DeckProblem[] {
  return deck.problems.filter((problem) => problem.mend !== null && !problem.mended);
}

/** The draft after one step; a step that changes the deck can be taken back. */
export function changeDraft(draft: Draft, action: DraftAction): Draft {
  if (action.type === "title") return { ...draft, title: action.title };
  if (action.type === "undo") {
    const deck = draft.before.at(-1);
    return deck ? { ...draft, deck, before: draft.before.slice(0, -1) } : draft;
  }
  const deck = changed(draft.deck, action);
  if (deck === draft.deck) return draft;
  return { ...draft, deck, before: [...draft.before.slice(1 - UNDO_STEPS), draft.deck] };
}

function changed(deck: ParsedDeck, action: Exclude<DraftAction, { type: "title" | "undo" }>): ParsedDeck {
  switch (action.type) {
    case "mend":
      return applyMend(deck, action.problem);
    case "mend-all":
      return openMends(deck).reduce(
        // A mend may have removed the card or the problem of a later one.
        (next, problem) => (next.problems.includes(problem) ? applyMend(next, problem) : next),
        deck,
      );
    case "edit": {
      const { card: number, front, back } = action;
      const cards = deck.cards.map((card) => (card.number === number ? { ...card, front, back } : card));
      return {
        ...deck,
        cards,
        problems: deck.problems.filter((problem) => !settledBy(problem, number, action)),
      };
    }
    case "remove":
      return {
        ...deck,
        cards: deck.cards.filter((card) => card.number !== action.card),
        problems: deck.problems.filter((problem) => problem.card !== action.card),
      };
    case "add": {
      if (deck.cards.length >= DECK_LIMITS.cards) return deck;
      const number = Math.max(0, ...deck.cards.map((card) => card.number)) + 1;
      const line = (deck.cards.at(-1)?.line ?? 0) + 1;
      return { ...deck, cards: [...deck.cards, { number, line, front: "", back: "" }] };
    }
  }
}

/** What the teacher has just written answers the problem, as far as that can be told from the text. */
function settledBy(problem: DeckProblem, card: number, text: { front: string; back: string }): boolean {
  if (problem.card !== card) return false;
  switch (problem.code) {
    case "empty-front":
      return text.front.trim() !== "";
    case "empty-back":
      return text.back.trim() !== "";
    case "too-long":
      return text.front.length <= DECK_LIMITS.frontChars && text.back.length <= DECK_LIMITS.backChars;
    case "front-cut-off":
      return true;
    default:
      return false;
  }
}

/** Cards that cannot be saved as they are. */
export function unfinished(deck: ParsedDeck): DeckCard[] {
  return deck.cards.filter(
    ({ front, back }) =>
      front.trim() === "" ||
      back.trim() === "" ||
      front.length > DECK_LIMITS.frontChars ||
      back.length > DECK_LIMITS.backChars,
  );
}
