import type { Candidate } from "#server/domain/distractors/types";
import { articled } from "../article";
import type { GapSentence } from "../gaps";
import type { StudiedCard, StudiedDeck } from "../study";
import type { Proposal } from "./kind";
import { GAP, gapPrompt } from "./prompt";

/** A word of a sentence to leave out, and what stands before and behind it. */
type Place = { before: string; word: string; after: string };

/**
 * The question for the word that is left out of a sentence, with `others` beside it; undefined where no prompt reads well. Fewer than
 * `enough` that suit an article before the gap bring their own. `isLast`: the card has no other question.
 */
export function gapProposal(
  sentence: GapSentence,
  { before, word, after }: Place,
  others: readonly Candidate[],
  enough: number,
  card: StudiedCard,
  deck: StudiedDeck,
  isLast: boolean,
): Omit<Proposal, "variant"> | undefined {
  const gap = articled(before, word, others, enough);
  const prompt = gapPrompt(card, sentence, `${gap.before}${GAP}${after}`, deck, "word", isLast);
  if (prompt === undefined) return undefined;
  return {
    prompt,
    key: gap.key,
    source: card.front,
    evidence: sentence.text,
    alsoCorrect: [],
    candidates: gap.others,
    language: deck.languages.back,
    flags: [],
  };
}
