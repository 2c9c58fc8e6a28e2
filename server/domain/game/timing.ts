import type { PlayerId } from "@/contract/ids";
import { LIMITS } from "@/contract/limits";
import type { TimerSetting } from "@/contract/settings";
import type { Player, Round, SessionState } from "./state";

/** Reading speed of a slow secondary-school reader on a phone: about 15 characters a second. */
const READING_MS_PER_CHAR = 65;
/** What a short question takes; the set time is meant for it. */
const SHORT_QUESTION_CHARS = 120;

/** Length of the timer for a question, ms; null without one. `reading` adds time for text beyond a short question. */
export function timerFor(
  setting: TimerSetting,
  question: { prompt: string; options: { text: string }[] },
): number | null {
  if (setting.kind === "none") return null;
  if (setting.kind === "fixed") return setting.ms;
  const chars =
    question.prompt.length + question.options.reduce((sum, option) => sum + option.text.length, 0);
  const extra = Math.max(0, chars - SHORT_QUESTION_CHARS) * READING_MS_PER_CHAR;
  return Math.min(LIMITS.timerMaxMs, Math.round((setting.ms + extra) / 1000) * 1000);
}

/** A player's own timer, ms: the round's, stretched by their extra time. */
export function ownTimer(round: Round, player: Player): number | null {
  return round.durationMs === null ? null : Math.round(round.durationMs * player.extraTime);
}

/** When a player's time is up, server epoch ms; null without a timer. */
export function ownDeadline(round: Round, player: Player): number | null {
  const timer = ownTimer(round, player);
  return timer === null ? null : round.opensAt + timer;
}

/** When the round's time is up for everyone without extra time; null without a timer. */
export function commonDeadline(round: Round): number | null {
  return round.durationMs === null ? null : round.opensAt + round.durationMs;
}

/**
 * When the open round closes by itself: the common deadline, or later while somebody present who has extra time
 * has not answered; then the grace for answers on their way. Null without a timer, while paused or between rounds.
 */
export function closesAt(state: SessionState, present: ReadonlySet<PlayerId>): number | null {
  if (state.phase.name !== "question" || state.phase.pausedAt !== null) return null;
  const { round } = state.phase;
  let last = commonDeadline(round);
  if (last === null) return null;
  for (const id of present) {
    const player = state.players.get(id);
    if (!player || player.removed || player.extraTime === 1 || round.answers.has(id)) continue;
    last = Math.max(last, ownDeadline(round, player) ?? last);
  }
  return last + LIMITS.answerGraceMs;
}

/**
 * Time taken for an answer that arrives at `now`, ms ≥ 0: from the moment the question could be seen on that phone
 * (when it opened, or when a late player sat down), less the measured network delay up to its cap.
 */
export function takenMs(round: Round, player: Player, now: number, lagMs: number): number {
  const start = Math.max(round.opensAt, player.joinedAt);
  const compensation = Math.min(Math.max(0, lagMs), LIMITS.lagCompensationMaxMs);
  return Math.max(0, Math.round(now - start - compensation));
}
