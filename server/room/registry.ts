import type { HostCommand } from "@/contract/commands";
import type { Ack, RejectionCode } from "@/contract/errors";
import type { SessionId } from "@/contract/ids";
import type { GameSettings } from "@/contract/settings";
import { decide } from "../domain/game/decide";
import { fold } from "../domain/game/evolve";
import { hashSecret } from "./chance";
import type {
  Chance,
  ClassSeats,
  Clock,
  EventLog,
  Keeping,
  NewSession,
  QuestionSource,
  RoomLogger,
  Screens,
  StoredSession,
} from "./ports";
import { Room, type RoomDeps } from "./room";
import { SeatIndex } from "./seat-index";
import type { Sit } from "./seating";

export type RegistryDeps = Omit<RoomDeps, "screens" | "seats" | "over"> & {
  log: EventLog;
  questions: QuestionSource;
  classSeats: ClassSeats;
  clock: Clock;
  chance: Chance;
  logger: RoomLogger;
  screensOf: (sessionId: SessionId) => Screens;
  /** Where several servers share the games: see `Keeping`. */
  keeping?: Keeping;
};

export type CreateRequest = {
  teacherId: string;
  deckId: string;
  classId: string | null;
  title: string;
  settings: GameSettings;
};

/** The door that pages use. */
export interface Rooms {
  /** Opens a room and draws its PIN; the session is stored when this resolves. */
  create(request: CreateRequest): Promise<{ sessionId: SessionId; pin: string }>;
  /**
   * Corrects a question of a game, while its room is open or long after. The caller has checked whose game it is.
   * `no-such-room` when there is no such game any more.
   */
  correct(sessionId: SessionId, correction: Correction): Promise<Ack>;
}

/** What can be set right after a round: does it count, and is this option right too. */
export type Correction = Extract<HostCommand, { type: "void-round" | "accept-option" }>;

/** How long phones can look at the podium after the end. */
export const PODIUM_MS = 30 * 60 * 1000;
/** A game in which nothing has happened for so long has been left behind: its PIN must not be found by guessing. */
const ABANDONED_MS = 6 * 60 * 60 * 1000;
const SWEEP_MS = 60 * 1000;
/** With 10⁶ PINs and a few hundred rooms a second draw is rare; this many in a row mean that something is wrong. */
const PIN_DRAWS = 20;

/** All live rooms of this process, by session and by PIN. */
export class Registry implements Rooms {
  private readonly rooms = new Map<SessionId, Room>();
  private readonly byPin = new Map<string, Room>();
  private readonly seats = new SeatIndex();
  private cancelSweep: () => void = () => {};

  constructor(private readonly deps: RegistryDeps) {}

  async create(request: CreateRequest): Promise<{ sessionId: SessionId; pin: string }> {
    const { chance, clock, log } = this.deps;
    const { teacherId, deckId, classId, title, settings } = request;
    const sessionId = chance.sessionId();
    for (let draw = 0; draw < PIN_DRAWS; draw++) {
      const pin = chance.pin();
      if (this.byPin.has(pin)) continue;
      const created: NewSession["created"] = {
        type: "session-created",
        at: clock.now(),
        sessionId,
        title,
        pin,
        settings,
      };
      if ((await log.create({ teacherId, deckId, classId, created })) === "pin-taken") continue;
      const events = [{ seq: 1, event: created, cause: null }];
      const fence = await this.deps.keeping?.created(sessionId);
      this.open({ sessionId, teacherId, deckId, classId, events, seats: [], fence });
      return { sessionId, pin };
    }
    throw new Error(`No free PIN in ${PIN_DRAWS} draws: too many games are open.`);
  }

  /** Rebuilds every session that a restart has interrupted, and those whose podium may still be on show. */
  async recover(): Promise<number> {
    const { clock, log, logger } = this.deps;
    const stored = await log.unfinished(clock.now() - PODIUM_MS);
    for (const session of stored) {
      try {
        this.open(session);
      } catch (error) {
        // One broken log must not keep the other classes out of their games.
        logger.error({ session: session.sessionId, error: String(error) }, "a session could not be rebuilt");
      }
    }
    this.sweep();
    return this.rooms.size;
  }

