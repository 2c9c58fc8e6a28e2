import type { ScoringMode } from "./settings";

/**
 * What the results pages and the files show of a session. One rule holds everywhere: a round that was voided, or is
 * still open, counts for nobody; its answers are shown and marked. Shares are 0–1, times ms, points whole numbers.
 */

/** How long games without a class are kept; a class says so itself. */
export const GUEST_RETENTION_DAYS = 90;

const DAY_MS = 24 * 60 * 60 * 1_000;

/** When a game that has ended will be deleted. @param days that it is kept */
export const keptUntil = (endedAt: Date, days: number): Date => new Date(endedAt.getTime() + days * DAY_MS);

export type SessionSummary = {
  id: string;
  title: string;
  className: string | null;
  createdAt: Date;
  /** Null while the game can still be played. */
  endedAt: Date | null;
  /** When it will be deleted; null while it can be played. */
  keptUntil: Date | null;
  players: number;
  /** Rounds that count. */
  rounds: number;
  /** Right answers among the answers to them; null without answers. */
  accuracy: number | null;
};

export type OptionResult = {
  id: string;
  text: string;
  correct: boolean;
  chosen: number;
  /** The option of the deck that it was; null where the deck has none. */
  storedOptionId: string | null;
};

export type RoundResult = {
  id: string;
  /** 1-based. */
  number: number;
  kind: string;
  /** The card it was made from; its own id where the deck is gone. */
  cardId: string;
  prompt: string;
  front: string;
  back: string;
  /** Why it was picked, in one line. */
  why: string | null;
  multiplier: number;
  voided: boolean;
  /** Closed and not voided. */
  counts: boolean;
  options: OptionResult[];
  /** Answers given, those of them that were right, and the students who had a seat and gave none. */
  answered: number;
  right: number;
  silent: number;
  /** Share of right answers among those given; null without answers. */
  share: number | null;
  medianMs: number | null;
  /** Wrong answers by students who rated themselves 4 or 5. */
  sureAndWrong: number;
};

export type StudentResult = {
  playerId: string;
  name: string;
  /** Removed by the host, or left. */
  removed: boolean;
  /** Sat down without a class, and is not known to be one of its students. */
  guest: boolean;
  /** Has a link to a report of their own. */
  shared: boolean;
  joinedAt: Date;
  /** In rounds that count. */
  answered: number;
  right: number;
  points: number;
  share: number | null;
  medianMs: number | null;
  /** 1-based by points; equal points share a place. Null for who left or was removed. */
  place: number | null;
};

export type AnswerResult = {
  roundId: string;
  number: number;
  playerId: string;
  name: string;
  optionId: string;
  optionText: string;
  correct: boolean;
  takenMs: number;
  /** As they count: 0 in a round that does not. */
  points: number;
  base: number;
  speed: number;
  streak: number;
  multiplier: number;
  confidence: number | null;
  acceptedAt: Date;
  /** Closed and not voided. */
  counts: boolean;
};

export type SessionResults = {
  id: string;
  title: string;
  className: string | null;
  /** The deck it was played with; null when that is gone. */
  deckId: string | null;
  createdAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  /** How points were given when it ended; null for a shape of settings that is no more. */
  scoring: ScoringMode | null;
  /** When it will be deleted; null while it is running. */
  keptUntil: Date | null;
  rounds: RoundResult[];
  /** By place. */
  students: StudentResult[];
  /** By round, then by the time they came. */
  answers: AnswerResult[];
  totals: {
    /** Answers in rounds that count, and the right ones. */
    answers: number;
    right: number;
    /** right ÷ answers; null without answers. */
    accuracy: number | null;
    /** 95 % interval of the accuracy (Wilson); null without answers. */
    low: number | null;
    high: number | null;
    voided: number;
  };
};

/** Students × questions that count, small enough to travel for 200 × 50. */
export type SessionMap = {
  sessionId: string;
  questions: { number: number; prompt: string; share: number | null }[];
  students: {
    playerId: string;
    name: string;
    guest: boolean;
    points: number;
    share: number | null;
    /** 1 right, 0 wrong, null no answer; in the order of the questions. */
    cells: (0 | 1 | null)[];
  }[];
};

/** A question that a student got wrong, as it is shown to learn from. */
export type MissedCard = { roundId: string; front: string; back: string; answered: string };
