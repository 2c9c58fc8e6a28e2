import { nanoid } from "nanoid";
import { cardHash } from "#server/domain/question/card-hash";
import type { ProposedOption } from "@/contract/desk";
import { MAX_OPTIONS } from "@/contract/question";
import type { Bench, Outcome } from "./bench";
import { isShown, optionRow, putIn, takeOut } from "./option-rows";
import type { Checked } from "./proposal-jobs";
import { distinct, storedOptions } from "./proposal-rows";

/**
 * What a teacher can do with what a model proposed. Nothing of it comes into a question without the teacher's word, and
 * a question that has taken something stays as it is at every later making, like one that the teacher wrote.
 */

const MOST_DISMISSED = 50;
/** Flags that speak of the set of options, and so of another set when one of them changes. */
const OF_THE_SET: ReadonlySet<string> = new Set([
  "two-distractors",
  "key-longest",
  "key-odd-format",
  "echo",
  "only-fit",
]);

const questionOf = ({ db, deckId }: Bench, questionId: string) =>
  db.question.findFirst({
    where: { id: questionId, deckId },
    include: { options: { orderBy: { position: "asc" } } },
  });

/** Whether a question may be asked like this, and with which flags it then stands. */
async function checkedAnew(
  { thread }: Bench,
  prompt: string,
  options: readonly { text: string; correct: boolean }[],
  flags: readonly string[],
): Promise<Checked> {
  const texts = (correct: boolean) => options.filter((one) => one.correct === correct).map((one) => one.text);
  const checked = await thread.check({ prompt, right: texts(true), wrong: texts(false) });
  return { ...checked, flags: [...flags.filter((flag) => !OF_THE_SET.has(flag)), ...checked.flags] };
}

const rowOf = ({ db, deckId }: Bench, cardId: string, key: string) =>
  db.proposal.findFirst({ where: { cardId, questionKey: key, card: { deckId, archivedAt: null } } });

/**
 * Puts a proposed wrong answer into its question, in the place of another or beside them. What it replaces can come
 * back, with its counts.
 */
export async function takeOption(
  bench: Bench,
  questionId: string,
  text: string,
  instead: string | null,
): Promise<Outcome> {
  const question = await questionOf(bench, questionId);
  const row = question && (await rowOf(bench, question.cardId, question.key));
  const proposed = row && storedOptions(row.distractors).find((one) => one.text === text);
  if (!question || !row || !proposed) return "gone";
  const active = question.options.filter(isShown);
  const out = active.find(({ id, correct }) => id === instead && !correct);
  if (instead !== null && !out) return "gone";
  const staying = active.filter((option) => option !== out);
  if (staying.length >= MAX_OPTIONS) {
    return { message: "A phone shows four options at most: choose the one that makes room." };
  }
  const options = [...staying, { text, correct: false }];
  const { fault, flags } = await checkedAnew(bench, question.prompt, options, question.flags);
  if (fault) return { message: `With it the question cannot be asked: ${fault}.` };

  const position = out?.position ?? Math.max(...question.options.map((option) => option.position)) + 1;
  const back = out && backOf(out);
  const distractors = back ? distinct([...storedOptions(row.distractors), back]) : undefined;
  await bench.db.$transaction(async (tx) => {
    // First of all: a making that runs now waits here, and then leaves the question alone.
    await tx.question.update({ where: { id: questionId }, data: { flags, edited: true, active: true } });
    if (out) await takeOut(tx, { id: out.id });
    await putIn(tx, questionId, { option: { ...proposed, correct: false }, position });
    const where = { cardId: row.cardId, questionKey: row.questionKey };
    if (distractors) await tx.proposal.updateMany({ where, data: { distractors } });
  });
  return "done";
}

/** An option as it stands in the list of what can be put in. */
function backOf(option: { text: string; score: number; origin: string; source: string }): ProposedOption {
  const [known] = storedOptions([option]);
  return known ?? { text: option.text, score: option.score, origin: "teacher", source: option.source };
}

/** Asks the question in a proposed wording, or in the one before. Options and counts stay. */
export async function takeWording(bench: Bench, questionId: string, text: string): Promise<Outcome> {
  const question = await questionOf(bench, questionId);
  const row = question && (await rowOf(bench, question.cardId, question.key));
  if (!question || !row || ![...row.rewordings, row.prompt].includes(text)) return "gone";
  const { fault, flags } = await checkedAnew(bench, text, question.options.filter(isShown), question.flags);
  if (fault) return { message: `In these words it cannot be asked: ${fault}.` };
  const isModels = row.rewordings.includes(question.prompt);
  await bench.db.$transaction([
    bench.db.question.update({
      where: { id: questionId },
      data: { prompt: text, flags, edited: true, active: true },
    }),
    bench.db.proposal.updateMany({
      where: { cardId: row.cardId, questionKey: row.questionKey },
      data: { prompt: isModels ? row.prompt : question.prompt },
    }),
  ]);
  return "done";
}

/** Makes the question of a card that had none, with the wrong answers that a model proposed. */
export async function takeQuestion(bench: Bench, cardId: string, key: string): Promise<Outcome> {
  const { db, deckId, thread } = bench;
  const row = await rowOf(bench, cardId, key);
  const deck = await bench.bank.read(deckId);
  const card = deck.cards.find(({ id }) => id === cardId);
  if (!row || !card) return "gone";
  const more = storedOptions(row.distractors).filter(({ text }) => !row.dismissed.includes(text));
  const question = await thread.complete({ ...deck, cardId, key, more });
  if (!question) {
    return {
      message: "Fewer than two of these can stand beside the right answer. Write the question yourself.",
    };
  }
  const id = nanoid();
  const { kind, prompt, evidence, flags, rejected, options } = question;
  const made = { kind, prompt, evidence, flags, rejected, madeBy: "model", edited: true, position: 0 };
  await db.$transaction([
    db.question.createMany({
      data: [{ id, deckId, cardId, key, ...made, cardHash: cardHash(card) }],
      skipDuplicates: true,
    }),
    db.questionOption.createMany({
      data: options.map((option, position) => optionRow(id, option, position)),
    }),
  ]);
  return "done";
}

/** Takes a proposal off the desk for good. */
export async function dismissProposal(
  bench: Bench,
  cardId: string,
  key: string,
  text: string,
): Promise<Outcome> {
  const row = await rowOf(bench, cardId, key);
  if (!row) return "gone";
  const dismissed = [...new Set([...row.dismissed, text])].slice(-MOST_DISMISSED);
  await bench.db.proposal.update({
    where: { cardId_questionKey: { cardId, questionKey: key } },
    data: { dismissed },
  });
  return "done";
}
