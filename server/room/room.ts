import type { HostCommand, PlayerCommand, Standpoint } from "@/contract/commands";
import type { Ack, RejectionCode } from "@/contract/errors";
import type { GameEvent } from "@/contract/events";
import type { PlayerId, SessionId } from "@/contract/ids";
import { LIMITS } from "@/contract/limits";
import type { HostView, PlayerView, Snapshot } from "@/contract/views";
import type { GameCommand } from "../domain/game/command";
import { decide } from "../domain/game/decide";
import { type SessionState, seated } from "../domain/game/state";
import type { LiveFacts } from "../domain/game/view";
import { AnsweredCommands, lastingAck } from "./answered-commands";
import { type Closing, closingOf } from "./closing";
import { Ledger, type Plan } from "./ledger";
import type {
  Chance,
  ClassSeats,
  ClassStudent,
  Clock,
  EventLog,
  QuestionSource,
  RoomLogger,
  Screens,
  StoredSession,
} from "./ports";
import { ABSENT_AFTER_MS, Presence } from "./presence";
import { Publisher } from "./publisher";
import type { SeatIndex } from "./seat-index";
import { type JoinCall, Seating, type Sit, withDrawnName } from "./seating";
import { factorAt, factorChangesIn, factorFits } from "./second-factor";
import { UpNext } from "./up-next";

export type RoomDeps = {
  log: EventLog;
  questions: QuestionSource;
  classSeats: ClassSeats;
  clock: Clock;
  chance: Chance;
  screens: Screens;
  seats: SeatIndex;
  logger: RoomLogger;
  /** The address that phones open. */
  joinUrl: string;
  /** Called once when the game has ended, and when its session is found deleted. */
  over: (room: Room, why: "ended" | "deleted") => void;
};

const OK: Ack = { ok: true };

/** A round found open at start with less than this left has been eaten by the down-time: phones need that long to return. */
const WORTH_GOING_ON_MS = 5_000;
/** After somebody came or went, so long until the next question is chosen anew: names come in bursts. */
const CHOOSE_ANEW_MS = 1_500;

/** The live form of a session: the shell round the core. Everything goes through one serial line, the ledger. */
export class Room {
  readonly sessionId: SessionId;
  readonly teacherId: string;
  readonly classId: string | null;
  private readonly ledger: Ledger;
  private readonly publisher: Publisher;
  private readonly upNext: UpNext;
  private readonly presence = new Presence();
  private readonly answered = new AnsweredCommands<Ack>(lastingAck);
  private readonly seating: Seating;
  private readonly factorSecret: string;
  private closing: (Closing & { cancel: () => void }) | null = null;
  private cancelFactor: (() => void) | null = null;
  private cancelChoice: (() => void) | null = null;
  private roster: ClassStudent[] | null = null;
  private cancelTold: (() => void) | null = null;
  private ratingFrom = 0;
  private revealTold: number | null = null;
  private interrupted = false;
  /** Server epoch ms of the last thing that happened here. */
  activeAt: number;

  constructor(
    session: StoredSession,
    private readonly deps: RoomDeps,
  ) {
    this.sessionId = session.sessionId;
    this.teacherId = session.teacherId;
    this.classId = session.classId;
    this.factorSecret = deps.chance.token();
    this.activeAt = deps.clock.now();
    this.ledger = new Ledger(session, deps.log, deps.clock, deps.logger, {
      stored: (events) => this.stored(events),
      reread: (again) => this.reread(again),
      vanished: () => deps.over(this, "deleted"),
    });
    const published = {
      state: () => this.ledger.state,
      live: () => this.live(),
      revealAt: () => this.revealAt,
    };
    this.publisher = new Publisher(published, deps.screens, deps.clock, (call) => this.ledger.read(call));
    this.upNext = new UpNext(
      deps.questions,
      session,
      deps.chance,
      (state) => this.here(state),
      () => this.tellHost(),
    );
    this.seating = new Seating({
      ...deps,
      sessionId: this.sessionId,
      classId: this.classId,
      ledger: this.ledger,
      knows: (factor) => this.knows(factor),
      came: (playerId) => this.phoneCame(playerId),
    });
    this.restore(session);
    this.upNext.prepare(this.state, deps.clock.now());
    this.settleTimers();
    this.readRoster();
  }

