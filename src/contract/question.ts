import { z } from "zod";

/**
 * The shapes that travel from a deck to a question. A card is what the teacher wrote; a question is what the
 * class sees. Everything between (facts, candidates, rejected candidates) stays on the server.
 */

/** A flashcard as the rest of the house reads it. `front` and `back` are Markdown. */
export type Card = {
  id: string;
  front: string;
  back: string;
  tags?: readonly string[];
};

/**
 * Question kinds, ordered nowhere here: the order by measured validity is the registry's
 * (`server/domain/question/kinds/registry.ts`).
 */
export const QUESTION_KINDS = [
  "front-to-back",
  "front-to-statement",
  "back-to-front",
  "label-to-description",
  "description-to-label",
  "true-of",
  "not-true-of",
  "matrix",
  "contrast",
  "number",
  "date",
  "term-swap",
  "cloze",
  "formula",
] as const;
export const QuestionKind = z.enum(QUESTION_KINDS);
export type QuestionKind = z.infer<typeof QuestionKind>;

/** Where an option's text came from: the card itself (the key), the deck, a made-up variation, or a person. */
export const OPTION_ORIGINS = [
  "key",
  "same-section",
  "sibling-subject",
  "same-frame",
  "same-tag",
  "deck",
  "perturbation",
  "teacher",
  "model",
] as const;
export const OptionOrigin = z.enum(OPTION_ORIGINS);
export type OptionOrigin = z.infer<typeof OptionOrigin>;

export type QuestionOption = {
  text: string;
  correct: boolean;
  /** What the text was taken from, for a person to read: a card's front, a section, "made from the key". */
  source: string;
  origin: OptionOrigin;
  /** The ranker's score, higher is more plausible; 0 for the key. */
  score: number;
};

export type RejectedOption = { text: string; reason: string };

export type Question = {
  /** Stable for the same card content, kind and variant: a hash, so that a teacher's choices find it again. */
  id: string;
  /** The card's id. */
  card: string;
  kind: QuestionKind;
  prompt: string;
  /** The key and two or three distractors, in a seeded order. */
  options: QuestionOption[];
  /** The text of the card that proves the key. */
  evidence: string;
  /** Short machine words that a teacher's desk explains: "two-distractors", "condensed", … */
  flags: string[];
  rejected: RejectedOption[];
};

/** A prompt and an option must fit a phone; the longest allowed, in characters (code points). */
export const MAX_OPTION_CHARS = 120;
export const MAX_PROMPT_CHARS = 240;

/** A question needs a key and a distractor, and a phone shows four options. */
export const MIN_OPTIONS = 2;
export const MAX_OPTIONS = 4;
