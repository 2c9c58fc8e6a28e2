import { nanoid } from "nanoid";
import { hash32 } from "#server/domain/hash";
import { cardHash } from "#server/domain/question/card-hash";
import type { QuestionEdit } from "@/contract/desk";
import type { Bench, Outcome } from "./bench";
import { isShown, optionRow, SHOWN_AGAIN, setOptions, takeOut } from "./option-rows";

/** Different seeds often draw the same from a small deck; after so many, there is nothing else to draw. */
const SEEDS_TRIED = 5;

/**
 * What a teacher can decide about one question. Each says "gone" when it is not in this deck. What is decided here
 * survives every making of the deck's questions.
 */

const BY_THE_TEACHER = { origin: "teacher", source: "written by the teacher", score: 0 };

const find = ({ db, deckId }: Bench, questionId: string) =>
  db.question.findFirst({
    where: { id: questionId, deckId },
    include: { options: { orderBy: { position: "asc" } }, card: true, deck: { select: { seed: true } } },
  });

/** Writes the question as the teacher wants it. Options that keep their wording keep their counts. */
export async function editQuestion(bench: Bench, questionId: string, edit: QuestionEdit): Promise<Outcome> {
  const question = await find(bench, questionId);
  if (!question) return "gone";
  const options = edit.options.map(({ id, text, correct }) => {
    const same = question.options.find(
      (row) => row.id === id && row.text === text && row.correct === correct,
    );
    return same ?? { text, correct, ...BY_THE_TEACHER };
  });
  await bench.db.$transaction(async (tx) => {
    // First of all: a making that runs now waits here, and then leaves the question alone.
    await tx.question.update({
      where: { id: questionId },
      data: { prompt: edit.prompt, edited: true, active: true },
    });
    await setOptions(tx, questionId, options);
  });
  return "done";
}

/** A question of the teacher's own for a card, behind those that the card has. */
export async function addQuestion(bench: Bench, cardId: string, edit: QuestionEdit): Promise<Outcome> {
  const { db, deckId } = bench;
  const card = await db.card.findFirst({
    where: { id: cardId, deckId, archivedAt: null },
    include: { _count: { select: { questions: true } } },
  });
  if (!card) return "gone";
  const id = nanoid();
  const { prompt, options } = edit;
  const place = { position: card._count.questions, cardHash: cardHash(card) };
  const own = { kind: "front-to-back", madeBy: "teacher", edited: true, evidence: "" };
  await db.$transaction([
    db.question.create({ data: { id, deckId, cardId, key: id, prompt, ...own, ...place } }),
    db.questionOption.createMany({
      data: options.map(({ text, correct }, position) =>
        optionRow(id, { text, correct, ...BY_THE_TEACHER }, position),
      ),
    }),
  ]);
  return "done";
}

/** Shows a retired option again. */
export async function showOption(bench: Bench, questionId: string, optionId: string): Promise<Outcome> {
  const option = await bench.db.questionOption.findFirst({
    where: { id: optionId, questionId, question: { deckId: bench.deckId } },
  });
  if (!option) return "gone";
  await bench.db.questionOption.updateMany({
    where: { id: optionId, state: "retired" },
    data: SHOWN_AGAIN,
  });
  return "done";
}

/** A question that is off stays on the desk and is not asked. */
export async function turnQuestion(bench: Bench, questionId: string, on: boolean): Promise<Outcome> {
  const where = { id: questionId, deckId: bench.deckId };
  const changed = await bench.db.question.updateMany({ where, data: { active: on } });
  return changed.count === 1 ? "done" : "gone";
}

/** A pinned question stays exactly as it is. */
export async function pinQuestion(bench: Bench, questionId: string, pinned: boolean): Promise<Outcome> {
  const where = { id: questionId, deckId: bench.deckId };
  const changed = await bench.db.question.updateMany({ where, data: { pinned } });
  return changed.count === 1 ? "done" : "gone";
}

/**
 * Draws other wrong answers for the question and pins it, so that the draw is not lost at the next making. Seeds are
 * tried one after the other until the options differ; a card with few candidates may have no others.
 */
export async function redrawQuestion(bench: Bench, questionId: string): Promise<Outcome> {
  const question = await find(bench, questionId);
  if (!question) return "gone";
  const now = question.options
    .filter(isShown)
    .map((option) => option.text)
    .sort();
  for (let attempt = 1; attempt <= SEEDS_TRIED; attempt++) {
    const seed = hash32(`${now.join("\u0000")} ${attempt}`, question.deck.seed);
    const drawn = (await bench.bank.draw(bench.deckId, question.cardId, seed)).find(
      (candidate) => candidate.id === question.key,
    );
    if (
      !drawn ||
      drawn.options
        .map((option) => option.text)
        .sort()
        .join() === now.join()
    )
      continue;
    const { prompt, flags, rejected, options } = drawn;
    await bench.db.$transaction(async (tx) => {
      await tx.question.update({
        where: { id: questionId },
        data: { prompt, flags, rejected, pinned: true },
      });
      await setOptions(tx, questionId, options);
    });
    return "done";
  }
  return {
    message:
      "No other wrong answers were found in this deck. Write one yourself, or add cards like this one.",
  };
}

/** Gives a question up that the teacher pinned or edited, and makes the card's questions anew from its text. */
export async function restoreQuestion(bench: Bench, questionId: string): Promise<Outcome> {
  const question = await find(bench, questionId);
  if (!question) return "gone";
  await bench.db.question.update({
    where: { id: questionId },
    data: { pinned: false, edited: false, active: true, cardHash: "" },
  });
  await bench.bank.makeCard(bench.deckId, question.cardId);
  return "done";
}

/** This text is never again a wrong answer of this card; its questions get another one where there is one. */
export async function banOption(bench: Bench, questionId: string, optionId: string): Promise<Outcome> {
  const question = await find(bench, questionId);
  const option = question?.options.find((candidate) => candidate.id === optionId);
  if (!question || !option || option.correct) return "gone";
  const { card } = question;
  if (!card.banned.includes(option.text)) {
    await bench.db.card.update({ where: { id: card.id }, data: { banned: { push: option.text } } });
  }
  await withoutText(bench, card.id, option.text);
  await bench.bank.makeCard(bench.deckId, card.id);
  return "done";
}

/** Takes a banned text out of the questions that are not made again. One that then has no wrong answer is turned off. */
async function withoutText({ db }: Bench, cardId: string, text: string): Promise<void> {
  const has = { cardId, options: { some: { text, correct: false } } };
  const own = await db.question.findMany({
    where: { ...has, OR: [{ pinned: true }, { edited: true }] },
    include: { options: true },
  });
  for (const question of own) {
    const left = question.options.filter(
      (option) => isShown(option) && (option.text !== text || option.correct),
    );
    await takeOut(db, { questionId: question.id, text, correct: false });
    if (left.every((option) => option.correct)) {
      await db.question.update({ where: { id: question.id }, data: { active: false } });
    }
  }
}

/** Takes a ban back. */
export async function allowText(bench: Bench, cardId: string, text: string): Promise<Outcome> {
  const { db, bank, deckId } = bench;
  const card = await db.card.findFirst({ where: { id: cardId, deckId } });
  if (!card) return "gone";
  const banned = card.banned.filter((other) => other !== text);
  await db.card.update({ where: { id: cardId }, data: { banned } });
  await bank.makeCard(deckId, cardId);
  return "done";
}
