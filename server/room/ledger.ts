import type { RejectionCode } from "@/contract/errors";
import type { GameEvent } from "@/contract/events";
import { evolve, fold } from "../domain/game/evolve";
import type { SessionState } from "../domain/game/state";
import type { Clock, EventLog, NumberedEvent, RoomLogger, SeatHashes, StoredSession } from "./ports";

export type Plan =
  | { ok: true; events: GameEvent[]; seats?: SeatHashes[] }
  | { ok: false; code: RejectionCode };

type Write = {
  cause: string | null;
  plan: (state: SessionState, now: number) => Plan;
  done: (refused: RejectionCode | null) => void;
};

/** What the ledger tells its room. */
export type LedgerHooks = {
  /** Stored and folded in; the acknowledgements are out. */
  stored: (events: GameEvent[]) => void;
  /** The state was rebuilt from the log after a write whose fate nobody knows. */
  reread: (session: StoredSession) => void;
  /** The session is no longer in the log: somebody has deleted it. */
  vanished: () => void;
};

/** Most commands in one commit, so that the first of a burst does not wait for the last of 2,000. */
const BATCH_MAX = 250;
/** So many turns of the event loop without a new command, some 10 µs each, end the gathering for a commit. */
const QUIET_TURNS = 3;
const REREAD_PAUSE_MS = 250;
const REREAD_PAUSE_MAX_MS = 4_000;

/**
 * The one serial line of a room. Commands are decided one after another, each on the state that the one before left;
 * what a batch of them has made happen is committed together; then they are acknowledged, then the screens are told.
 * While a commit is under way the next batch gathers: a burst needs few commits, a lone answer does not wait.
 */
export class Ledger {
  private readonly writes: Write[] = [];
  private readonly reads: ((state: SessionState) => void)[] = [];
  private current: SessionState;
  private lastSeq: number;
  private readonly fence: number | undefined;
  private running = false;
  private rereading = false;
  private stopped = false;

  constructor(
    session: StoredSession,
    private readonly log: EventLog,
    private readonly clock: Clock,
    private readonly logger: RoomLogger,
    private readonly hooks: LedgerHooks,
  ) {
    this.current = fold(session.events.map(({ event }) => event));
    this.lastSeq = session.events.at(-1)?.seq ?? 0;
    this.fence = session.fence;
  }

  /** The state with everything decided so far, committed or not: for decisions, and inside `read` for views. */
  get state(): SessionState {
    return this.current;
  }

  /** Decides in turn. `done` is called once, after the commit: with null, or with the reason for the refusal. */
  write(cause: string | null, plan: Write["plan"], done: Write["done"] = () => {}) {
    if (this.rereading || this.stopped) {
      done("try-again");
      return;
    }
    this.writes.push({ cause, plan, done });
    this.run();
  }

  /** Calls when nothing is under way, so that what is read has been stored. */
  read(call: (state: SessionState) => void) {
    this.reads.push(call);
    this.run();
  }

  stop() {
    this.stopped = true;
  }

  private run() {
    if (this.running) return;
    this.running = true;
    this.gather(this.writes.length, QUIET_TURNS);
  }

  /** Of a burst the messages that arrive one upon another are read first, and share the first commit. */
  private gather(before: number, quietTurns: number) {
    setImmediate(() => {
      const { length } = this.writes;
      if (length > before && length < BATCH_MAX) this.gather(length, QUIET_TURNS);
      else if (length === before && quietTurns > 1) this.gather(length, quietTurns - 1);
      else void this.drain();
    });
  }

  private async drain() {
    while (this.writes.length + this.reads.length > 0) {
      if (this.writes.length > 0) await this.commit(this.writes.splice(0, BATCH_MAX));
      for (const call of this.reads.splice(0)) call(this.current);
    }
    this.running = false;
  }

  private async commit(batch: Write[]) {
    const events: NumberedEvent[] = [];
    const seats: SeatHashes[] = [];
    const answers: (RejectionCode | null)[] = [];
    try {
      for (const write of batch) {
        const plan = write.plan(this.current, this.clock.now());
        answers.push(plan.ok ? null : plan.code);
        if (!plan.ok) continue;
        plan.events.forEach((event, i) => {
          this.current = evolve(this.current, event);
          events.push({ seq: this.lastSeq + events.length + 1, event, cause: i === 0 ? write.cause : null });
        });
        if (plan.seats) seats.push(...plan.seats);
      }
      if (events.length + seats.length > 0)
        await this.log.append({ sessionId: this.current.sessionId, events, seats, fence: this.fence });
    } catch (error) {
      this.logger.error(
        { session: this.current.sessionId, error: String(error) },
        "commit failed, reading anew",
      );
      this.rereading = true;
      for (const write of batch.concat(this.writes.splice(0))) write.done("try-again");
      await this.reread();
      return;
    }
    this.lastSeq += events.length;
    batch.forEach((write, i) => {
      write.done(answers[i] ?? null);
    });
    if (events.length > 0) this.hooks.stored(events.map(({ event }) => event));
  }

  /** After a failed commit only the log knows what happened. Nothing is decided until it has said so. */
  private async reread() {
    for (let pause = REREAD_PAUSE_MS; !this.stopped; pause = Math.min(pause * 2, REREAD_PAUSE_MAX_MS)) {
      try {
        const session = await this.log.load(this.current.sessionId);
        this.rereading = false;
        if (!session) {
          this.stop();
          this.hooks.vanished();
          return;
        }
        this.current = fold(session.events.map(({ event }) => event));
        this.lastSeq = session.events.at(-1)?.seq ?? 0;
        this.hooks.reread(session);
        return;
      } catch (error) {
        this.logger.warn(
          { session: this.current.sessionId, error: String(error) },
          "the log cannot be read yet",
        );
        await new Promise<void>((resolve) => this.clock.after(pause, resolve));
      }
    }
  }
}
