import {
  type AskedQuestion,
  MODEL_KINDS,
  ModelReply,
  materialOf,
  repliedTo,
  TASK,
} from "#server/domain/question/model/ask";
import type { LanguageModel } from "#server/model/model";
import type { AskAbout, Asking, DeskModel, ModelTrouble } from "@/contract/desk";
import type { PrismaClient } from "../store/generated/client";
import type { DeskThread } from "./desk-thread";
import { ProposalRows } from "./proposal-rows";
import { type AskTarget, ProposalTargets } from "./proposal-targets";

/** Questions in one message: the context of a small model holds no more. */
const BATCH = 4;

type Run = { queue: AskTarget[]; done: number; of: number; stop: AbortController; finished: Promise<void> };

/**
 * Lets the operator's language model propose, in the background: nothing that a teacher or a class does waits for it.
 * One run per deck, batch after batch; what comes is kept, so that a question is asked about once. A fault ends the
 * run, the built-in questions stand, and what was not asked is asked at the next occasion.
 */
export class ProposalBank {
  private readonly runs = new Map<string, Run>();
  private readonly troubles = new Map<string, ModelTrouble>();
  private closed = false;
  private readonly targets: ProposalTargets;
  private readonly rows: ProposalRows;

  /** @param model null when the operator has named none: then nothing is ever asked */
  constructor(
    private readonly db: PrismaClient,
    private readonly thread: DeskThread,
    private readonly model: LanguageModel | null,
    private readonly log: { error: (details: object, message: string) => void },
  ) {
    this.targets = new ProposalTargets(db, thread);
    this.rows = new ProposalRows(db);
  }

  /** Whether the operator has named a model. */
  get available(): boolean {
    return this.model !== null;
  }

  /** What the desk says of the model beside a deck; null when there is none. */
  about(deckId: string, allowed: boolean): DeskModel | null {
    if (!this.model) return null;
    const { name, address } = this.model;
    return { name, address, allowed, ...this.progress(deckId) };
  }

  /** How far the asking about a deck has come, and what went wrong last. */
  progress(deckId: string): Asking {
    const run = this.runs.get(deckId);
    return {
      asking: run ? { done: run.done, of: run.of } : null,
      trouble: this.troubles.get(deckId) ?? null,
    };
  }

  /**
   * Starts asking, where the teacher has allowed it; resolves when the run has begun, not when it is over.
   * @returns how many questions there are to ask about
   */
  async ask(deckId: string, about: AskAbout): Promise<number> {
    const { model } = this;
    if (!model) return 0;
    const targets = await this.targets.find(deckId, about);
    if (targets.length === 0 || this.closed) return 0;
    const running = this.runs.get(deckId);
    if (running) {
      const fresh = targets.filter((target) => !running.queue.some((other) => other.id === target.id));
      // What a person waits for goes before the rest of the deck.
      if (about.what === "deck") running.queue.push(...fresh);
      else running.queue.unshift(...fresh);
      running.of += fresh.length;
      return targets.length;
    }
    this.troubles.delete(deckId);
    const stop = new AbortController();
    const run: Run = { queue: [...targets], done: 0, of: targets.length, stop, finished: Promise.resolve() };
    this.runs.set(deckId, run);
    run.finished = this.run(deckId, run, model)
      .catch((error: unknown) =>
        this.log.error({ deckId, error: String(error) }, "a model's proposals failed"),
      )
      .finally(() => this.runs.delete(deckId));
    return targets.length;
  }

  /** The questions of a deck were made: asks about those that are new, where the teacher has allowed it. Never rejects. */
  async deckMade(deckId: string): Promise<void> {
    try {
      await this.ask(deckId, { what: "deck" });
    } catch (error) {
      this.log.error({ deckId, error: String(error) }, "a model could not be asked");
    }
  }

  /** Goes on with what a stop of the server, or a fault of the model, has left unasked. Never rejects. */
  async resume(): Promise<void> {
    if (!this.model) return;
    try {
      const decks = await this.db.deck.findMany({
        where: { modelAllowed: true, archivedAt: null, madeAt: { not: null } },
        select: { id: true },
      });
      for (const { id } of decks) if (!this.closed) await this.deckMade(id);
    } catch (error) {
      this.log.error({ error: String(error) }, "a model could not be asked");
    }
  }

  /** Asks nothing more about this deck; an answer that is under way is not taken. */
  stop(deckId: string): void {
    this.runs.get(deckId)?.stop.abort();
  }

  /** Asks nothing more about any deck; resolves when nothing runs. */
  async close(): Promise<void> {
    this.closed = true;
    const runs = [...this.runs.values()];
    for (const { stop } of runs) stop.abort();
    await Promise.all(runs.map(({ finished }) => finished));
  }

  private async run(deckId: string, run: Run, model: LanguageModel): Promise<void> {
    while (run.queue.length > 0 && !run.stop.signal.aborted) {
      const batch = run.queue.splice(0, BATCH);
      const read = await this.targets.read(deckId, batch);
      if (!read) return;
      const questions = read.questions.filter(({ kind }) => MODEL_KINDS.has(kind));
      if (questions.length > 0) {
        const fault = await this.askAbout(deckId, read, questions, model, run.stop.signal);
        if (fault === "stopped") return;
        if (fault) {
          this.troubles.set(deckId, fault);
          return;
        }
        this.troubles.delete(deckId);
      }
      run.done += batch.length;
    }
  }

  /** @returns why it came to nothing; undefined when the answer was taken */
  private async askAbout(
    deckId: string,
    { cards, seed }: Pick<NonNullable<Awaited<ReturnType<ProposalTargets["read"]>>>, "cards" | "seed">,
    questions: AskedQuestion[],
    model: LanguageModel,
    signal: AbortSignal,
  ): Promise<ModelTrouble | "stopped" | undefined> {
    const material = materialOf(questions);
    const answer = await model.ask({ task: TASK, material, reply: ModelReply }, signal);
    if (!answer.ok) return answer.fault;
    const nothing = { distractors: [], rewordings: [] };
    const replies = questions.map((asked, index) => ({
      asked,
      proposed: repliedTo(answer.value, index) ?? nothing,
    }));
    const kept = await this.thread.judge({ cards, seed, replies });
    if (signal.aborted) return "stopped";
    for (const [index, asked] of questions.entries()) {
      const proposals = kept[index];
      if (proposals) await this.rows.keep(deckId, asked, proposals, model.name);
    }
    return undefined;
  }
}
