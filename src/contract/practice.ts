import { z } from "zod";

/** What a student's own page shows and asks for. */

export type PracticeDeck = {
  deckId: string;
  title: string;
  /** Cards that the student met and has probably half forgotten, and cards that they never met. */
  due: number;
  unmet: number;
  cards: number;
};

export type PracticeHomework = {
  id: string;
  title: string;
  /** The end of the last day in this time zone. */
  dueAt: Date;
  timeZone: string;
  done: number;
  cards: number;
};

export type PracticePage = {
  name: string;
  className: string;
  decks: PracticeDeck[];
  homework: PracticeHomework[];
};

export const PracticeWish = z.union([
  z.object({ deckId: z.string().min(1).max(64) }),
  z.object({ homeworkId: z.string().min(1).max(64) }),
]);
export type PracticeWish = z.infer<typeof PracticeWish>;

/** A question as it may be seen before it is answered: nothing in it tells the key. */
export type PracticeQuestion = {
  /** Sealed: what was asked, for the server alone. */
  ask: string;
  /** Markdown. */
  prompt: string;
  options: string[];
};

export const PracticeAnswer = z.object({
  ask: z.string().min(1).max(2_000),
  /** Place of the chosen option, from 0. */
  chosen: z.number().int().min(0).max(9),
  /** How well it was known, 1–5, said before the reveal; null for not said. */
  confidence: z.number().int().min(1).max(5).nullable(),
});
export type PracticeAnswer = z.infer<typeof PracticeAnswer>;

export type PracticeReveal = {
  correct: boolean;
  /** Places of the right options. */
  keys: number[];
  /** The card, Markdown: why it is so. */
  front: string;
  back: string;
};

/** Gone: the link was revoked or never was. Done: nothing is left to ask. */
export type PracticeAsk =
  | { ok: true; question: PracticeQuestion }
  | { ok: false; why: "gone" | "done" | "too-fast" };
export type PracticeAnswered =
  | { ok: true; reveal: PracticeReveal }
  | { ok: false; why: "gone" | "stale" | "too-fast" };

/** What whoever holds a link or a seat can ask of the server. */
export type PracticeDoor = {
  ask: (wish: PracticeWish) => Promise<PracticeAsk>;
  answer: (given: PracticeAnswer) => Promise<PracticeAnswered>;
};
