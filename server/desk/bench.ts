import type { PrismaClient } from "../store/generated/client";
import type { DeskThread } from "./desk-thread";
import type { ProposalBank } from "./proposal-bank";
import type { QuestionBank } from "./question-bank";

/** What a command works with: the deck is known to be the teacher's. */
export type Bench = {
  db: PrismaClient;
  thread: DeskThread;
  bank: QuestionBank;
  proposals: ProposalBank;
  deckId: string;
};

/** Done, or "gone" when what it names is not in this deck, or a sentence that says why nothing was changed. */
export type Outcome = "done" | "gone" | { message: string };
