import type { AskedQuestion } from "@/contract/events";
import type { PlayerId } from "@/contract/ids";
import { LIMITS } from "@/contract/limits";
import type { SessionState } from "../domain/game/state";
import type { BankQuestion, Chance, QuestionRequest, QuestionSource, StoredSession } from "./ports";

type Chosen = { question: AskedQuestion; why: string | null; secondTry: boolean };

/**
 * The question that comes next, chosen ahead while the class looks at the answer, so that `next` is instant and the
 * host's screen knows whether there is one. Chosen anew when what it rests on has changed.
 */
export class UpNext {
  /** What comes up after it, as things stand. */
  plan: Awaited<ReturnType<QuestionSource["plan"]>> = { next: [], skipped: [] };
  private stale = false;
  private chosen: Promise<Chosen | null> = Promise.resolve(null);
  private round = 0;
  /** Whether `next` can open a question, as far as is known now. */
  has = false;

  constructor(
    private readonly source: QuestionSource,
    private readonly session: Pick<StoredSession, "sessionId" | "deckId" | "classId">,
    private readonly chance: Chance,
    /** Who is here, for whom the choice is made. */
    private readonly here: (state: SessionState) => { id: PlayerId; studentId: string | null }[],
    /** Called when `has` or the plan may have changed. */
    private readonly known: () => void,
  ) {}

  /** Chooses for the state as it is now; an earlier choice is dropped. */
  prepare(state: SessionState, now: number) {
    const round = ++this.round;
    this.stale = false;
    const open = state.phase.name !== "podium";
    const request = this.request(state, now);
    this.chosen = open ? this.choose(request) : Promise.resolve(null);
    const settle = (has: boolean, plan = this.plan) => {
      if (round !== this.round || (has === this.has && plan === this.plan)) return;
      this.has = has;
      this.plan = plan;
      this.known();
    };
    this.chosen.then((chosen) => settle(chosen !== null)).catch(() => settle(true));
    if (open)
      this.chosen
        .then(() => (round === this.round ? this.source.plan(request, LIMITS.planShown) : null))
        .then((plan) => plan && settle(this.has, plan))
        // The plan is a help to look ahead; the next question does not need it.
        .catch(() => {});
  }

  /** Those for whom it was chosen have changed: chosen anew when it is taken, if not before. */
  outdate() {
    this.stale = true;
  }

  /** The prepared question; when preparing it failed, one more try. Null when there is none. */
  async take(state: SessionState, now: number): Promise<Chosen | null> {
    if (this.stale) this.prepare(state, now);
    return this.chosen.catch(() => {
      this.prepare(state, now);
      return this.chosen;
    });
  }

  private async choose(request: QuestionRequest): Promise<Chosen | null> {
    const found = await this.source.next(request);
    return found && { ...found, question: this.asAsked(found.question) };
  }

  private request(state: SessionState, now: number): QuestionRequest {
    return {
      sessionId: this.session.sessionId,
      deckId: this.session.deckId,
      classId: this.session.classId,
      settings: state.settings,
      rounds: state.rounds.map(({ question, opensAt, voided, answers, secondTry }) => ({
        questionId: question.questionId,
        cardId: question.cardId,
        openedAt: opensAt,
        options: question.options.length,
        voided,
        answers,
        secondTry,
      })),
      players: this.here(state),
      plan: state.plan,
      now,
    };
  }

  /** Freezes a question of the bank: every option gets an id that means nothing outside this round. */
  private asAsked({ options, ...question }: BankQuestion): AskedQuestion {
    const drawn = options.map((option) => ({ ...option, id: this.chance.optionId() }));
    return {
      ...question,
      options: drawn.map(({ id, text, storedOptionId }) => ({ id, text, storedOptionId })),
      keys: drawn.filter((option) => option.correct).map((option) => option.id),
    };
  }
}