  get state(): SessionState {
    return this.ledger.state;
  }

  get ended(): boolean {
    return this.state.phase.name === "podium";
  }

  /** Whether the word on the projector, where the game asks for one, is known. */
  knows(factor: string | undefined): boolean {
    return !this.state.settings.secondFactor || factorFits(this.factorSecret, factor, this.deps.clock.now());
  }

  /** Gives a seat and calls `sit`, or resolves with the reason against it. A retry finds the first try's seat. */
  join(call: JoinCall, sit: Sit): Promise<RejectionCode | null> {
    return this.seating.join(call, sit);
  }

  /** Opens a seat again for the token whose hash is given. */
  reseat(playerId: PlayerId, usedHash: string | null, sit: Sit): Promise<RejectionCode | null> {
    return this.seating.reseat(playerId, usedHash, sit);
  }

  private phoneCame(playerId: PlayerId): Snapshot<PlayerView> {
    this.presence.came(playerId);
    const snapshot = this.publisher.phoneCame(playerId);
    this.settleTimers();
    return snapshot;
  }

  /** A phone's connection is gone; its seat stays. */
  phoneWent(playerId: PlayerId) {
    this.presence.went(playerId, this.deps.clock.now());
    this.publisher.phoneWent(playerId);
    this.deps.clock.after(ABSENT_AFTER_MS, () => this.settleTimers());
  }

  /** A host screen has come: `sit` gets the whole view at the moment from which patches follow. */
  hostCame(sit: (snapshot: Snapshot<HostView>) => void) {
    this.readRoster();
    this.ledger.read(() => sit(this.publisher.hostCame()));
  }

  hostWent() {
    this.publisher.hostWent();
  }

  wholeForPhone(playerId: PlayerId, give: (snapshot: Snapshot<PlayerView>) => void) {
    this.ledger.read(() => give(this.publisher.phoneWhole(playerId)));
  }

  wholeForHost(give: (snapshot: Snapshot<HostView>) => void) {
    this.ledger.read(() => give(this.publisher.hostWhole()));
  }

  /** What a seated phone asks for. `lagMs`: the network delay that the server has measured for it. */
  player(playerId: PlayerId, command: PlayerCommand, lagMs: number, answer: (ack: Ack) => void) {
    const cause = `${playerId}/${command.commandId}`;
    this.answered.once(cause, this.deps.clock.now(), answer, (done) => {
      if (command.type === "answer") return this.tell(cause, { ...command, playerId, lagMs }, done);
      if (command.type === "redraw") return this.redraw(cause, playerId, done);
      return this.tell(cause, { ...command, playerId }, done);
    });
  }

  /** What the host asks for; the caller has checked that it is this session's teacher. */
  host(command: HostCommand, answer: (ack: Ack) => void) {
    const cause = `host/${command.commandId}`;
    this.answered.once(cause, this.deps.clock.now(), answer, (done) => {
      switch (command.type) {
        case "next":
          return void this.next(cause, command.from, done);
        case "close-round":
          return this.tell(cause, { ...command, reason: "host" }, done);
        case "seat-student":
          return void this.seating.seatStudent(cause, command.studentId, done);
        case "answer-for":
          return this.presence.connected.has(command.playerId)
            ? done({ ok: false, code: "has-phone" })
            : this.tell(cause, { ...command, type: "answer", lagMs: 0 }, done);
        default:
          return this.tell(cause, command, done);
      }
    });
  }

  /** Ends a game that everybody has left behind. */
  abandon() {
    this.tell(null, { type: "end" });
  }

  /** Takes the room down for good, and tells everybody who still looks at it. */
  close() {
    this.stop();
    this.deps.screens.close();
  }

  /** Takes the room down as a crash would: a server that starts again opens it anew, and every seat is kept. */
  stop() {
    this.ledger.stop();
    this.publisher.stop();
    this.closing?.cancel();
    this.cancelFactor?.();
    this.cancelChoice?.();
    this.cancelTold?.();
    for (const id of this.state.players.keys()) this.deps.seats.remove(id);
  }

