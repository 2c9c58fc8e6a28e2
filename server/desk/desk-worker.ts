import { setImmediate as nextTurn } from "node:timers/promises";
import { parentPort } from "node:worker_threads";
import { createDistractors } from "#server/domain/distractors/choose";
import type { ChooseDistractors, Vectors } from "#server/domain/distractors/types";
import { examine } from "#server/domain/question/doctor";
import type { SkippedCard } from "#server/domain/question/generate";
import { studyDeck } from "#server/domain/question/study";
import { type DeckInput, parseDeck } from "#server/files/parse-deck";
import { loadVectors } from "#server/vectors/load";
import type { ParsedDeck } from "@/contract/deck";
import type { DeckAilment } from "@/contract/desk";
import type { Card } from "@/contract/question";
import { type MadeCard, madeBatches, type QuestionJob } from "./question-jobs";

/** What the thread is asked for, and what it answers; `job` tells one from another. */
export type Order = { job: number } & (
  | { type: "make"; wish: QuestionJob }
  | { type: "parse"; input: DeckInput }
  | { type: "examine"; cards: Card[]; skipped: SkippedCard[] }
);
export type Result = { parsed?: ParsedDeck; ailments?: DeckAilment[] };
export type Report = { job: number } & (
  | { type: "made"; cards: MadeCard[] }
  | { type: "done"; result: Result }
  | { type: "failed"; message: string }
);

/**
 * The thread in which decks are read and questions made, so that a big deck never holds up a running game. Jobs take
 * turns batch by batch: an edited card does not wait behind a deck of two thousand.
 */
let distractors: ChooseDistractors | undefined;
const report = (message: Report) => parentPort?.postMessage(message);

async function work(order: Order): Promise<void> {
  const { job } = order;
  try {
    if (order.type === "parse") {
      report({ job, type: "done", result: { parsed: await parseDeck(order.input) } });
      return;
    }
    if (order.type === "examine") {
      const ailments = examine(studyDeck(order.cards), order.skipped);
      report({ job, type: "done", result: { ailments } });
      return;
    }
    distractors ??= createDistractors(vectors());
    for (const cards of madeBatches(order.wish, distractors)) {
      report({ job, type: "made", cards });
      await nextTurn();
    }
    report({ job, type: "done", result: {} });
  } catch (error) {
    report({ job, type: "failed", message: error instanceof Error ? error.message : String(error) });
  }
}

/** Without its word vectors the house ranks wrong answers less well and goes on. */
function vectors(): Vectors | undefined {
  try {
    return loadVectors();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return undefined;
  }
}

parentPort?.on("message", (order: Order) => void work(order));
