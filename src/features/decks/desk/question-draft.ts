import { plainText } from "@/contract/deck";
import type { DeskCard, DeskQuestion, QuestionEdit } from "@/contract/desk";
import { MAX_OPTION_CHARS, MAX_PROMPT_CHARS, type RejectedOption } from "@/contract/question";
import { originWords, questionWords } from "@/messages/en/questions";

export type DraftRow = QuestionEdit["options"][number] & {
  key: string;
  /** Where the wording came from; nothing for the teacher's own. */
  from?: string;
};

/** A question as the editor opens it. */
export type QuestionDraft = {
  /** What is edited: a question that is there, or a new one of a card. */
  of: { questionId: string } | { cardId: string };
  prompt: string;
  rows: DraftRow[];
  evidence: string;
  rejected: RejectedOption[];
};

/** A question that is there; options that nobody is shown any more are left out. */
export function draftOf(question: DeskQuestion): QuestionDraft {
  const rows = question.options
    .filter((option) => !option.retired)
    .map(({ id, text, correct, origin, source }) => ({
      ...{ id, text, correct, key: id },
      from: questionWords.from(originWords(origin, source)),
    }));
  const { id: questionId, prompt, evidence, rejected } = question;
  return { of: { questionId }, prompt, rows, evidence, rejected };
}

/** The card's own front and back, where they fit, and room for two wrong answers. */
export function blankDraft(card: DeskCard): QuestionDraft {
  const shortOf = (text: string, most: number) => ([...text].length <= most ? text : "");
  const row = (key: string, text: string, correct: boolean): DraftRow => ({ id: null, key, text, correct });
  return {
    of: { cardId: card.id },
    prompt: shortOf(plainText(card.front), MAX_PROMPT_CHARS),
    rows: [
      row("right", shortOf(plainText(card.back), MAX_OPTION_CHARS), true),
      row("wrong-1", "", false),
      row("wrong-2", "", false),
    ],
    evidence: "",
    rejected: [],
  };
}
