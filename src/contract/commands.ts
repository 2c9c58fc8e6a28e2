import { z } from "zod";
import { CommandId, OptionId, PlayerId, RoundId } from "./ids";
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
  z.object({ type: z.literal("leave"), commandId: CommandId }),
]);
export type PlayerCommand = z.infer<typeof PlayerCommand>;

/** How a phone gets a seat. The seat's token comes back in the acknowledgement and nowhere else. */
export const JoinRequest = z.object({
  commandId: CommandId,
  pin: z.string().regex(new RegExp(`^\\d{${LIMITS.pinDigits}}$`)),
  /** Ignored where the server draws the names. Cleaned and bounded again in the domain. */
  name: z.string().max(200),
  factor: z.string().max(40).optional(),
});
export type JoinRequest = z.infer<typeof JoinRequest>;

export const ResumeRequest = z.object({ token: z.string().min(20).max(100) });
export type ResumeRequest = z.infer<typeof ResumeRequest>;

const host = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), commandId: CommandId, ...shape });

/** What the host may ask for. `next` moves on from wherever the game stands: lobby, reveal or standings. */
export const HostCommand = z.discriminatedUnion("type", [
  host("next", {}),
  host("close-round", { roundId: RoundId }),
  host("skip-round", { roundId: RoundId }),
  host("reopen-round", { roundId: RoundId }),
  host("void-round", { roundId: RoundId, voided: z.boolean() }),
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
  host("end", {}),
]);
export type HostCommand = z.infer<typeof HostCommand>;
