/** What the answers of a session say beyond their sums. Shares are 0–1; null where there is too little to say. */

export type Interval = { low: number; high: number };

/** Under this many students a reliability or a correlation is shown as provisional. */
export const ENOUGH_STUDENTS = 30;

export type OptionAnalysis = {
  id: string;
  /** Of those who answered, and of the best and the weakest third by their other answers. */
  share: number | null;
  top: number | null;
  bottom: number | null;
  /** A wrong answer that fewer than 5 % took. */
  dead: boolean;
  /** A wrong answer that goes with knowing the rest, more than the right one does and more than by chance. */
  mayBeRight: boolean;
  /** The front of the card whose answer this is, if it is another card's. */
  takenFor: string | null;
};

export type QuestionAnalysis = {
  roundId: string;
  interval: Interval | null;
  /** Corrected point-biserial and its standard error: does the question tell who knows the rest? */
  discrimination: number | null;
  error: number | null;
  /** Fewer than `ENOUGH_STUDENTS`. */
  provisional: boolean;
  /** The card had been asked before in this session: an exercise, and no measurement. */
  again: boolean;
  options: OptionAnalysis[];
  /** Answers and right ones by rating 1–5. */
  ratings: { rating: number; answers: number; right: number }[];
  /** Mean rating of right and of wrong answers. */
  sureRight: number | null;
  sureWrong: number | null;
};

export type Misconception = {
  roundId: string;
  optionId: string;
  share: number;
  students: string[];
  /** How many of them rated themselves 4 or 5. */
  sure: number;
  takenFor: string | null;
};

export type Relearned = {
  front: string;
  students: number;
  first: number;
  second: number;
  rounds: { id: string; number: number }[];
};

export type ReliabilityReport = {
  /** Who answered every question that was asked for the first time. */
  students: number;
  questions: number;
  kr20: number | null;
  interval: Interval | null;
  /** Standard error of measurement, in right answers. */
  sem: number | null;
  mean: number | null;
  sd: number | null;
  provisional: boolean;
};

export type StudentAnalysis = {
  playerId: string;
  interval: Interval | null;
  /** Mean rating, as 0–1, less the share right: above 0 is overconfident. */
  overconfidence: number | null;
  ratings: { rating: number; answers: number; right: number | null }[];
  /** Rounds whose card was missed last, the latest first. */
  missed: string[];
  /** Of those, the ones missed while sure. */
  sureAndMissed: string[];
  /** Why this student is worth a look; null for the others. */
  watch: string | null;
};

export type SessionAnalysis = {
  questions: QuestionAnalysis[];
  /** Surest first. */
  misconceptions: Misconception[];
  /** Rounds of the cards to teach again, at most three, worst first. */
  teachAgain: string[];
  /** Questions that measured badly, and why. */
  failed: { roundId: string; why: string }[];
  students: StudentAnalysis[];
  relearned: Relearned[];
  /** All of `relearned` together; null without it. */
  learned: { pairs: number; first: number; second: number } | null;
  reliability: ReliabilityReport;
  confusions: { asked: string; answered: string; times: number; students: number }[];
};
