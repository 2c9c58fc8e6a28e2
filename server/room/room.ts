import type { HostCommand, PlayerCommand } from "@/contract/commands";
import type { Ack, RejectionCode } from "@/contract/errors";
import type { GameEvent } from "@/contract/events";
import type { PlayerId, SessionId } from "@/contract/ids";
import type { HostDevices, HostView, PlayerView, Snapshot } from "@/contract/views";
import { type SessionState, seated } from "../domain/game/state";
import type { LiveFacts } from "../domain/game/view";
import { Commands } from "./commands";
import { Ledger } from "./ledger";
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
import { type JoinCall, Seating, type Sit } from "./seating";
import { factorAt, factorFits } from "./second-factor";
import { Timers } from "./timers";
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
  private readonly commands: Commands;
  private readonly seating: Seating;
  private readonly factorSecret: string;
  private readonly timers: Timers;
  private cancelChoice: (() => void) | null = null;
  private roster: ClassStudent[] | null = null;
  private devices: HostDevices = { screens: 0, remotes: 0, allowed: 0 };
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
      revealAt: () => this.timers.revealAt,
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
    this.commands = new Commands({
      ...deps,
      ledger: this.ledger,
      presence: this.presence,
      seating: this.seating,
      upNext: this.upNext,
    });
    this.timers = new Timers({
      clock: deps.clock,
      presence: this.presence,
      state: () => this.ledger.state,
      close: (command, refused) =>
        this.commands.tell(null, command, (ack) => {
          // While the log is being read anew nothing can close; afterwards the timers are armed again.
          if (!ack.ok && ack.code !== "try-again") refused();
        }),
      tellHost: () => this.tellHost(),
      tellPhones: () => this.ledger.read(() => this.publisher.revealNears()),
    });
    this.restore(session);
    this.upNext.prepare(this.state, deps.clock.now());
    this.timers.settle();
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
    this.timers.settle();
    return snapshot;
  }

  /** A phone's connection is gone; its seat stays. */
  phoneWent(playerId: PlayerId) {
    this.presence.went(playerId, this.deps.clock.now());
    this.publisher.phoneWent(playerId);
    this.deps.clock.after(ABSENT_AFTER_MS, () => this.timers.settle());
  }

  /** A host screen has come: `sit` gets the whole view at the moment from which patches follow. */
  hostCame(sit: (snapshot: Snapshot<HostView>) => void) {
    this.readRoster();
    this.ledger.read(() => sit(this.publisher.hostCame()));
  }

  /** Who hosts this game from now on. */
  devicesChanged(change: Partial<HostDevices>) {
    this.devices = { ...this.devices, ...change };
    this.tellHost();
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
    this.commands.player(playerId, command, lagMs, answer);
  }

  /** What the host asks for; the caller has checked that it is this session's teacher. */
  host(command: HostCommand, answer: (ack: Ack) => void) {
    this.commands.host(command, answer);
  }

  /** Ends a game that everybody has left behind. */
  abandon() {
    this.commands.tell(null, { type: "end" });
  }

  /** Takes the room down for good, and tells everybody who still looks at it. */
  close() {
    this.stop();
    this.deps.screens.close();
  }

  /** Takes the room down because another server has it now: every seat is kept there. */
  moved() {
    this.stop();
    this.deps.screens.moved();
  }

  /** Takes the room down as a crash would: a server that starts again opens it anew, and every seat is kept. */
  stop() {
    this.ledger.stop();
    this.publisher.stop();
    this.timers.stop();
    this.cancelChoice?.();
    for (const id of this.state.players.keys()) this.deps.seats.remove(id);
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
        this.roster = students.map(({ id, name }) => ({ id, name }));
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
    this.timers.happened(events);
    for (const event of events)
      if (event.type === "player-removed") this.presence.connected.delete(event.playerId);
    const opened = events.some(({ type }) => type === "round-opened");
    const anew = ["round-closed", "settings-changed", "plan-changed"];
    if (opened || events.some(({ type }) => anew.includes(type)))
      this.upNext.prepare(this.state, this.deps.clock.now());
    else if (events.some(({ type }) => type === "player-joined" || type === "player-removed"))
      this.choiceOutdated();
    this.publisher.happened(events);
    if (!this.timers.unmovedBy(events)) this.timers.settle();
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

  private reread(session: StoredSession) {
    this.restore(session);
    this.upNext.prepare(this.state, this.deps.clock.now());
    this.publisher.everythingWhole();
    this.timers.settle();
  }

  /** Takes from the log what lives beside the state: seats, commands already carried out, what the timers stand for. */
  private restore({ sessionId, events, seats }: StoredSession) {
    const now = this.deps.clock.now();
    for (const hashes of seats) this.deps.seats.put(sessionId, hashes);
    for (const { event, cause } of events) {
      if (cause === null) continue;
      if (event.type !== "player-joined") this.commands.restore(cause, event.at);
      else if (!this.presence.connected.has(event.playerId))
        this.seating.restore(cause, event.playerId, event.at);
    }
    for (const { id } of seated(this.state))
      if (!this.presence.connected.has(id)) this.presence.lost(id, now);
    this.timers.restored();
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
      interrupted: this.timers.interrupted,
      revealAt: this.timers.revealAt,
      devices: this.devices,
    };
  }

  private tellHost() {
    this.ledger.read(() => this.publisher.shellChanged());
  }
}
