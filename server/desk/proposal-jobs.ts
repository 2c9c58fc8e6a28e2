import type { JudgeDistractors, LintSet } from "#server/domain/distractors/judge";
import type { Candidate, ChooseDistractors } from "#server/domain/distractors/types";
import { completeWith } from "#server/domain/question/generate";
import { echoes, fault } from "#server/domain/question/lint";
import type { AskedQuestion } from "#server/domain/question/model/ask";
import {
  askableOf,
  type Kept,
  keepProposals,
  questionWithoutWrong,
} from "#server/domain/question/model/keep";
import type { Question } from "@/contract/question";
import { type CardToAsk, withoutBanned } from "./question-jobs";
import type { Studies } from "./studies";

type DeckWish = { cards: CardToAsk[]; seed: number };

/** What a model proposed about one question, as it came. */
export type Proposed = {
  asked: AskedQuestion;
  proposed: { distractors: readonly string[]; rewordings: readonly string[] };
};

export type JudgeJob = DeckWish & { replies: Proposed[] };
export type WithoutJob = DeckWish & { cardIds: string[] };
export type CompleteJob = DeckWish & { cardId: string; key: string; more: Candidate[] };
export type CheckJob = { prompt: string; right: string[]; wrong: string[] };
/** `fault`: why the question may not be shown as it is; null when it may. */
export type Checked = { fault: string | null; flags: string[] };

/** What of a model's replies may be shown, reply by reply. */
export function judge(
  { cards, seed, replies }: JudgeJob,
  studies: Studies,
  judgeOne: JudgeDistractors,
): Kept[] {
  const deck = studies.of(cards);
  return replies.map(({ asked, proposed }) => keepProposals(asked, proposed, deck, seed, judgeOne));
}

/** What these cards could be asked if there were wrong answers; a card that cannot be asked at all is left out. */
export function withoutWrong({ cards, seed, cardIds }: WithoutJob, studies: Studies): AskedQuestion[] {
  const deck = studies.of(cards);
  return cardIds.flatMap((id) => questionWithoutWrong(deck, id, seed) ?? []);
}

/** The card's question with wrong answers from outside beside the deck's own; null where too few are fit. */
export function complete(
  { cards, seed, cardId, key, more }: CompleteJob,
  studies: Studies,
  choose: ChooseDistractors,
): Question | null {
  const deck = studies.of(cards);
  const card = deck.cards.find((one) => one.card.id === cardId);
  const banned = cards.find((one) => one.id === cardId)?.banned ?? [];
  const askable = card && askableOf(deck, card, key, seed);
  if (!card || !askable) return null;
  return completeWith(askable, card, more, { distractors: withoutBanned(choose, banned), seed }) ?? null;
}

/** The key may stand in the prompt here: a teacher sees it, and a gap's neighbour may be the same word. */
export function check({ prompt, right, wrong }: CheckJob, lint: LintSet): Checked {
  const [key = ""] = right;
  const sharesWords = echoes(prompt, key, wrong) ? ["echo"] : [];
  return {
    fault: fault(prompt, key, [...right.slice(1), ...wrong], true) ?? null,
    flags: [...lint(key, wrong, "und"), ...sharesWords],
  };
}