  private tell(cause: string | null, command: GameCommand, done: (ack: Ack) => void = () => {}) {
    this.ledger.write(
      cause,
      (state, now) => decide(state, command, now, this.deps.chance.random),
      (refused) => done(refused ? { ok: false, code: refused } : OK),
    );
  }

  private redraw(cause: string, playerId: PlayerId, done: (ack: Ack) => void) {
    const { random } = this.deps.chance;
    const plan = (state: SessionState, now: number): Plan =>
      withDrawnName(random, (name) => decide(state, { type: "redraw", playerId, name }, now, random));
    this.ledger.write(cause, plan, (refused) => done(refused ? { ok: false, code: refused } : OK));
  }

  private async next(cause: string, from: Standpoint, done: (ack: Ack) => void) {
    const chosen = await this.upNext.take(this.state, this.deps.clock.now()).catch(() => "failed" as const);
    if (chosen === "failed") return done({ ok: false, code: "try-again" });
    const roundId = this.deps.chance.roundId();
    const plan = (state: SessionState, now: number): Plan => {
      if (state.phase.name === "podium") return { ok: false, code: "game-over" };
      if (!standsAt(state, from)) return { ok: false, code: "wrong-phase" };
      if (!chosen) return { ok: false, code: "no-more-questions" };
      return decide(state, { type: "open-round", roundId, ...chosen }, now, this.deps.chance.random);
    };
    this.ledger.write(cause, plan, (refused) => done(refused ? { ok: false, code: refused } : OK));
  }

  /** For whom the next question is chosen: those who are here, with a phone or without; if nobody is, all who have a seat. */
  private here(state: SessionState): { id: PlayerId; studentId: string | null }[] {
    const present = this.presence.present(this.deps.clock.now());
    const players = [...seated(state)];
    const here = players.filter(({ id, phoneless }) => phoneless || present.has(id));
    return (here.length > 0 ? here : players).map(({ id, studentId }) => ({ id, studentId }));
  }

  /** The class list can change while a game goes on: a student is added at the door. */
  private readRoster() {
    if (this.classId === null) return;
    this.deps.classSeats.roster(this.classId).then(
      ({ students }) => {
        this.roster = students;
        this.tellHost();
      },
      (error: unknown) =>
        this.deps.logger.warn(
          { session: this.sessionId, error: String(error) },
          "the class list was not read",
        ),
    );
  }

  private stored(events: GameEvent[]) {
    this.activeAt = this.deps.clock.now();
    for (const event of events) {
      if (event.type === "answer-accepted" || event.type === "round-resumed") this.ratingFrom = event.at;
      if (event.type === "round-closed" || event.type === "round-reopened") this.interrupted = false;
      if (event.type === "player-removed") this.presence.connected.delete(event.playerId);
    }
    const opened = events.some(({ type }) => type === "round-opened");
    const anew = ["round-closed", "settings-changed", "plan-changed"];
    if (opened || events.some(({ type }) => anew.includes(type)))
      this.upNext.prepare(this.state, this.deps.clock.now());
    else if (events.some(({ type }) => type === "player-joined" || type === "player-removed"))
      this.choiceOutdated();
    this.publisher.happened(events);
    if (!this.stillAnswering(events)) this.settleTimers();
    if (events.some(({ type }) => type === "session-ended")) this.deps.over(this, "ended");
  }

  /** Somebody has come or gone: the choice is made anew when the door has come to rest, or when it is taken. */
  private choiceOutdated() {
    // Guests who have not answered yet are all alike: what comes first does not depend on them.
    if (this.classId === null) return;
    this.upNext.outdate();
    if (this.cancelChoice || this.state.phase.name === "question") return;
    this.cancelChoice = this.deps.clock.after(CHOOSE_ANEW_MS, () => {
      this.cancelChoice = null;
      this.upNext.prepare(this.state, this.deps.clock.now());
    });
  }

  /** Answers have come and others are to come: then no closing moves, and a burst need not work one out each time. */
  private stillAnswering(events: readonly GameEvent[]): boolean {
    const { phase } = this.state;
    return (
      phase.name === "question" &&
      !this.closing?.rating &&
      phase.round.answers.size < this.presence.connected.size &&
      events.every(({ type }) => type === "answer-accepted" || type === "confidence-rated")
    );
  }

