import { nanoid } from "nanoid";
import type { Question } from "@/contract/question";
import type { Prisma } from "../store/generated/client";
import type { Merge } from "./merge";

/** The rows of a batch, gathered so that they are written with a few statements. */
export class QuestionRows {
  private readonly removeQuestions: string[] = [];
  private readonly removeOptions: string[] = [];
  private readonly questions: Prisma.QuestionCreateManyInput[] = [];
  private readonly options: Prisma.QuestionOptionCreateManyInput[] = [];
  private readonly questionUpdates: { id: string; data: Prisma.QuestionUpdateInput }[] = [];
  private readonly optionMoves: { id: string; position: number }[] = [];
  private readonly skips: { id: string; skipped: string | null }[] = [];

  constructor(private readonly deckId: string) {}

  take(cardId: string, hash: string, merge: Merge): void {
    this.removeQuestions.push(...merge.remove);
    for (const { question, position, active } of merge.create) {
      const id = nanoid();
      this.questions.push({
        id,
        deckId: this.deckId,
        cardId,
        key: question.id,
        position,
        active,
        ...columns(question, hash),
      });
      question.options.forEach((option, index) => {
        this.options.push(optionRow(id, option, index));
      });
    }
    for (const update of merge.update) {
      const data = { position: update.position, ...columns(update.question, hash) };
      this.questionUpdates.push({ id: update.id, data });
      this.removeOptions.push(...update.removeOptions);
      this.optionMoves.push(...update.moveOptions);
      for (const { option, position } of update.createOptions) {
        this.options.push(optionRow(update.id, option, position));
      }
    }
    for (const { id, position } of merge.move) this.questionUpdates.push({ id, data: { position } });
  }

  skip(id: string, skipped: string | null): void {
    this.skips.push({ id, skipped });
  }

  async write(tx: Prisma.TransactionClient): Promise<void> {
    if (this.removeQuestions.length > 0)
      await tx.question.deleteMany({ where: { id: { in: this.removeQuestions } } });
    if (this.removeOptions.length > 0)
      await tx.questionOption.deleteMany({ where: { id: { in: this.removeOptions } } });
    if (this.questions.length > 0) await tx.question.createMany({ data: this.questions });
    if (this.options.length > 0) await tx.questionOption.createMany({ data: this.options });
    for (const { id, data } of this.questionUpdates) await tx.question.update({ where: { id }, data });
    for (const { id, position } of this.optionMoves)
      await tx.questionOption.update({ where: { id }, data: { position } });
    for (const { id, skipped } of this.skips) await tx.card.update({ where: { id }, data: { skipped } });
  }
}

function columns(question: Question, hash: string) {
  return {
    kind: question.kind,
    prompt: question.prompt,
    evidence: question.evidence,
    flags: question.flags,
    rejected: question.rejected,
    cardHash: hash,
  };
}

/** The row of an option; `position` is its 0-based place among the question's options as made. */
export function optionRow(questionId: string, option: Question["options"][number], position: number) {
  return {
    id: nanoid(),
    questionId,
    position,
    text: option.text,
    correct: option.correct,
    origin: option.origin,
    source: option.source,
    score: option.score,
  };
}
