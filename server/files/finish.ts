import {
  DECK_LIMITS,
  type DeckCard,
  type DeckFormat,
  type DeckProblem,
  type DeckProblemCode,
  type ParsedDeck,
} from "@/contract/deck";
import { cardProblems } from "./card-problems";
import type { Draft, DraftCard, FileProblem } from "./draft";
import { quote } from "./text";

const aboutFile = ({ mend, ...problem }: FileProblem): DeckProblem => ({
  ...problem,
  card: null,
  mended: false,
  mend: mend ?? null,
});

function halfCard(card: DraftCard): DeckProblem {
  const code: DeckProblemCode = card.front ? "empty-back" : "empty-front";
  const message = card.front
    ? `${quote(card.front)} has no back, so it was not taken as a card.`
    : `A card without a front was left out; its back is ${quote(card.back)}.`;
  return aboutFile({ code, message, line: card.line });
}

function mendedProblem(card: DraftCard, number: number): DeckProblem | null {
  if (!card.mended) return null;
  const { code, message, before } = card.mended;
  return {
    code,
    message,
    line: card.line,
    card: number,
    mended: true,
    mend: { kind: "set-card", label: "Put it back as pasted", card: number, ...before },
  };
}

/** Long lists of the same complaint are counted after the first hundred, so that a preview stays readable. */
function capped(problems: readonly DeckProblem[]): DeckProblem[] {
  const seen = new Map<DeckProblemCode, number>();
  const kept = problems.filter((problem) => {
    const count = (seen.get(problem.code) ?? 0) + 1;
    seen.set(problem.code, count);
    return count <= DECK_LIMITS.problemsPerCode;
  });
  for (const [code, count] of seen) {
    if (count <= DECK_LIMITS.problemsPerCode) continue;
    const more = count - DECK_LIMITS.problemsPerCode;
    kept.push(
      aboutFile({ code: "more-like-this", message: `And ${more} more of the kind “${code}”.`, line: null }),
    );
  }
  return kept;
}

/** The title a file name suggests, without its ending; null for pasted text. */
function titleFromName(name: string | undefined): string | null {
  const stem = name
    ?.split(/[/\\]/)
    .at(-1)
    ?.replace(/\.[A-Za-z0-9]{1,6}$/, "")
    .trim();
  return stem || null;
}

const shortTitle = (title: string | null) =>
  title === null
    ? null
    : [...title.replace(/\s+/g, " ").trim()].slice(0, DECK_LIMITS.titleChars).join("") || null;

/**
 * A draft → the deck as the contract has it: halves are reported and left out, cards are numbered and capped,
 * and every card is checked. Problems come in the order of the source, those about the whole file first.
 */
export function finishDeck(
  draft: Draft,
  about: { format: DeckFormat; reason: string; name?: string | undefined },
): ParsedDeck {
  const problems: DeckProblem[] = draft.problems.map(aboutFile);
  const whole: DraftCard[] = [];
  for (const card of draft.cards) {
    const trimmed = { ...card, front: card.front.trim(), back: card.back.trimEnd() };
    if (!trimmed.back.trim()) trimmed.back = "";
    if (trimmed.front && trimmed.back) whole.push(trimmed);
    else if (trimmed.front || trimmed.back) problems.push(halfCard(trimmed));
  }
  if (whole.length > DECK_LIMITS.cards) {
    const message = `A deck holds up to ${DECK_LIMITS.cards.toLocaleString("en")} cards, and this one has ${whole.length.toLocaleString("en")}. The first ${DECK_LIMITS.cards.toLocaleString("en")} were taken: split the deck to have the rest.`;
    problems.push(
      aboutFile({ code: "too-many-cards", message, line: whole[DECK_LIMITS.cards]?.line ?? null }),
    );
    whole.length = DECK_LIMITS.cards;
  }
  const cards: DeckCard[] = whole.map(({ front, back, line, tags }, index) => ({
    number: index + 1,
    front,
    back,
    line,
    ...(tags?.length
      ? { tags: tags.slice(0, DECK_LIMITS.tagsPerCard).map((tag) => tag.slice(0, DECK_LIMITS.tagChars)) }
      : {}),
  }));
  for (const [index, card] of whole.entries()) {
    const mended = mendedProblem(card, index + 1);
    if (mended) problems.push(mended);
  }
  problems.push(...cardProblems(cards));
  if (cards.length === 0 && problems.length === 0)
    problems.push(aboutFile({ code: "no-cards", message: "No cards were found in this text.", line: null }));
  problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return {
    format: about.format,
    reason: about.reason,
    title: shortTitle(draft.title) ?? shortTitle(titleFromName(about.name)),
    declaredCount: draft.declaredCount,
    cards,
    problems: capped(problems),
  };
}

/** The result for input that could not be read at all: no cards, one problem that says why. */
export function refusedDeck(problem: FileProblem, name?: string): ParsedDeck {
  return {
    format: "unknown",
    reason: "it could not be read",
    title: shortTitle(titleFromName(name)),
    declaredCount: null,
    cards: [],
    problems: [aboutFile(problem)],
  };
}
