import { z } from "zod";
import { CommandId, OptionId, PlayerId, RoundId, SessionId } from "./ids";
import { LIMITS } from "./limits";
import { GameSettings } from "./settings";

/** What a phone may ask for once it has a seat. */
export const PlayerCommand = z.discriminatedUnion("type", [
  z.object({ type: z.literal("answer"), commandId: CommandId, roundId: RoundId, optionId: OptionId }),
  z.object({
    type: z.literal("rate"),
    commandId: CommandId,
    roundId: RoundId,
    /** 1 = not at all … 5 = perfectly. */
    rating: z.number().int().min(1).max(5),
  }),
  /** Asks for another drawn name: where the server draws them, in the lobby, as often as the view says. */
  z.object({ type: z.literal("redraw"), commandId: CommandId }),
  z.object({ type: z.literal("leave"), commandId: CommandId }),
]);
export type PlayerCommand = z.infer<typeof PlayerCommand>;

/**
 * How a phone gets a seat. The seat's token comes back in the acknowledgement and nowhere else. A retry carries the
 * same id, also to a server that was started anew in between, and finds the seat that the first try was given: so
 * this id must be as hard to guess as a token.
 */
const door = {
  commandId: z.string().min(20).max(64).brand("CommandId"),
  pin: z.string().regex(new RegExp(`^\\d{${LIMITS.pinDigits}}$`)),
  factor: z.string().max(40).optional(),
};
/** What opens something to whoever knows it: a seat, a link, a pass. */
const secret = z.string().min(20).max(100);
const GuestJoin = z.object({
  ...door,
  /** Ignored where the server draws the names. Cleaned and bounded again in the domain. */
  name: z.string().max(200),
});
/**
 * A student of the game's class proves the seat with two words or the names of four pictures, or with what this phone
 * kept of the last time.
 */
const StudentJoin = z.object({
  ...door,
  student: z.union([
    z.object({ studentId: z.string().min(1).max(64), words: z.string().max(80) }),
    z.object({ classSeat: secret }),
  ]),
});
// Guests first: a union tries one after another, a failure costs as much as a join, and guests come in hundreds.
export const JoinRequest = z.union([GuestJoin, StudentJoin]);
export type JoinRequest = z.infer<typeof JoinRequest>;
/** A join as a screen means it; the link gives it its id. */
export type JoinWish =
  | Omit<z.infer<typeof GuestJoin>, "commandId">
  | Omit<z.infer<typeof StudentJoin>, "commandId">;

/** Asks who may sit down in the game of this PIN, and whether one of these kept class seats is for it. */
export const LookRequest = z.object({
  pin: door.pin,
  factor: door.factor,
  classSeats: z.array(secret).max(LIMITS.classSeatsKept),
});
export type LookRequest = z.infer<typeof LookRequest>;

export const ResumeRequest = z.object({
  token: secret,
  /** Of the seat's game: where several servers share the games, it tells whether a seat that is not here is elsewhere. */
  pin: door.pin.optional(),
});
export type ResumeRequest = z.infer<typeof ResumeRequest>;

/**
 * How a connection to the host's namespace says who it is: by the teacher's cookie, by a second device's pass, or by a
 * handover link, which is answered with `pass` and makes no host of this connection yet.
 */
export const HostAuth = z.union([
  z.object({ link: secret }),
  z.object({ sessionId: SessionId, pass: secret.optional() }),
]);

const host = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), commandId: CommandId, ...shape });

/** Where a game stands, as the screen that asks to move on saw it. */
export const Standpoint = z.object({
  phase: z.enum(["lobby", "question", "reveal", "standings", "podium"]),
  roundId: RoundId.nullable(),
});
export type Standpoint = z.infer<typeof Standpoint>;

/**
 * What the host may ask for. `next` opens the next question from wherever the game stands: lobby, reveal or standings.
 * It says what it moves on from, so that two open host tabs, or two clicks, never advance twice.
 */
export const HostCommand = z.discriminatedUnion("type", [
  host("next", { from: Standpoint }),
  host("close-round", { roundId: RoundId }),
  host("skip-round", { roundId: RoundId }),
  host("reopen-round", { roundId: RoundId }),
  host("void-round", { roundId: RoundId, voided: z.boolean() }),
  host("accept-option", { roundId: RoundId, optionId: OptionId, accepted: z.boolean() }),
  host("show-standings", {}),
  host("pause", {}),
  host("resume", {}),
  host("add-time", { roundId: RoundId, ms: z.number().int().min(1_000).max(120_000) }),
  host("lock", { locked: z.boolean() }),
  host("kick", { playerId: PlayerId, ban: z.boolean() }),
  host("rename", { playerId: PlayerId, name: z.string().max(200) }),
  host("extra-time", { playerId: PlayerId, factor: z.number().min(1).max(4) }),
  host("multiplier", { factor: z.union([z.literal(0), z.literal(1), z.literal(2)]) }),
  host("settings", { settings: GameSettings.partial() }),
  /** A seat for a student of the class who has no phone here. */
  host("seat-student", { studentId: z.string().min(1).max(64) }),
  /** The answer of a player whose phone is not connected, as the host saw it held up. */
  host("answer-for", { playerId: PlayerId, roundId: RoundId, optionId: OptionId }),
  /** These cards come next, in this order; it replaces what was pinned before. */
  host("plan-pin", { cardIds: z.array(z.string().min(1).max(64)).max(LIMITS.cardsPinned) }),
  /** This card is not asked in this game, or may be again. */
  host("plan-skip", { cardId: z.string().min(1).max(64), skipped: z.boolean() }),
  host("end", {}),
]);
export type HostCommand = z.infer<typeof HostCommand>;
