import { z } from "zod";
import { DECK_LIMITS, DeckFormat } from "./deck";
import {
  MAX_OPTION_CHARS,
  MAX_OPTIONS,
  MAX_PROMPT_CHARS,
  MIN_OPTIONS,
  OptionOrigin,
  QuestionKind,
  type RejectedOption,
} from "./question";

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
    .min(MIN_OPTIONS, "A question needs at least two options.")
    .max(MAX_OPTIONS, "A phone shows four options at most.")
    .refine((options) => options.some((option) => option.correct), "One option must be right.")
    .refine((options) => options.some((option) => !option.correct), "One option must be wrong.")
    .refine(
      (options) => new Set(options.map((option) => option.text.toLowerCase())).size === options.length,
      "Two options say the same.",
    ),
});
export type QuestionEdit = z.infer<typeof QuestionEdit>;

const proposedText = z
  .string()
  .min(1)
  .max(MAX_OPTION_CHARS * 2);
const proposedPrompt = z
  .string()
  .min(1)
  .max(MAX_PROMPT_CHARS * 2);

/** What the operator's language model is to be asked about. */
export const AskAbout = z.discriminatedUnion("what", [
  /** Every card that it was not asked about yet. */
  z.object({ what: z.literal("deck") }),
  z.object({ what: z.literal("card"), cardId: rowId }),
  z.object({ what: z.literal("question"), questionId: rowId }),
]);
export type AskAbout = z.infer<typeof AskAbout>;

/** Everything that can be done at the desk to a deck that is there. Each carries the ids it needs and nothing else. */
export const DeskCommand = z.discriminatedUnion("type", [
  z.object({ type: z.literal("rename-deck"), title: DeckTitle }),
  z.object({ type: z.literal("archive-deck"), archived: z.boolean() }),
  z.object({ type: z.literal("set-exam"), on: z.iso.date().nullable() }),
  z.object({ type: z.literal("turn-kind"), kind: QuestionKind, on: z.boolean() }),
  z.object({ type: z.literal("remake-deck") }),
  z.object({ type: z.literal("add-card"), ...CardText.shape }),
  z.object({ type: z.literal("edit-card"), cardId: rowId, ...CardText.shape }),
  z.object({
    type: z.literal("turn-cards"),
    cardIds: z.array(rowId).min(1).max(DECK_LIMITS.cards),
    on: z.boolean(),
  }),
  z.object({ type: z.literal("remove-card"), cardId: rowId }),
  z.object({ type: z.literal("join-cards"), cardIds: z.array(rowId).min(1).max(50), into: rowId }),
  z.object({ type: z.literal("edit-question"), questionId: rowId, ...QuestionEdit.shape }),
  z.object({ type: z.literal("add-question"), cardId: rowId, ...QuestionEdit.shape }),
  z.object({ type: z.literal("turn-question"), questionId: rowId, on: z.boolean() }),
  z.object({ type: z.literal("pin-question"), questionId: rowId, pinned: z.boolean() }),
  z.object({ type: z.literal("redraw-question"), questionId: rowId }),
  z.object({ type: z.literal("restore-question"), questionId: rowId }),
  z.object({ type: z.literal("ban-option"), questionId: rowId, optionId: rowId }),
  z.object({ type: z.literal("show-option"), questionId: rowId, optionId: rowId }),
  z.object({ type: z.literal("allow-text"), cardId: rowId, text: z.string().max(MAX_OPTION_CHARS) }),
  z.object({ type: z.literal("allow-model"), on: z.boolean() }),
  z.object({ type: z.literal("ask-model"), about: AskAbout }),
  /** `instead`: the option that makes room; null puts it beside the others. */
  z.object({
    type: z.literal("take-option"),
    questionId: rowId,
    text: proposedText,
    instead: rowId.nullable(),
  }),
  z.object({ type: z.literal("take-wording"), questionId: rowId, text: proposedPrompt }),
  z.object({ type: z.literal("take-question"), cardId: rowId, key: rowId }),
  z.object({ type: z.literal("dismiss-proposal"), cardId: rowId, key: rowId, text: proposedPrompt }),
]);
export type DeskCommand = z.infer<typeof DeskCommand>;

/** The answer to a command: a sentence when it was refused, and nothing has changed then. */
export type DeskAnswer = { ok: true } | { ok: false; message: string };

/** How far the making of a deck's questions has come, in cards; null when nothing is being made. */
export type Making = { done: number; of: number } | null;

/** Something in a deck that will play badly: what, on which cards, and what a teacher can do about it. */
export type DeckAilment = { code: string; message: string; cards: string[]; mend: string };

/** Why a model that was asked has proposed nothing. */
export const ModelTrouble = z.enum([
  "unreachable",
  "too-slow",
  "busy",
  "not-allowed",
  "failed",
  "redirected",
  "too-large",
  "unreadable",
  /** It has failed several times and is left alone for a while. */
  "resting",
]);
export type ModelTrouble = z.infer<typeof ModelTrouble>;

/** How the asking about a deck goes, in questions; `trouble` is why the last of it ended early. */
export const Asking = z.object({
  asking: z.object({ done: z.number(), of: z.number() }).nullable(),
  trouble: ModelTrouble.nullable(),
});
export type Asking = z.infer<typeof Asking>;

/** The language model that the operator has named, and this deck's part in it. */
export type DeskModel = Asking & {
  name: string;
  /** Where texts go: scheme, host and port. */
  address: string;
  /** The teacher lets it read this deck. */
  allowed: boolean;
};

/** A wrong answer that can be put into a question: proposed by a model, or taken out to make room for one. */
export const ProposedOption = z.object({
  text: z.string(),
  score: z.number(),
  origin: OptionOrigin,
  source: z.string(),
});
export type ProposedOption = z.infer<typeof ProposedOption>;

/** What waits for the teacher's word. Nothing of it is asked in a game before. */
export type DeskProposals = {
  /** The key of the question. */
  key: string;
  model: string;
  options: ProposedOption[];
  wordings: string[];
  /** The wording before, where a proposed one has been taken. */
  before: string | null;
  /** What was turned down, and why. */
  rejected: RejectedOption[];
};

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
  /** The ranker's, higher is more plausible; 0 for the key and for what a person wrote. */
  score: number;
  /** Nobody takes it, so it is not shown any more. */
  retired: boolean;
  /** Wrong, and the best students take it more often than the weakest. */
  mayBeRight: boolean;
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
  /** What other options took the place of, with what classes made of it. */
  replaced: { text: string; shown: number; chosen: number }[];
  /** What the generator turned down, and why. */
  rejected: RejectedOption[];
  /** Who made it: the generator, the teacher, or the teacher from a model's wrong answers. */
  madeBy: "generated" | "teacher" | "model";
  /** A model may be asked about it: not about kinds whose wrong answers follow from the deck. */
  modelCanHelp: boolean;
  proposals: DeskProposals | null;
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
  /** A question that it could have with a model's wrong answers; only for a card without questions. */
  offer: (DeskProposals & { prompt: string; right: string }) | null;
};

export type DeskDeck = {
  id: string;
  title: string;
  format: string;
  demo: boolean;
  archived: boolean;
  kindsOff: QuestionKind[];
  /** The teacher lets the operator's language model read it. */
  modelAllowed: boolean;
  /** The day on which the deck should be known (YYYY-MM-DD); null: within a week, whenever it is played. */
  examOn: string | null;
  /** False while its questions are being made. */
  made: boolean;
  /** Another text whenever the deck's questions were made anew or a card of this page was changed. */
  version: string;
  cards: DeskCard[];
};
