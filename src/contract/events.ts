import { z } from "zod";
import { OptionId, PlayerId, RoundId, SessionId } from "./ids";
import { GameSettings } from "./settings";

/**
 * What has happened in a session. A session is the fold of its events: nothing else is needed to rebuild it.
 * `at` is server epoch milliseconds.
 */

/** A question frozen as it was asked, so that an edit of the deck never changes a past session. */
export const AskedQuestion = z.object({
  questionId: z.string(),
  cardId: z.string(),
  kind: z.string(),
  prompt: z.string(),
  front: z.string(),
  back: z.string(),
  options: z
    .array(z.object({ id: OptionId, text: z.string(), storedOptionId: z.string().nullable() }))
    .min(2),
  keys: z.array(OptionId).min(1),
});
export type AskedQuestion = z.infer<typeof AskedQuestion>;

export const Award = z.object({
  base: z.number().int(),
  speed: z.number().int(),
  streak: z.number().int(),
  multiplier: z.union([z.literal(0), z.literal(1), z.literal(2)]),
});
export type Award = z.infer<typeof Award>;

const event = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), at: z.number().int(), ...shape });

export const GameEvent = z.discriminatedUnion("type", [
  event("session-created", {
    sessionId: SessionId,
    title: z.string(),
    pin: z.string(),
    settings: GameSettings,
  }),
  event("player-joined", {
    playerId: PlayerId,
    name: z.string(),
    studentId: z.string().nullable(),
    /** The host gave the seat to somebody without a phone. */
    phoneless: z.boolean().optional(),
  }),
  event("player-renamed", {
    playerId: PlayerId,
    name: z.string(),
    /** The player asked for another drawn name; absent when the host renamed them. */
    drawn: z.boolean().optional(),
  }),
  event("player-removed", { playerId: PlayerId, reason: z.enum(["left", "kicked", "banned"]) }),
  event("player-extra-time", { playerId: PlayerId, factor: z.number() }),
  event("lock-changed", { locked: z.boolean() }),
  event("settings-changed", { settings: GameSettings }),
  event("plan-changed", { pinned: z.array(z.string()), skipped: z.array(z.string()) }),
  event("multiplier-chosen", { factor: z.union([z.literal(0), z.literal(1), z.literal(2)]) }),
  event("round-opened", {
    roundId: RoundId,
    number: z.number().int(),
    question: AskedQuestion,
    multiplier: z.union([z.literal(0), z.literal(1), z.literal(2)]),
    opensAt: z.number().int(),
    /** Length of the timer; null without one. */
    durationMs: z.number().int().nullable(),
    why: z.string().nullable(),
    /** It brings a missed card back, on top of the questions that were planned. */
    secondTry: z.boolean().optional(),
  }),
  event("answer-accepted", {
    roundId: RoundId,
    playerId: PlayerId,
    optionId: OptionId,
    /** From the moment the question could be seen on that phone, ms. */
    takenMs: z.number().int().min(0),
    correct: z.boolean(),
    points: z.number().int(),
    award: Award,
    commandId: z.string(),
  }),
  event("confidence-rated", { roundId: RoundId, playerId: PlayerId, rating: z.number().int().min(1).max(5) }),
  event("round-paused", { roundId: RoundId }),
  event("round-resumed", { roundId: RoundId }),
  event("time-added", { roundId: RoundId, ms: z.number().int() }),
  event("round-closed", { roundId: RoundId, reason: z.enum(["time", "all-answered", "host", "skipped"]) }),
  event("round-reopened", { roundId: RoundId, durationMs: z.number().int().nullable() }),
  event("round-voided", { roundId: RoundId, voided: z.boolean() }),
  /**
   * An option counts as right from now on, beside the keys, or no longer: with what that makes of the answers that chose
   * it. No other answer changes.
   */
  event("option-accepted", {
    roundId: RoundId,
    optionId: OptionId,
    accepted: z.boolean(),
    rescored: z.array(
      z.object({ playerId: PlayerId, correct: z.boolean(), points: z.number().int(), award: Award }),
    ),
  }),
  event("standings-shown", {}),
  event("session-ended", {}),
]);
export type GameEvent = z.infer<typeof GameEvent>;
