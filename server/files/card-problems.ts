import { DECK_LIMITS, type DeckCard, type DeckProblem, plainText } from "@/contract/deck";
import { quote } from "./text";

/**
 * What can be said of cards for certain from their words alone. Only exact facts: letters count as written,
 * because Co and CO are two things. Likenesses are judged later, when the questions are made.
 */

const comparable = (markdown: string) => plainText(markdown).normalize("NFC").replace(/\s+/g, " ").trim();

function tooLong(card: DeckCard): DeckProblem | null {
  const front = card.front.length > DECK_LIMITS.frontChars;
  const back = card.back.length > DECK_LIMITS.backChars;
  if (!front && !back) return null;
  const side = front ? "front" : "back";
  const limit = front ? DECK_LIMITS.frontChars : DECK_LIMITS.backChars;
  const has = front ? card.front.length : card.back.length;
  return {
    code: "too-long",
    message: `The ${side} of this card has ${has.toLocaleString("en")} characters; a ${side} may have ${limit.toLocaleString("en")}. Shorten it or split the card.`,
    line: card.line,
    card: card.number,
    mended: false,
    mend: { kind: "remove-card", label: "Leave this card out", card: card.number },
  };
}

/** What an author's template leaves between a repeated question and its answer. */
const AUTHOR_LABEL = /^(?:back|answer) ?(?:\((?:answer|back)\))? ?:?\n+/i;

function restatesFront(card: DeckCard, front: string, back: string): DeckProblem | null {
  const base = { code: "back-restates-front", line: card.line, card: card.number, mended: false } as const;
  if (front === back) {
    return {
      ...base,
      message: `The back is the same as the front, ${quote(front)}.`,
      mend: { kind: "remove-card", label: "Leave this card out", card: card.number },
    };
  }
  const [firstLine = "", ...rest] = card.back.split("\n");
  const answer = rest.join("\n").trim().replace(AUTHOR_LABEL, "");
  // A single word at the head of its own definition is good style; a whole repeated question is not.
  if (!answer || front.split(" ").length < 4 || comparable(firstLine) !== front) return null;
  return {
    ...base,
    message: `The back begins by repeating the front, ${quote(front)}.`,
    mend: {
      kind: "set-card",
      label: "Take the repetition out",
      card: card.number,
      front: card.front,
      back: answer,
    },
  };
}

function sameAsEarlier(card: DeckCard, back: string, earlier: { card: DeckCard; back: string }): DeckProblem {
  const at = `card ${earlier.card.number} (line ${earlier.card.line})`;
  const base = { line: card.line, card: card.number, mended: false } as const;
  if (earlier.back === back) {
    return {
      ...base,
      code: "duplicate-card",
      message: `${quote(card.front)} is there twice, with the same back: see ${at}.`,
      mend: { kind: "remove-card", label: "Leave the second one out", card: card.number },
    };
  }
  return {
    ...base,
    code: "equal-fronts",
    message: `${quote(card.front)} is also the front of ${at}, with a different back.`,
    mend: {
      kind: "join-cards",
      label: "Make one card of both",
      card: card.number,
      into: earlier.card.number,
    },
  };
}

/** Checks every card by itself and against those before it. Linear in the text. */
export function cardProblems(cards: readonly DeckCard[]): DeckProblem[] {
  const problems: DeckProblem[] = [];
  const byFront = new Map<string, { card: DeckCard; back: string }>();
  const byBoth = new Map<string, { card: DeckCard; back: string }>();
  for (const card of cards) {
    const front = comparable(card.front) || card.front;
    const back = comparable(card.back) || card.back;
    const both = `${front}\u0000${back}`;
    const earlier = byBoth.get(both) ?? byFront.get(front);
    const found = [
      tooLong(card),
      restatesFront(card, front, back),
      earlier ? sameAsEarlier(card, back, earlier) : null,
    ];
    for (const problem of found) if (problem) problems.push(problem);
    if (!byFront.has(front)) byFront.set(front, { card, back });
    if (!byBoth.has(both)) byBoth.set(both, { card, back });
  }
  return problems;
}
