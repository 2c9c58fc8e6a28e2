import type { SeatProof } from "./class";
import type { HostCommand, JoinRequest, LookRequest, PlayerCommand, ResumeRequest } from "./commands";
import type { Ack } from "./errors";
import type { PlayerId, SessionId } from "./ids";
import type { GameSettings } from "./settings";
import type { HostPlayerRow, HostView, PlayerView, Snapshot } from "./views";

/** Socket.IO namespaces, one per role. */
export const NAMESPACES = { host: "/host", player: "/player" } as const;

/**
 * A seat's credentials, in this acknowledgement and nowhere else, with the whole view. The token is new after every
 * resume; the one before it stays good until the new one is used, because an acknowledgement can be lost.
 */
export type SeatGrant = {
  playerId: PlayerId;
  name: string;
  token: string;
  snapshot: Snapshot<PlayerView>;
  /**
   * Opens this student's seat from this phone in the class's later games. Only after two words or four pictures were
   * right.
   */
  classSeat?: string;
};

/** The class list of a game, for those who have its PIN. */
export type ClassRoster = {
  name: string;
  students: { id: string; name: string; seated: boolean; proof: SeatProof }[];
  /** The student whose seat this phone has kept. */
  own: { id: string; name: string } | null;
};

/** How one sits down in a game, for those who have its PIN. */
export type Door = {
  /** Null: the game has no class, everybody is a guest. */
  roster: ClassRoster | null;
  /** Whether guests type a name or get one drawn. */
  names: GameSettings["names"];
};

/**
 * A change of a view: `set` replaces the named top-level fields. `seq` is one more than that of the view it builds
 * on; anything else is a gap, and the client asks for the whole view.
 */
export type Patch<V> = { seq: number; now: number; set: Partial<V> };

/** The host's list can hold thousands of rows, so that it travels by row: those to put in (by id), and those gone. */
export type HostPatch = Patch<Omit<HostView, "players">> & {
  players?: { put: HostPlayerRow[]; gone: PlayerId[] };
};

/**
 * A player's accepted `answer` or `rate` is not followed by a patch for that player: the acknowledgement stands for it
 * (`applyOwnCommand` in `src/client/apply.ts`), which keeps an answer at one message back.
 */
export type PlayerToServer = {
  look: (request: LookRequest, ack: (answer: Ack<Door>) => void) => void;
  join: (request: JoinRequest, ack: (answer: Ack<SeatGrant>) => void) => void;
  resume: (request: ResumeRequest, ack: (answer: Ack<SeatGrant>) => void) => void;
  command: (command: PlayerCommand, ack: (answer: Ack) => void) => void;
  /** Asks for the whole view, after a gap. */
  sync: (
    request: Record<string, never>,
    ack: (answer: Ack<{ snapshot: Snapshot<PlayerView> }>) => void,
  ) => void;
};
export type ServerToPlayer = {
  view: (snapshot: Snapshot<PlayerView>) => void;
  patch: (patch: Patch<PlayerView>) => void;
  clock: ClockSample;
  /** The answer to a connection whose handshake has asked for a seat by its token (a `ResumeRequest`): a round-trip less. */
  seated: (answer: Ack<SeatGrant>) => void;
  /** The seat was opened elsewhere, or removed: this socket is about to be closed. */
  dismissed: (code: "seat-displaced" | "seat-removed" | "game-over") => void;
};
/** A link that lets one more device host: its code, and until when it is good (server epoch ms). */
export type HandoverLink = { code: string; expiresAt: number };

/** What the device that has taken such a link keeps: a pass for this session and for nothing else. */
export type HostPass = { sessionId: SessionId; pass: string };

export type HostToServer = {
  command: (command: HostCommand, ack: (answer: Ack) => void) => void;
  sync: (
    request: Record<string, never>,
    ack: (answer: Ack<{ snapshot: Snapshot<HostView> }>) => void,
  ) => void;
  /** Opens a link for a second device. Only a host who is signed in here may. */
  handover: (request: Record<string, never>, ack: (answer: Ack<HandoverLink>) => void) => void;
  /** Ends what second devices may do. */
  "end-handover": (request: Record<string, never>, ack: (answer: Ack) => void) => void;
};
export type ServerToHost = {
  view: (snapshot: Snapshot<HostView>) => void;
  patch: (patch: HostPatch) => void;
  clock: ClockSample;
  dismissed: (code: "unauthorised" | "game-over") => void;
  /** What a device that has taken a handover link is to keep; it says so, and comes again with it. */
  pass: (pass: HostPass, kept: () => void) => void;
};

/**
 * Round-trip measurement by the server: the client answers at once. `rttMs` is the shortest round-trip so far (null
 * before the first answer), from which the client reckons its clock's offset.
 */
type ClockSample = (serverNow: number, rttMs: number | null, reply: () => void) => void;
