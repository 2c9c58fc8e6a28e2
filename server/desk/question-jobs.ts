import { Balance } from "#server/domain/distractors/balance";
import type { ChooseDistractors } from "#server/domain/distractors/types";
import { generateForCard } from "#server/domain/question/generate";
import type { Card, Question } from "@/contract/question";
import type { Studies } from "./studies";

/** A card with what its teacher never wants to see as a wrong answer of it. */
export type CardToAsk = Card & { banned: readonly string[] };

/** A wish for the questions of a deck's cards, or of some of them. */
export type QuestionJob = {
  cards: CardToAsk[];
  seed: number;
  /** Ids of the cards wanted; null for the whole deck. The other cards still give the wrong answers. */
  only: string[] | null;
};

export type MadeCard = { cardId: string; questions: Question[]; skipped: string | null };
/** Cards per report: often enough for a progress bar, rarely enough to cost nothing. */
const BATCH = 20;

/** The questions of the job's cards, in batches of twenty, in the order of the deck. */
export function* madeBatches(
  job: QuestionJob,
  studies: Studies,
  distractors: ChooseDistractors,
): Generator<MadeCard[]> {
  const deck = studies.of(job.cards);
  const wanted = job.only && new Set(job.only);
  const balance = new Balance();
  let batch: MadeCard[] = [];
  for (const [index, card] of job.cards.entries()) {
    if (wanted && !wanted.has(card.id)) continue;
    const options = { distractors: withoutBanned(distractors, card.banned), seed: job.seed, balance };
    const { questions, reason } = generateForCard(deck, index, options);
    batch.push({ cardId: card.id, questions, skipped: questions.length > 0 ? null : reason });
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** The same chooser, to whom the banned texts are never shown. */
export function withoutBanned(choose: ChooseDistractors, banned: readonly string[]): ChooseDistractors {
  if (banned.length === 0) return choose;
  return (request) => {
    const allowed = request.candidates.filter((candidate) => !banned.includes(candidate.text));
    const choice = choose({ ...request, candidates: allowed });
    const turnedDown = request.candidates
      .filter((candidate) => banned.includes(candidate.text))
      .map((candidate) => ({ text: candidate.text, reason: "banned by the teacher" }));
    return { ...choice, rejected: [...turnedDown, ...choice.rejected] };
  };
}
