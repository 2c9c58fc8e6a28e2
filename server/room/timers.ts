import type { GameEvent } from "@/contract/events";
import { LIMITS } from "@/contract/limits";
import type { GameCommand } from "../domain/game/command";
import type { SessionState } from "../domain/game/state";
import { type Closing, closingOf } from "./closing";
import type { Clock } from "./ports";
import type { Presence } from "./presence";
import { factorChangesIn } from "./second-factor";

/** A round found open at start with less than this left has been eaten by the down-time: phones need that long to return. */
const WORTH_GOING_ON_MS = 5_000;

export type TimersDeps = {
  clock: Clock;
  presence: Presence;
  state: () => SessionState;
  /** Carries the command out; `refused` is called when it was refused for good. */
  close: (command: GameCommand, refused: () => void) => void;
  /** Something that a timer stands for has changed on the host's screen. */
  tellHost: () => void;
  /** The reveal is near enough to be counted down on phones, or no longer. */
  tellPhones: () => void;
};

/** What happens in a room by itself: the closing of the open round, the countdown to the reveal, the change of the word. */
export class Timers {
  private closing: (Closing & { cancel: () => void }) | null = null;
  private cancelFactor: (() => void) | null = null;
  private cancelTold: (() => void) | null = null;
  private ratingFrom = 0;
  private revealTold: number | null = null;
  /** The open round was eaten by the down-time: nothing closes it until the host has decided. */
  interrupted = false;

  constructor(private readonly deps: TimersDeps) {}

  /** When the reveal comes, once nothing but ratings is waited for; null otherwise. */
  get revealAt(): number | null {
    return this.closing?.rating && this.deps.state().phase.name === "question" ? this.closing.at : null;
  }

  /** The session was read from the log: after a stop of the server, or after a commit whose fate nobody knew. */
  restored() {
    const now = this.deps.clock.now();
    // Whoever was about to rate could not while the server was away.
    this.ratingFrom = now;
    const { phase } = this.deps.state();
    if (phase.name !== "question" || phase.pausedAt !== null) return;
    const { opensAt, durationMs } = phase.round;
    this.interrupted = durationMs !== null && opensAt + durationMs - now < WORTH_GOING_ON_MS;
  }

  /** Events were stored and folded into the state; `settle` follows, unless these move no closing. */
  happened(events: readonly GameEvent[]) {
    for (const event of events) {
      if (event.type === "answer-accepted" || event.type === "round-resumed") this.ratingFrom = event.at;
      if (event.type === "round-closed" || event.type === "round-reopened") this.interrupted = false;
    }
  }

  /** Whether answers have come and others are to come: then a burst need not work out the closing each time. */
  unmovedBy(events: readonly GameEvent[]): boolean {
    const { phase } = this.deps.state();
    return (
      phase.name === "question" &&
      !this.closing?.rating &&
      phase.round.answers.size < this.deps.presence.connected.size &&
      events.every(({ type }) => type === "answer-accepted" || type === "confidence-rated")
    );
  }

  /** Arms the timers for the state as it is now. */
  settle() {
    const { clock, state } = this.deps;
    const now = clock.now();
    const closing = this.due(now);
    if (closing?.at !== this.closing?.at || closing?.command.type !== this.closing?.command.type) {
      this.closing?.cancel();
      const cancel = closing && clock.after(Math.max(0, closing.at - now), () => this.closeIfDue());
      this.closing = closing && cancel && { ...closing, cancel };
    }
    if (this.revealAt !== this.revealTold) this.tellReveal(now);
    const { settings, phase } = state();
    if (!settings.secondFactor || phase.name === "podium" || this.cancelFactor) return;
    this.cancelFactor = clock.after(factorChangesIn(now), () => {
      this.cancelFactor = null;
      this.deps.tellHost();
      this.settle();
    });
  }

  stop() {
    this.closing?.cancel();
    this.cancelFactor?.();
    this.cancelTold?.();
  }

  private due(now: number): Closing | null {
    return this.interrupted ? null : closingOf(this.deps.state(), this.deps.presence, now, this.ratingFrom);
  }

  /** The projector counts the time to rate down from its start, phones from where most classes have rated. */
  private tellReveal(now: number) {
    const { revealAt } = this;
    this.revealTold = revealAt;
    this.cancelTold?.();
    const wait = revealAt === null ? 0 : Math.max(0, revealAt - LIMITS.revealToldMs - now);
    this.cancelTold = this.deps.clock.after(wait, this.deps.tellPhones);
    this.deps.tellHost();
  }

  /** The timer has fired: worked out anew, because a timer can be early and things can have changed. */
  private closeIfDue() {
    this.closing = null;
    const now = this.deps.clock.now();
    const due = this.due(now);
    if (!due || due.at > now) return this.settle();
    this.deps.close(due.command, () => this.settle());
  }
}
