import type { HostCommand, PlayerCommand } from "@/contract/commands";
import type { AskedQuestion } from "@/contract/events";
import type { PlayerId, RoundId } from "@/contract/ids";

type Named<C, T> = Extract<C, { type: T }>;
type Bare<C> = C extends unknown ? Omit<C, "commandId"> : never;

/**
 * What the core decides on. A host's `next` arrives here as `open-round`, with the question that the shell has
 * fetched, because a question source does I/O. A timer that fires is a command like any other.
 */
export type GameCommand =
  | Bare<Exclude<HostCommand, { type: "next" | "close-round" | "seat-student" | "answer-for" }>>
  | { type: "open-round"; roundId: RoundId; question: AskedQuestion; why: string | null; secondTry?: boolean }
  | { type: "close-round"; roundId: RoundId; reason: "host" | "all-answered" }
  | { type: "deadline"; roundId: RoundId; present: ReadonlySet<PlayerId> }
  | { type: "join"; playerId: PlayerId; name: string; studentId: string | null }
  /** The host gives a seat to a student without a phone. */
  | { type: "seat"; playerId: PlayerId; name: string; studentId: string }
  | (Omit<Named<PlayerCommand, "answer">, "type"> & {
      type: "answer";
      playerId: PlayerId;
      /** Network delay that the server measured for this phone, ms; bounded again here. */
      lagMs: number;
    })
  | { type: "rate"; playerId: PlayerId; roundId: RoundId; rating: number }
  /** `name`: what the shell has drawn. */
  | { type: "redraw"; playerId: PlayerId; name: string }
  | { type: "leave"; playerId: PlayerId };
