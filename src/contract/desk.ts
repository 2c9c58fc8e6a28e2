import { z } from "zod";
import { DECK_LIMITS, DeckFormat } from "./deck";
import { MAX_OPTION_CHARS, MAX_PROMPT_CHARS, QuestionKind, type RejectedOption } from "./question";

/**
 * What a teacher may ask of the desk, where decks and their questions are worked on, and what the desk shows.
 * Lengths are in UTF-16 units, as everywhere in `DECK_LIMITS`.
 */

const rowId = z.string().min(1).max(64);
const front = z
  .string()
  .trim()
  .min(1, "The front is empty.")
  .max(DECK_LIMITS.frontChars, `The front is longer than ${DECK_LIMITS.frontChars} characters.`);
const back = z
  .string()
  .trim()
  .min(1, "The back is empty.")
  .max(DECK_LIMITS.backChars, `The back is longer than ${DECK_LIMITS.backChars} characters.`);
export const DeckTitle = z
  .string()
  .trim()
  .min(1, "Give the deck a name.")
  .max(DECK_LIMITS.titleChars, `${DECK_LIMITS.titleChars} characters at most.`);

export const CardText = z.object({ front, back });
export type CardText = z.infer<typeof CardText>;

/** A deck as the teacher leaves the preview. */
export const NewDeck = z.object({
  title: DeckTitle,
  format: DeckFormat,
  cards: z
    .array(
      CardText.extend({
        tags: z.array(z.string().max(DECK_LIMITS.tagChars)).max(DECK_LIMITS.tagsPerCard).default([]),
      }),
    )
    .min(1, "A deck needs at least one card.")
    .max(DECK_LIMITS.cards, `A deck holds ${DECK_LIMITS.cards} cards at most.`),
});
export type NewDeck = z.infer<typeof NewDeck>;

const optionText = z
  .string()
  .trim()
  .min(1, "An option is empty.")
  .max(MAX_OPTION_CHARS, `An option fits a phone up to ${MAX_OPTION_CHARS} characters.`);

/** A question as the teacher wrote it. `id` names an option that was there before; its counts stay with it. */
export const QuestionEdit = z.object({
  prompt: z
    .string()
    .trim()
    .min(1, "The question is empty.")
    .max(MAX_PROMPT_CHARS, `A question fits a phone up to ${MAX_PROMPT_CHARS} characters.`),
  options: z
    .array(z.object({ id: rowId.nullable(), text: optionText, correct: z.boolean() }))
    .min(2, "A question needs at least two options.")
    .max(4, "A phone shows four options at most.")
    .refine((options) => options.some((option) => option.correct), "One option must be right.")
    .refine((options) => options.some((option) => !option.correct), "One option must be wrong.")
    .refine(
      (options) => new Set(options.map((option) => option.text.toLowerCase())).size === options.length,
      "Two options say the same.",
    ),
});
export type QuestionEdit = z.infer<typeof QuestionEdit>;

/** Everything that can be done at the desk to a deck that is there. Each carries the ids it needs and nothing else. */
export const DeskCommand = z.discriminatedUnion("type", [
  z.object({ type: z.literal("rename-deck"), title: DeckTitle }),
  z.object({ type: z.literal("archive-deck"), archived: z.boolean() }),
  z.object({ type: z.literal("set-exam"), on: z.iso.date().nullable() }),
  z.object({ type: z.literal("turn-kind"), kind: QuestionKind, on: z.boolean() }),
  z.object({ type: z.literal("remake-deck") }),
  z.object({ type: z.literal("add-card"), ...CardText.shape }),
  z.object({ type: z.literal("edit-card"), cardId: rowId, ...CardText.shape }),
  z.object({ type: z.literal("turn-card"), cardId: rowId, on: z.boolean() }),
  z.object({ type: z.literal("remove-card"), cardId: rowId }),
  z.object({ type: z.literal("join-cards"), cardIds: z.array(rowId).min(1).max(50), into: rowId }),
  z.object({ type: z.literal("edit-question"), questionId: rowId, ...QuestionEdit.shape }),
  z.object({ type: z.literal("turn-question"), questionId: rowId, on: z.boolean() }),
  z.object({ type: z.literal("pin-question"), questionId: rowId, pinned: z.boolean() }),
  z.object({ type: z.literal("redraw-question"), questionId: rowId }),
  z.object({ type: z.literal("restore-question"), questionId: rowId }),
  z.object({ type: z.literal("ban-option"), questionId: rowId, optionId: rowId }),
  z.object({ type: z.literal("allow-text"), cardId: rowId, text: z.string().max(MAX_OPTION_CHARS) }),
]);
export type DeskCommand = z.infer<typeof DeskCommand>;

/** The answer to a command: a sentence when it was refused, and nothing has changed then. */
export type DeskAnswer = { ok: true } | { ok: false; message: string };

/** How far the making of a deck's questions has come, in cards; null when nothing is being made. */
export type Making = { done: number; of: number } | null;

/** Something in a deck that will play badly: what, on which cards, and what a teacher can do about it. */
export type DeckAilment = { code: string; message: string; cards: string[]; mend: string };

export type DeckSummary = {
  id: string;
  title: string;
  demo: boolean;
  /** Cards of the deck, and those of them that can be asked. */
  cards: number;
  askable: number;
  questions: number;
  /** False while its questions are being made. */
  made: boolean;
  createdAt: Date;
  lastPlayedAt: Date | null;
  archived: boolean;
};

export type DeskOption = {
  id: string;
  text: string;
  correct: boolean;
  origin: string;
  source: string;
  /** Nobody takes it, so it is not shown any more. */
  retired: boolean;
  shown: number;
  chosen: number;
};

export type DeskQuestion = {
  id: string;
  kind: string;
  prompt: string;
  evidence: string;
  flags: string[];
  pinned: boolean;
  edited: boolean;
  active: boolean;
  /** The card's text is not the one that this question was made from. */
  cardChanged: boolean;
  options: DeskOption[];
  /** What the generator turned down, and why. */
  rejected: RejectedOption[];
};

export type DeskCard = {
  id: string;
  /** 1-based place in the deck. */
  number: number;
  front: string;
  back: string;
  tags: string[];
  asked: boolean;
  banned: string[];
  /** Why it has no question; null when it has one. */
  skipped: string | null;
  questions: DeskQuestion[];
};

export type DeskDeck = {
  id: string;
  title: string;
  format: string;
  demo: boolean;
  archived: boolean;
  kindsOff: QuestionKind[];
  /** The day on which the deck should be known (YYYY-MM-DD); null: within a week, whenever it is played. */
  examOn: string | null;
  /** False while its questions are being made. */
  made: boolean;
  /** Another text whenever the deck's questions were made anew or a card of this page was changed. */
  version: string;
  cards: DeskCard[];
};