  private reread(session: StoredSession) {
    this.restore(session);
    this.upNext.prepare(this.state, this.deps.clock.now());
    this.publisher.everythingWhole();
    this.settleTimers();
  }

  /** Takes from the log what lives beside the state: seats, commands already carried out, an eaten question. */
  private restore({ sessionId, events, seats }: StoredSession) {
    const now = this.deps.clock.now();
    for (const hashes of seats) this.deps.seats.put(sessionId, hashes);
    // Whoever was about to rate could not while the server was away.
    this.ratingFrom = now;
    for (const { event, cause } of events) {
      if (cause === null) continue;
      if (event.type !== "player-joined") this.answered.restore(cause, event.at, { ok: true });
      else if (!this.presence.connected.has(event.playerId))
        this.seating.restore(cause, event.playerId, event.at);
    }
    for (const { id } of seated(this.state))
      if (!this.presence.connected.has(id)) this.presence.lost(id, now);
    const { phase } = this.state;
    if (phase.name !== "question" || phase.pausedAt !== null) return;
    const { opensAt, durationMs } = phase.round;
    this.interrupted = durationMs !== null && opensAt + durationMs - now < WORTH_GOING_ON_MS;
  }

  private live(): LiveFacts {
    return {
      connected: this.presence.connected,
      joinUrl: this.deps.joinUrl,
      factor: this.state.settings.secondFactor ? factorAt(this.factorSecret, this.deps.clock.now()) : null,
      hasNext: this.upNext.has,
      plan: this.upNext.plan.next,
      skipped: this.upNext.plan.skipped,
      roster: this.roster,
      interrupted: this.interrupted,
      revealAt: this.revealAt,
    };
  }

  /** When the reveal comes, once nothing but ratings is waited for; null otherwise. */
  private get revealAt(): number | null {
    return this.closing?.rating && this.state.phase.name === "question" ? this.closing.at : null;
  }

  private tellHost() {
    this.ledger.read(() => this.publisher.shellChanged());
  }

  /** Arms what must happen by itself: the closing of the open round, the change of the word. */
  private settleTimers() {
    const now = this.deps.clock.now();
    const closing = this.interrupted ? null : closingOf(this.state, this.presence, now, this.ratingFrom);
    if (closing?.at !== this.closing?.at || closing?.command.type !== this.closing?.command.type) {
      this.closing?.cancel();
      const cancel = closing && this.deps.clock.after(Math.max(0, closing.at - now), () => this.closeIfDue());
      this.closing = closing && cancel && { ...closing, cancel };
    }
    if (this.revealAt !== this.revealTold) this.tellReveal(now);
    if (!this.state.settings.secondFactor || this.ended || this.cancelFactor) return;
    this.cancelFactor = this.deps.clock.after(factorChangesIn(now), () => {
      this.cancelFactor = null;
      this.tellHost();
      this.settleTimers();
    });
  }

  /** The projector counts the time to rate down from its start, phones from where most classes have rated. */
  private tellReveal(now: number) {
    const { revealAt } = this;
    this.revealTold = revealAt;
    this.cancelTold?.();
    const wait = revealAt === null ? 0 : Math.max(0, revealAt - LIMITS.revealToldMs - now);
    this.cancelTold = this.deps.clock.after(wait, () => this.ledger.read(() => this.publisher.revealNears()));
    this.tellHost();
  }

  /** The timer has fired: worked out anew, because a timer can be early and things can have changed. */
  private closeIfDue() {
    this.closing = null;
    const now = this.deps.clock.now();
    const due = this.interrupted ? null : closingOf(this.state, this.presence, now, this.ratingFrom);
    if (!due || due.at > now) return this.settleTimers();
    this.tell(null, due.command, (answer) => {
      // While the log is being read anew nothing can close; afterwards the timers are armed again.
      if (!answer.ok && answer.code !== "try-again") this.settleTimers();
    });
  }
}

/** Whether the game still stands where the screen that asks to move on saw it. */
function standsAt({ phase, rounds }: SessionState, from: Standpoint): boolean {
  return phase.name === from.phase && (rounds.at(-1)?.id ?? null) === from.roundId;
}
