import { z } from "zod";
import { cardHash } from "#server/domain/question/card-hash";
import type { AskedQuestion } from "#server/domain/question/model/ask";
import type { Kept } from "#server/domain/question/model/keep";
import { ProposedOption } from "@/contract/desk";
import type { PrismaClient } from "../store/generated/client";

/** Of what a model proposes over time so much is kept per question. */
const MOST_OPTIONS = 12;
const MOST_WORDINGS = 6;
const MOST_REJECTED = 30;

const StoredOptions = z.array(ProposedOption).catch([]);

/** The wrong answers of a row; a row that cannot be read has none. */
export const storedOptions = (json: unknown): ProposedOption[] => StoredOptions.parse(json);

/** Keeps what a model has proposed, beside what it proposed before. */
export class ProposalRows {
  constructor(private readonly db: PrismaClient) {}

  /** Nothing is kept for a question that has become another one while the model was thinking. */
  async keep(deckId: string, asked: AskedQuestion, kept: Kept, model: string): Promise<void> {
    const { cardId, key, prompt } = asked;
    const right = [...asked.right];
    const now = await this.db.question.findFirst({
      where: { cardId, deckId, key },
      include: { options: { where: { correct: true } } },
    });
    const same = (texts: string[]) =>
      texts.length === right.length && texts.every((text) => right.includes(text));
    if (now && (now.prompt !== prompt || !same(now.options.map(({ text }) => text)))) return;
    const card = await this.db.card.findFirst({ where: { id: cardId, deckId, archivedAt: null } });
    if (!card) return;
    const before = await this.db.proposal.findUnique({
      where: { cardId_questionKey: { cardId, questionKey: key } },
    });
    const proposed = kept.distractors.map(({ text, score }) => ({
      text,
      score,
      origin: "model" as const,
      source: model,
    }));
    const data = {
      model,
      askedAt: new Date(),
      cardHash: cardHash(card),
      prompt,
      right,
      distractors: distinct([...proposed, ...storedOptions(before?.distractors)]).slice(0, MOST_OPTIONS),
      rewordings: [...new Set([...kept.rewordings, ...(before?.rewordings ?? [])])].slice(0, MOST_WORDINGS),
      rejected: kept.rejected.slice(0, MOST_REJECTED),
    };
    await this.db.proposal.upsert({
      where: { cardId_questionKey: { cardId, questionKey: key } },
      create: { cardId, questionKey: key, ...data },
      // The wording before a proposed one was taken is not forgotten for being asked about again.
      update: { ...data, prompt: before?.rewordings.includes(prompt) ? before.prompt : prompt },
    });
  }
}

/** Best first, each text once. */
export function distinct(options: ProposedOption[]): ProposedOption[] {
  return options
    .filter(({ text }, at) => !options.slice(0, at).some((other) => other.text === text))
    .sort((one, other) => other.score - one.score);
}
