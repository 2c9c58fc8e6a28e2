import type { HostCommand, JoinRequest, PlayerCommand, ResumeRequest } from "./commands";
import type { Ack } from "./errors";
import type { PlayerId } from "./ids";
import type { HostView, PlayerView, Snapshot } from "./views";

/** Socket.IO namespaces, one per role. */
export const NAMESPACES = { host: "/host", player: "/player" } as const;

/** A seat's credentials: in this acknowledgement and nowhere else. */
export type SeatGrant = { playerId: PlayerId; name: string; token: string };

/** A change of a view: `set` replaces the named top-level fields of the view; `from` is the seq it builds on. */
export type Patch<V> = { seq: number; now: number; set: Partial<V> };

export type PlayerToServer = {
  join: (request: JoinRequest, ack: (answer: Ack<SeatGrant>) => void) => void;
  resume: (request: ResumeRequest, ack: (answer: Ack<SeatGrant>) => void) => void;
  command: (command: PlayerCommand, ack: (answer: Ack) => void) => void;
  /** Asks for the whole view, after a gap. */
  sync: (ack: (answer: Ack) => void) => void;
};
export type ServerToPlayer = {
  view: (snapshot: Snapshot<PlayerView>) => void;
  patch: (patch: Patch<PlayerView>) => void;
  /** Round-trip measurement: the client answers at once with its own clock. */
  clock: (serverNow: number, reply: (clientNow: number) => void) => void;
  /** The seat was opened elsewhere, or removed: this socket is about to be closed. */
  dismissed: (code: "seat-displaced" | "seat-removed" | "game-over") => void;
};
export type HostToServer = {
  command: (command: HostCommand, ack: (answer: Ack) => void) => void;
  sync: (ack: (answer: Ack) => void) => void;
};
export type ServerToHost = {
  view: (snapshot: Snapshot<HostView>) => void;
  patch: (patch: Patch<HostView>) => void;
  clock: (serverNow: number, reply: (clientNow: number) => void) => void;
  dismissed: (code: "unauthorised" | "game-over") => void;
};
