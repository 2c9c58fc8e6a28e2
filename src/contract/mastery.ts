import type { Interval } from "./analysis";

/** What the teacher's pages show of what a class or a student knows. Shares and errors are 0–1, times seconds. */

/** A share of a deck that is known, and how sure we are of it. */
export type DeckMastery = {
  known: number;
  /** Standard error of `known`. */
  error: number;
  /** Answers it rests on. */
  answers: number;
  /** False: say "not enough answers yet" instead of the number. */
  enough: boolean;
};

/** How a class stands to one card. Shares are means over all its students. */
export type CardStanding = {
  card: string;
  known: number;
  inAWeek: number;
  /** Students who have answered it. */
  met: number;
  right: number;
  wrong: number;
  /** Students who know it now and will probably not in a week. */
  fading: number;
};

export type StudentStanding = {
  student: string;
  mastery: DeckMastery;
  /** When they last answered a card of the deck; null for never. */
  lastAt: number | null;
  /** Surely behind: even one standard error better they would know less than the class does. */
  behind: boolean;
};

export type ClassReport = {
  mastery: DeckMastery;
  /** What the class knew when it last answered, and when that was; null before any answer. */
  before: { known: number; at: number } | null;
  cards: CardStanding[];
  students: StudentStanding[];
};

/** A card, as far as a report names it. */
export type CardName = { id: string; front: string };

/** A deck that a class has met. */
export type ClassDeck = {
  deckId: string;
  title: string;
  cards: CardName[];
  students: { id: string; name: string }[];
  /** Null when the deck has no card that is asked, or the class no student. */
  report: ClassReport | null;
};

/** The same in one line; `cards` is their number. */
export type DeckLine = { deckId: string; title: string; cards: number; mastery: DeckMastery | null };

/** How much was known at a time; without `enough` the number is none to be shown alone. */
export type Moment = Pick<DeckMastery, "known" | "error" | "enough"> & { at: number };

/** When a class met a deck: answers with no gap of two hours between them. */
export type Meeting = { from: number; to: number; answers: number };

export type MasteryHistory = {
  meetings: (Meeting & { report: ClassReport })[];
  /** From the first meeting to now, with what was forgotten between the meetings. */
  past: Moment[];
  /** From now on, if nothing is asked: forgetting alone. */
  ahead: Moment[];
};

export type DeckHistory = MasteryHistory & {
  deckId: string;
  title: string;
  cards: CardName[];
  /** The sessions of this teacher's that are still kept, by the place of their meeting. */
  games: (string | null)[];
};

export type RatingRow = {
  rating: 1 | 2 | 3 | 4 | 5;
  n: number;
  right: number | null;
  interval: Interval | null;
};

/** Ratings 1–5 beside right answers. */
export type Calibration = {
  rows: RatingRow[];
  rated: number;
  /** Mean rating, read as 0–1, less the share right: above 0 is overconfident. Null for too few ratings. */
  overconfidence: number | null;
  /** P(a right answer was rated above a wrong one), ties half: 0.5 tells nothing. Null without both kinds. */
  discrimination: number | null;
};

/** One student's standing in one deck, with the cards that are weak. */
export type StudentDeck = {
  deckId: string;
  title: string;
  mastery: DeckMastery;
  weak: (Pick<CardStanding, "card" | "known" | "right" | "wrong"> & { front: string })[];
};

export type StudentAnswer = {
  id: string;
  at: Date;
  front: string;
  correct: boolean;
  confidence: number | null;
  /** Given in practice and not in a game. */
  practice: boolean;
};
