import type { Question, QuestionKind } from "@/contract/question";
import { REPLACED } from "./option-rows";

/** A stored option, as far as making questions again needs it. */
export type StoredOption = { id: string; position: number; text: string; correct: boolean; state: string };

/** A stored question, as far as making questions again needs it. */
export type StoredQuestion = {
  id: string;
  key: string;
  kind: string;
  prompt: string;
  position: number;
  pinned: boolean;
  edited: boolean;
  active: boolean;
  cardHash: string;
  options: StoredOption[];
};

/** What has to be written so that a card's stored questions become the ones made now. */
export type Merge = {
  remove: string[];
  create: { question: Question; position: number; active: boolean }[];
  /**
   * Same question, other distractors, place or evidence. Options that stay, or come back, keep their row, and so their
   * counts; some of them move.
   */
  update: {
    id: string;
    question: Question;
    position: number;
    removeOptions: string[];
    moveOptions: { id: string; position: number }[];
    createOptions: { option: Question["options"][number]; position: number }[];
  }[];
  /** The teacher's own: only their place in the card may change. */
  move: { id: string; position: number }[];
};

/**
 * Joins what was made now with what is stored of one card. A question that the teacher has pinned or edited stays
 * as it stands, whatever was made; one that was turned off stays off, also when the card's text (and so the key) has
 * changed but the prompt has not; kinds that are off are left out.
 *
 * @param cardHash the name of the card's text now; a question from another text is written again even if it looks alike
 */
export function mergeQuestions(
  stored: readonly StoredQuestion[],
  made: readonly Question[],
  cardHash: string,
  kindsOff: readonly QuestionKind[],
): Merge {
  const wanted = made.filter((question) => !kindsOff.includes(question.kind));
  const own = stored.filter((question) => question.pinned || question.edited);
  const replaceable = new Map(
    stored.filter((question) => !own.includes(question)).map((question) => [question.key, question]),
  );
  const off = stored.filter((question) => !question.active);
  const wasOff = (question: Question) =>
    off.some((old) => old.kind === question.kind && old.prompt === question.prompt);

  const merge: Merge = { remove: [], create: [], update: [], move: [] };
  const placed = new Set<string>();
  wanted.forEach((question, position) => {
    const kept = own.find((old) => old.key === question.id);
    if (kept) {
      placed.add(kept.id);
      if (kept.position !== position) merge.move.push({ id: kept.id, position });
      return;
    }
    const old = replaceable.get(question.id);
    if (!old) {
      merge.create.push({ question, position, active: !wasOff(question) });
      return;
    }
    replaceable.delete(question.id);
    if (!same(old, question, position, cardHash)) merge.update.push(rewrite(old, question, position));
  });
  // What the teacher made of a text that is gone comes after the questions of the text that is there.
  own
    .filter((question) => !placed.has(question.id))
    .forEach((question, index) => {
      const position = wanted.length + index;
      if (question.position !== position) merge.move.push({ id: question.id, position });
    });
  merge.remove = [...replaceable.values()].map((question) => question.id);
  return merge;
}

function same(old: StoredQuestion, question: Question, position: number, cardHash: string): boolean {
  const standing = old.options.filter(({ state }) => state !== REPLACED);
  return (
    old.cardHash === cardHash &&
    old.prompt === question.prompt &&
    old.position === position &&
    standing.length === question.options.length &&
    question.options.every((option, index) => {
      const there = standing.find((candidate) => candidate.position === index);
      return there?.text === option.text && there.correct === option.correct;
    })
  );
}

function rewrite(old: StoredQuestion, question: Question, position: number): Merge["update"][number] {
  const left = [...old.options];
  const moveOptions: { id: string; position: number }[] = [];
  const createOptions: Merge["update"][number]["createOptions"] = [];
  question.options.forEach((option, index) => {
    const at = left.findIndex((there) => there.text === option.text && there.correct === option.correct);
    const [there] = at === -1 ? [] : left.splice(at, 1);
    if (!there) createOptions.push({ option, position: index });
    else if (there.position !== index || there.state === REPLACED)
      moveOptions.push({ id: there.id, position: index });
  });
  return {
    id: old.id,
    question,
    position,
    removeOptions: left.filter(({ state }) => state !== REPLACED).map(({ id }) => id),
    moveOptions,
    createOptions,
  };
}
