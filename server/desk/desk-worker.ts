import { setImmediate as nextTurn } from "node:timers/promises";
import { parentPort } from "node:worker_threads";
import { chooserOf, createHouseRanker } from "#server/domain/distractors/choose";
import { judgeOf, lintSetOf } from "#server/domain/distractors/judge";
import type { Vectors } from "#server/domain/distractors/types";
import { examine } from "#server/domain/question/doctor";
import type { SkippedCard } from "#server/domain/question/generate";
import type { AskedQuestion } from "#server/domain/question/model/ask";
import type { Kept } from "#server/domain/question/model/keep";
import { type DeckInput, parseDeck } from "#server/files/parse-deck";
import { loadVectors } from "#server/vectors/load";
import type { ParsedDeck } from "@/contract/deck";
import type { DeckAilment } from "@/contract/desk";
import type { Card, Question } from "@/contract/question";
import {
  type Checked,
  type CheckJob,
  type CompleteJob,
  check,
  complete,
  type JudgeJob,
  judge,
  type WithoutJob,
  withoutWrong,
} from "./proposal-jobs";
import { type MadeCard, madeBatches, type QuestionJob } from "./question-jobs";
import { Studies } from "./studies";

export type ExamineJob = { cards: Card[]; skipped: SkippedCard[]; off: string[] };

/** What the thread is asked for, and what it answers; `job` tells one from another. */
export type Order = { job: number } & (
  | { type: "make"; wish: QuestionJob }
  | { type: "parse"; input: DeckInput }
  | { type: "examine"; wish: ExamineJob }
  | { type: "without-wrong"; wish: WithoutJob }
  | { type: "judge"; wish: JudgeJob }
  | { type: "check"; wish: CheckJob }
  | { type: "complete"; wish: CompleteJob }
);
export type Result = {
  parsed?: ParsedDeck;
  ailments?: DeckAilment[];
  without?: AskedQuestion[];
  kept?: Kept[];
  checked?: Checked;
  completed?: Question | null;
};
export type Report = { job: number } & (
  | { type: "made"; cards: MadeCard[] }
  | { type: "done"; result: Result }
  | { type: "failed"; message: string }
);

/**
 * The thread in which decks are read and questions made, so that a big deck never holds up a running game. Jobs take
 * turns batch by batch: an edited card does not wait behind a deck of two thousand.
 */
let tools: ReturnType<typeof sharpen> | undefined;
const studies = new Studies();
const report = (message: Report) => parentPort?.postMessage(message);

/** What needs the word vectors shares one copy of them. */
function sharpen() {
  const ranker = createHouseRanker(vectors());
  return { distractors: chooserOf(ranker), judge: judgeOf(ranker), lint: lintSetOf(ranker) };
}

async function work(order: Order): Promise<void> {
  const { job } = order;
  try {
    if (order.type === "make") {
      tools ??= sharpen();
      for (const cards of madeBatches(order.wish, studies, tools.distractors)) {
        report({ job, type: "made", cards });
        await nextTurn();
      }
    }
    report({ job, type: "done", result: await resultOf(order) });
  } catch (error) {
    report({ job, type: "failed", message: error instanceof Error ? error.message : String(error) });
  }
}

async function resultOf(order: Order): Promise<Result> {
  switch (order.type) {
    case "make":
      return {};
    case "parse":
      return { parsed: await parseDeck(order.input) };
    case "examine": {
      const { cards, skipped, off } = order.wish;
      return { ailments: examine(studies.of(cards), skipped, new Set(off)) };
    }
    case "without-wrong":
      return { without: withoutWrong(order.wish, studies) };
  }
  tools ??= sharpen();
  switch (order.type) {
    case "judge":
      return { kept: judge(order.wish, studies, tools.judge) };
    case "check":
      return { checked: check(order.wish, tools.lint) };
    case "complete":
      return { completed: complete(order.wish, studies, tools.distractors) };
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
