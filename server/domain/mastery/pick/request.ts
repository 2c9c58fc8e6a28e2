import type { QuestionOrder } from "@/contract/settings";
import type { Memories, Weights } from "../memory";

/** One card that could be asked, as the class that is present stands to it. */
export type Askable = {
  card: string;
  /** Where the card stands in the deck, from 0. */
  position: number;
  tags: readonly string[];
  /** Its questions, best first, and how often this class has seen each. Without questions it is never asked. */
  questions: readonly { id: string; seen: number }[];
  /** The card's memories, one per student present; the same students in the same order for every card. */
  seats: readonly Memories[];
};

/** A round of this session, for choosing the next: how many answered and how many of them were right. */
export type AskedRound = {
  card: string;
  question: string;
  right: number;
  answers: number;
  /** It brought a missed card back, on top of the session's questions. */
  secondTry: boolean;
};

export type PickRequest = {
  order: QuestionOrder;
  cards: readonly Askable[];
  /** This session's rounds, oldest first. */
  asked: readonly AskedRound[];
  weights: Weights;
  /** Seconds, the same epoch as the memories. */
  now: number;
  /** Seconds until it should be known: a week, or until the exam. */
  horizon: number;
  /** Equal requests with equal seeds give equal picks. */
  seed: number;
  /** How many questions the session asks; second tries come on top. */
  questions: number;
  /** Cards the host wants next, in that order. */
  pinned: readonly string[];
  /** Cards the host does not want in this session. */
  skipped: ReadonlySet<string>;
};

export type Pick = {
  card: string;
  question: string;
  /** One line for the host. */
  why: string;
  secondTry: boolean;
};
