import { Worker } from "node:worker_threads";
import type { AskedQuestion } from "#server/domain/question/model/ask";
import type { Kept } from "#server/domain/question/model/keep";
import type { DeckInput } from "#server/files/parse-deck";
import { thread } from "#server/programs";
import type { ParsedDeck } from "@/contract/deck";
import type { DeckAilment } from "@/contract/desk";
import type { Question } from "@/contract/question";
import type { ExamineJob, Order, Report, Result } from "./desk-worker";
import type { Checked, CheckJob, CompleteJob, JudgeJob, WithoutJob } from "./proposal-jobs";
import type { MadeCard, QuestionJob } from "./question-jobs";

/** How long the thread stays after its last job: with a big deck it holds some 40 MB. */
const IDLE_MS = 60_000;
/** The making of questions leaves much behind that is used once; with less room it is swept more often, and hardly slower. */
const YOUNG_MB = 12;

type Wish = Order extends infer One ? (One extends Order ? Omit<One, "job"> : never) : never;
type Running = {
  onMade: (cards: MadeCard[]) => Promise<void>;
  /** What was reported is taken one batch after the other. */
  taken: Promise<void>;
  resolve: (result: Result) => void;
  reject: (error: Error) => void;
};

/** The desk's own thread, which starts with the first job and ends when it has been idle for a minute. */
export class DeskThread {
  private worker: Worker | null = null;
  private readonly running = new Map<number, Running>();
  private lastJob = 0;
  private idle: NodeJS.Timeout | undefined;

  /**
   * Makes questions and hands them over in batches, in the order of the deck; each batch is awaited before the next
   * is handed over. Rejects when the thread or `onMade` fails; batches handed over before stay handed over.
   */
  async make(wish: QuestionJob, onMade: (cards: MadeCard[]) => Promise<void>): Promise<void> {
    await this.order({ type: "make", wish }, onMade);
  }

  /** Reads a deck from outside. Rejects only when the thread fails: a bad deck is a deck with problems. */
  async parse(input: DeckInput): Promise<ParsedDeck> {
    const { parsed } = await this.order({ type: "parse", input }, async () => {});
    if (!parsed) throw new Error("The deck was not read.");
    return parsed;
  }

  /**
   * What the deck doctor says of cards; `skipped` are those that gave no question, with the reason, `off` those that
   * are not asked.
   */
  async examine(wish: ExamineJob): Promise<DeckAilment[]> {
    const { ailments } = await this.order({ type: "examine", wish }, async () => {});
    if (!ailments) throw new Error("The deck was not examined.");
    return ailments;
  }

  /** For cards that have no question: what they could be asked, if there were wrong answers. Some have no answer here. */
  async withoutWrong(wish: WithoutJob): Promise<AskedQuestion[]> {
    const { without } = await this.order({ type: "without-wrong", wish }, async () => {});
    if (!without) throw new Error("The cards were not read.");
    return without;
  }

  /** What of a model's proposals may be shown, in the order of the wish. */
  async judge(wish: JudgeJob): Promise<Kept[]> {
    const { kept } = await this.order({ type: "judge", wish }, async () => {});
    if (!kept) throw new Error("The proposals were not judged.");
    return kept;
  }

  /** What the last look says of a question as a teacher puts it together. */
  async check(wish: CheckJob): Promise<Checked> {
    const { checked } = await this.order({ type: "check", wish }, async () => {});
    if (!checked) throw new Error("The question was not checked.");
    return checked;
  }

  /** The question that these wrong answers make possible; null when there are still too few. */
  async complete(wish: CompleteJob): Promise<Question | null> {
    const { completed } = await this.order({ type: "complete", wish }, async () => {});
    if (completed === undefined) throw new Error("The question was not made.");
    return completed;
  }

  /** Ends the thread; jobs that were running are rejected. */
  async close(): Promise<void> {
    clearTimeout(this.idle);
    const worker = this.worker;
    this.worker = null;
    this.rejectAll(new Error("The server is stopping."));
    await worker?.terminate();
  }

  private order(wish: Wish, onMade: Running["onMade"]): Promise<Result> {
    const job = ++this.lastJob;
    clearTimeout(this.idle);
    return new Promise((resolve, reject) => {
      this.running.set(job, { onMade, taken: Promise.resolve(), resolve, reject });
      this.thread().postMessage({ ...wish, job });
    });
  }

  private thread(): Worker {
    if (this.worker) return this.worker;
    const { file, flags } = thread("desk-worker");
    const worker = new Worker(file, {
      execArgv: flags,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    worker.on("message", (report: Report) => this.receive(report));
    worker.on("error", (error) =>
      this.lost(worker, error instanceof Error ? error : new Error(String(error))),
    );
    worker.on("exit", () => this.lost(worker, new Error("The desk's thread stopped.")));
    this.worker = worker;
    return worker;
  }

  private receive(report: Report): void {
    const running = this.running.get(report.job);
    if (!running) return;
    if (report.type === "made") {
      running.taken = running.taken.then(() => running.onMade(report.cards));
      running.taken.catch((error: unknown) => this.fail(report.job, error));
    } else if (report.type === "failed") {
      this.fail(report.job, new Error(report.message));
    } else {
      // When taking failed, the line above has told so already.
      running.taken.then(
        () => this.finish(report.job, () => running.resolve(report.result)),
        () => undefined,
      );
    }
  }

  private fail(job: number, error: unknown): void {
    const running = this.running.get(job);
    const told = error instanceof Error ? error : new Error(String(error));
    if (running) this.finish(job, () => running.reject(told));
  }

  private finish(job: number, tell: () => void): void {
    this.running.delete(job);
    tell();
    if (this.running.size === 0) this.rest();
  }

  private rest(): void {
    this.idle = setTimeout(() => {
      const worker = this.worker;
      this.worker = null;
      void worker?.terminate();
    }, IDLE_MS);
    this.idle.unref();
  }

  private lost(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = null;
    this.rejectAll(error);
  }

  private rejectAll(error: Error): void {
    for (const job of [...this.running.keys()]) this.fail(job, error);
  }
}
