import { z } from "zod";
import { LIMITS } from "./limits";

/** How points are given; the formulas stand in `server/domain/game/scoring.ts`. */
export const ScoringMode = z.enum(["accuracy", "accuracy-first", "speed", "streak"]);
export type ScoringMode = z.infer<typeof ScoringMode>;

/** Which card comes next. `smart` asks what the class that is present is about to forget. */
export const QuestionOrder = z.enum(["smart", "as-written", "random", "weak", "new"]);
export type QuestionOrder = z.infer<typeof QuestionOrder>;

/** `reading` gives `ms` plus time in proportion to the length of prompt and options. */
export const TimerSetting = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("none") }),
  z.object({ kind: z.literal("fixed"), ms: z.number().int().min(LIMITS.timerMinMs).max(LIMITS.timerMaxMs) }),
  z.object({
    kind: z.literal("reading"),
    ms: z.number().int().min(LIMITS.timerMinMs).max(LIMITS.timerMaxMs),
  }),
]);
export type TimerSetting = z.infer<typeof TimerSetting>;

export const GameSettings = z.object({
  questionCount: z.number().int().min(1).max(LIMITS.questionsPerSession),
  order: QuestionOrder,
  scoring: ScoringMode,
  timer: TimerSetting,
  /** Where the prompt and the options' texts are shown. */
  questionOn: z.enum(["everywhere", "projector"]),
  standings: z.enum(["all", "top-five", "private"]),
  /** Ask "How well did you know this?" between the answer and the reveal. */
  confidence: z.boolean(),
  /** Names typed by players, or drawn by the server with three tries. */
  names: z.enum(["typed", "generated"]),
  /** A short word on the projector, changing, that a phone must repeat to join. */
  secondFactor: z.boolean(),
});
export type GameSettings = z.infer<typeof GameSettings>;

export const DEFAULT_SETTINGS: GameSettings = {
  questionCount: 10,
  order: "smart",
  scoring: "accuracy-first",
  timer: { kind: "reading", ms: 20_000 },
  questionOn: "everywhere",
  standings: "all",
  confidence: true,
  names: "typed",
  secondFactor: false,
};
