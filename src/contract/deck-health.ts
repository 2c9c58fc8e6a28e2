import type { Interval } from "./analysis";

/** What the answers to a deck say over all its games. Shares are 0–1; null where there is too little to say. */

/** An answer to one of a deck's questions, in a game that has been played. */
export type DeckAnswer = {
  sessionId: string;
  startedAt: Date;
  /** The class it was played with; null for guests. */
  classId: string | null;
  className: string | null;
  roundId: string;
  /** As it stands in the bank; null for a question that is there no more. */
  questionId: string | null;
  cardId: string;
  prompt: string;
  playerId: string;
  /** The same for one student in every game; guests are somebody else every time. */
  who: string;
  name: string;
  optionText: string;
  /** What there was to take: the words, and the option as it stands in the bank. */
  shown: readonly { text: string; option: string | null }[];
  /** The chosen option as it stands in the bank. */
  option: string | null;
  /** The card whose answer was given, if it was another card's. */
  took: string | null;
  /** The cards whose answers stood there as wrong options, and how many wrong options there were. */
  offered: string[];
  distractors: number;
  correct: boolean;
  confidence: number | null;
  at: Date;
};

/** What one group made of a question: a class, or the guests of one game. */
export type GroupShare = {
  group: string;
  answers: number;
  right: number;
  /** When it first answered, epoch ms. */
  since: number;
  /** How much easier it was for them than for the others, in logits. */
  shift: number | null;
};

/** 1.5 on the delta scale, where a shift is called large (Zieky 1993), in logits: 1.5 / 2.35. */
export const LARGE_SHIFT = 0.64;

/**
 * What is to be said of a question, the most urgent first. `rival` a wrong option draws more than the key · `backwards`
 * those who know the rest do worse on it · `weak` it hardly tells who knows the rest · `drifts` it is another question
 * for another class · `known` nearly everybody knows it · `few` too little to say · `good` nothing of these.
 */
export const VERDICTS = ["rival", "backwards", "weak", "drifts", "known", "few", "good"] as const;
export type Verdict = (typeof VERDICTS)[number];

export type QuestionHealth = {
  question: string;
  /** How often it was asked: in games, of students, and when last (epoch ms). */
  games: number;
  students: number;
  answers: number;
  lastAt: number;
  /** First attempts; the share of them that were right, with its 95 % interval. */
  first: number;
  difficulty: number | null;
  interval: Interval | null;
  /** Corrected point-biserial, pooled over games; null until `ENOUGH_STUDENTS` first attempts carry it. */
  discrimination: number | null;
  discriminationInterval: Interval | null;
  groups: GroupShare[];
  /** The groups differ more than chance and by enough to matter. */
  drifts: boolean;
  /** Wrong options that surely fewer than one in twenty take, of those who were shown it. */
  dead: string[];
  /** A wrong option that surely more take than the key, where it is shown. */
  rival: string | null;
  verdict: Verdict;
};

/** The health of a question with the words that it speaks of. */
export type HealthRow = QuestionHealth & {
  cardId: string;
  prompt: string;
  /** Whether it is still asked. */
  active: boolean;
  /** Texts of the options that the health names. */
  rivalText: string | null;
  deadTexts: string[];
  /** Options that it had in some of these games and has no more: of how many answers, and how many took it. */
  replaced: { text: string; shown: number; taken: number }[];
  groupNames: string[];
};

export type DeckHealth = { rows: HealthRow[]; neverAsked: number };

/** "Answers `asked` with the answer of `answered`". */
export type ConfusionEdge = {
  asked: string;
  answered: string;
  /** Students who did so, each once, of those to whom it was offered; the share of them, with its 95 % interval. */
  students: number;
  offered: number;
  share: number;
  interval: Interval | null;
  /** All answers that did so. */
  times: number;
  /** More of the wrong answers went there than blind choice among the wrong options would send. */
  beyondChance: boolean;
};

export type ConfusionGraph = {
  /** The cards that have an edge, so ordered that those which are mixed up stand close together. */
  cards: string[];
  /** By students, then by share. */
  edges: ConfusionEdge[];
  /** Pairs that rest on fewer students, which may be slips: counted and not drawn. */
  slips: number;
};
