import { z } from "zod";
import { OptionId, RoundId } from "./ids";

/** What a teacher sets right after a game. Each has its opposite, which is its undo. */
export const CorrectionCommand = z.discriminatedUnion("type", [
  z.object({ type: z.literal("void"), roundId: RoundId, voided: z.boolean() }),
  z.object({
    type: z.literal("accept"),
    roundId: RoundId,
    optionId: OptionId,
    accepted: z.boolean(),
    /** Also in the deck, and in every other game of this teacher's in which the option was shown. */
    everywhere: z.boolean(),
  }),
  /** Takes back, in every game and in the deck, what was accepted everywhere at once. */
  z.object({ type: z.literal("undo"), groupId: z.string().min(1).max(64) }),
]);
export type CorrectionCommand = z.infer<typeof CorrectionCommand>;

export type CorrectionAnswer =
  /** `games`: in how many games answers may have changed. */
  { ok: true; games: number } | { ok: false; message: string };

/** One correction as it happened, for everybody to see who changed what when. */
export type CorrectionTrace = {
  seq: number;
  at: Date;
  /** The teacher's name; null for one that was made during the game, or by somebody who is gone. */
  who: string | null;
  roundId: string;
  /** The question's number. */
  number: number;
  what: "voided" | "counted" | "accepted" | "withdrawn";
  optionId: string | null;
  optionText: string | null;
  /** How many answers it made right or wrong. */
  rescored: number;
  /** Set on what was done in several games, or in the deck too: in how many, and what takes all of it back. */
  everywhere: { groupId: string; games: number; deck: boolean } | null;
  /** The latest word on this matter: what an undo would undo. */
  stands: boolean;
};