  /** Corrects a game, running or over; a game that is over is not opened again for it. */
  async correct(sessionId: SessionId, correction: Correction): Promise<Ack> {
    const room = this.byId(sessionId);
    if (room) return new Promise((resolve) => room.host(correction, resolve));
    const { log, clock, chance, logger } = this.deps;
    const stored = await log.load(sessionId);
    if (!stored) return { ok: false, code: "no-such-room" };
    const state = fold(stored.events.map(({ event }) => event));
    const decision = decide(state, correction, clock.now(), chance.random);
    if (!decision.ok) return decision;
    const cause = `host/${correction.commandId}`;
    const last = stored.events.at(-1)?.seq ?? 0;
    const events = decision.events.map((event, i) => ({
      seq: last + i + 1,
      event,
      cause: i === 0 ? cause : null,
    }));
    if (events.length === 0) return { ok: true };
    try {
      await log.append({ sessionId, events, seats: [] });
      return { ok: true };
    } catch (error) {
      // Another correction of the same game was quicker: its number is taken, and nothing of this one is stored.
      logger.warn({ session: sessionId, error: String(error) }, "a correction could not be stored");
      return { ok: false, code: "try-again" };
    }
  }

  byId(sessionId: SessionId): Room | null {
    return this.rooms.get(sessionId) ?? null;
  }

  /** Whether the room of this PIN or session is one of these. */
  holds(room: string): boolean {
    return this.byPin.has(room) || this.rooms.has(room as SessionId);
  }

  /** The room that can be joined by this PIN now. */
  find(pin: string): Room | null {
    return this.byPin.get(pin) ?? null;
  }

  /** Opens a seat again for the token that its phone has kept. */
  async resume(token: string, sit: (room: Room) => Sit): Promise<RejectionCode | null> {
    const hash = hashSecret(token);
    const seat = this.seats.find(hash);
    const room = seat && this.byId(seat.sessionId);
    return room ? room.reseat(seat.playerId, hash, sit(room)) : "seat-unknown";
  }

  /** Another server has this room now: its connections are closed, and find their way there. */
  moved(sessionId: SessionId) {
    const room = this.byId(sessionId);
    if (!room) return;
    this.takeOut(room);
    room.moved();
  }

  stop() {
    this.cancelSweep();
    for (const room of this.rooms.values()) room.stop();
    this.rooms.clear();
    this.byPin.clear();
  }

  /** Opens the room of a session from what is stored of it. */
  open(session: StoredSession) {
    const room = new Room(session, {
      ...this.deps,
      screens: this.deps.screensOf(session.sessionId),
      seats: this.seats,
      over: (over, why) => this.over(over, why),
    });
    this.rooms.set(session.sessionId, room);
    if (room.ended) this.deps.clock.after(PODIUM_MS, () => this.close(room));
    else this.byPin.set(room.state.pin, room);
  }

  private over(room: Room, why: "ended" | "deleted") {
    this.byPin.delete(room.state.pin);
    if (why === "deleted") this.close(room);
    else this.deps.clock.after(PODIUM_MS, () => this.close(room));
  }

  private close(room: Room) {
    if (!this.takeOut(room)) return;
    room.close();
    this.deps.keeping?.closed(room.sessionId);
  }

  /** False when it is not in here any more. */
  private takeOut(room: Room): boolean {
    if (this.byPin.get(room.state.pin) === room) this.byPin.delete(room.state.pin);
    return this.byId(room.sessionId) === room && this.rooms.delete(room.sessionId);
  }

  /** Ends games that have been left behind, now and from time to time. */
  sweep() {
    const now = this.deps.clock.now();
    for (const room of this.rooms.values())
      if (!room.ended && now - room.activeAt > ABANDONED_MS) room.abandon();
    this.cancelSweep = this.deps.clock.after(SWEEP_MS, () => this.sweep());
  }
}
