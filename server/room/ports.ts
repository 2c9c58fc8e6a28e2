import type { SeatProof } from "@/contract/class";
import type { GameEvent } from "@/contract/events";
import type { OptionId, PlayerId, RoundId, SessionId } from "@/contract/ids";
import type { GameSettings } from "@/contract/settings";
import type { HostView, PlayerView, Snapshot } from "@/contract/views";
import type { HostPatch, Patch } from "@/contract/wire";

/** What the shell round the core needs from outside. The store, the transport and the tests each bring their own. */

export type NumberedEvent = {
  /** 1, 2, 3 … within the session, without gaps. */
  seq: number;
  event: GameEvent;
  /**
   * Who asked, and the id of the command (`host/…`, `<player>/…`, `join/<hash>`), on the first event of a command; so that
   * a command repeated after a restart still gets its first answer. Null for what the room did by itself.
   */
  cause: string | null;
};

/** A seat's credentials at rest: SHA-256 of the token in use, and of the one before until the new one is used. */
export type SeatHashes = { playerId: PlayerId; tokenHash: string; previousHash: string | null };

export type Append = {
  sessionId: SessionId;
  events: NumberedEvent[];
  seats: SeatHashes[];
  /** The number that this server has taken the session over with; absent where one server has all games. */
  fence?: number | undefined;
};

export type NewSession = {
  teacherId: string;
  deckId: string;
  classId: string | null;
  created: Extract<GameEvent, { type: "session-created" }>;
};

export type StoredSession = {
  sessionId: SessionId;
  teacherId: string;
  deckId: string | null;
  classId: string | null;
  events: NumberedEvent[];
  seats: SeatHashes[];
  /** Goes with every append of its room, see `EventLog.claim`. */
  fence?: number | undefined;
};

/** The memory of the live games. Whatever it has confirmed survives a crash of this process. */
export interface EventLog {
  /** Stores a session with its first event. `pin-taken`: another open session has this PIN; draw another. */
  create(session: NewSession): Promise<"created" | "pin-taken">;
  /**
   * Stores events and everything that follows from them (players, rounds, answers, the session's times) and new seat
   * hashes: all of it or nothing. Rejects when an event's number is taken, or when another server has claimed the
   * session since; any rejection leaves open whether it was stored, so that the room must read again.
   */
  append(append: Append): Promise<void>;
  /**
   * Takes a session over from whatever server had it: what was claimed before can append no more, and what it has
   * appended is in the answer. Null when there is no such session.
   */
  claim(sessionId: SessionId): Promise<StoredSession | null>;
  load(sessionId: SessionId): Promise<StoredSession | null>;
  /** Every session that has not ended, and those that ended after `since` (server epoch ms). */
  unfinished(since: number): Promise<StoredSession[]>;
}

/** Which rooms are this server's, where several servers share the games: a room is one server's at a time. */
export interface Keeping {
  /** A session was made here, so that it is this server's. @returns its fence */
  created(sessionId: SessionId): Promise<number>;
  /** Its room is gone for good. */
  closed(sessionId: SessionId): void;
}

/** A question of the bank, as it may be asked. */
export type BankQuestion = {
  questionId: string;
  cardId: string;
  kind: string;
  prompt: string;
  front: string;
  back: string;
  options: { text: string; storedOptionId: string | null; correct: boolean }[];
};

/** A round of this session, for choosing the next question. */
export type PlayedRound = {
  questionId: string;
  cardId: string;
  /** Server epoch ms. */
  openedAt: number;
  /** How many options it showed. */
  options: number;
  voided: boolean;
  answers: ReadonlyMap<PlayerId, { correct: boolean; rating: number | null }>;
  /** It brought a missed card back, on top of the questions that were planned. */
  secondTry: boolean;
};

export type QuestionRequest = {
  sessionId: SessionId;
  deckId: string | null;
  classId: string | null;
  settings: GameSettings;
  /** What was asked before in this session, oldest first. */
  rounds: PlayedRound[];
  /** Who is here. Without a student they are guests. */
  players: { id: PlayerId; studentId: string | null }[];
  /** What the host has put next, and taken out. */
  plan: { pinned: string[]; skipped: string[] };
  /** Server epoch ms. */
  now: number;
};

/** A card that comes up, as things stand. */
export type Planned = { cardId: string; front: string; why: string };

/** A question that comes next, with one line why it is this one. */
export type NextQuestion = { question: BankQuestion; why: string | null; secondTry: boolean };

/** Chooses what is asked next. */
export interface QuestionSource {
  /** Null when the session has had its questions and the second tries on top of them, or the deck has none left. */
  next(request: QuestionRequest): Promise<NextQuestion | null>;
  /** The next cards, at most `count`, and the fronts of those that the host has skipped. */
  plan(
    request: QuestionRequest,
    count: number,
  ): Promise<{ next: Planned[]; skipped: { cardId: string; front: string }[] }>;
}

export type ClassStudent = { id: string; name: string };

/** A student with what their seat is proved with. */
export type RosterStudent = ClassStudent & { proof: SeatProof };

/** The class that a game is played with: who is in it, and who can prove it. */
export interface ClassSeats {
  roster(classId: string): Promise<{ name: string; students: RosterStudent[] }>;
  /**
   * The student whose two words, or names of four pictures, these are; null when they are not, or nobody of this class
   * has that id.
   */
  byWords(classId: string, studentId: string, words: string): Promise<ClassStudent | null>;
  /** The student of this class whose seat a phone has kept; null for a seat of another class. */
  byPhone(classId: string, classSeat: string): Promise<ClassStudent | null>;
  /** Lets a phone find this student's seat by itself from now on. @returns what the phone keeps */
  keepPhone(classId: string, studentId: string): Promise<string>;
}

export interface Clock {
  /** Server epoch ms. */
  now(): number;
  /** Calls once after `ms`; the returned function cancels. */
  after(ms: number, call: () => void): () => void;
}

/** Everything that is drawn by chance. Ids and tokens are cryptographically random in the product. */
export interface Chance {
  sessionId(): SessionId;
  playerId(): PlayerId;
  roundId(): RoundId;
  optionId(): OptionId;
  /** A seat's token: ≥ 128 bits. */
  token(): string;
  pin(): string;
  /** Uniform in [0, 1): orders options. */
  random(): number;
}

/** The screens of one room that are connected. */
export interface Screens {
  /** One frame for every connected player but some; encoded once. */
  everyPlayer(patch: Patch<PlayerView>, except: PlayerId[]): void;
  player(playerId: PlayerId, patch: Patch<PlayerView>): void;
  playerView(playerId: PlayerId, snapshot: Snapshot<PlayerView>): void;
  host(patch: HostPatch): void;
  hostView(snapshot: Snapshot<HostView>): void;
  /** Tells a phone that its seat is gone, and closes its connection. */
  dismiss(playerId: PlayerId, code: "seat-removed" | "game-over"): void;
  /** The room is closing: tells everybody and closes their connections. */
  close(): void;
  /** Another server has the room now: closes all connections, and they come back by themselves. */
  moved(): void;
}

export interface RoomLogger {
  info(facts: Record<string, unknown>, message: string): void;
  warn(facts: Record<string, unknown>, message: string): void;
  error(facts: Record<string, unknown>, message: string): void;
}
