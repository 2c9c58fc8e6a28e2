import { MAX_OPTION_CHARS } from "@/contract/question";
import { wrongStatements } from "../perturb";
import type { StudiedCard } from "../study";
import { chars, contentStems, stem, words } from "../text";
import type { KindRule } from "./kind";
import { madeFromKey } from "./made-from-key";
import { ask, fits, frontPrompt } from "./prompt";
import { otherRightAnswers } from "./right-answers";

/** A shorter statement has no place to be wrong in. */
const MIN_WORDS = 7;

/**
 * What the back says, beside itself with words exchanged for their opposites: all options are built alike and repeat the
 * same words of the front. Where nothing else that is fair can be asked; English only.
 */
export const wrongStatement: KindRule = {
  kind: "term-swap",
  limit: 1,
  onlyBelow: 1,
  *propose(card, deck, random) {
    const front = frontPrompt(card);
    const key = statementOf(card);
    if (!deck.languages.english || front === undefined || key === undefined || card.verdict !== undefined)
      return;
    const asked = new Set(contentStems(card.front));
    const wrong = wrongStatements(key, (word) => asked.has(stem(word)), random).filter(
      (text) => chars(text) <= MAX_OPTION_CHARS,
    );
    const prompt = card.topic.term === undefined ? ask(front, "which statement is true?") : front;
    if (wrong.length < 2 || !fits(prompt)) return;
    yield {
      variant: "opposites",
      prompt,
      key,
      source: card.front,
      evidence: card.statement?.evidence ?? card.back,
      alsoCorrect: otherRightAnswers(card, deck),
      candidates: wrong.map(madeFromKey),
      language: deck.languages.back,
      flags: card.statement?.shortened === true ? ["condensed"] : [],
    };
  },
};

function statementOf(card: StudiedCard): string | undefined {
  const text =
    card.statement?.text ??
    card.definition ??
    (card.answer?.type === "clause" ? card.answer.text : undefined);
  return text !== undefined && words(text).length >= MIN_WORDS ? text : undefined;
}
