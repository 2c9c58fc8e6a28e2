import { LIMITS } from "@/contract/limits";
import type { GameCommand } from "../domain/game/command";
import { type SessionState, seated } from "../domain/game/state";
import { closesAt } from "../domain/game/timing";
import type { Presence } from "./presence";

/** When the open round closes by itself (server epoch ms), and the command that then closes it. */
export type Closing = {
  at: number;
  command: GameCommand;
  /** Nothing but ratings is waited for any more: nobody present can answer. */
  rating: boolean;
};

/**
 * The next closing of the open round: everybody who is present has answered, or the time is up; and then not before
 * everybody present has rated or has had the time to. Null between rounds, while paused, and without a timer as long as
 * somebody present has not answered.
 * @param ratingFrom server epoch ms of the last answer, or of what has kept phones from rating since
 */
export function closingOf(
  state: SessionState,
  presence: Presence,
  now: number,
  ratingFrom: number,
): Closing | null {
  if (state.phase.name !== "question" || state.phase.pausedAt !== null) return null;
  const { round } = state.phase;
  const fewAnswered = round.answers.size === 0 || round.answers.size < presence.connected.size;
  if (round.durationMs === null && fewAnswered) return null;
  const present = presence.present(now);
  let waiting = fewAnswered;
  let unrated = false;
  if (!waiting)
    for (const player of seated(state))
      if (player.phoneless && !presence.connected.has(player.id) && !round.answers.has(player.id))
        waiting = true;
  for (const id of present) {
    if (state.players.get(id)?.removed !== null) continue;
    const given = round.answers.get(id);
    if (!given) waiting = true;
    else if (given.rating === null) unrated = true;
  }
  const due = waiting ? closesAt(state, present) : now;
  if (due === null) return null;
  const rated = state.settings.confidence && unrated ? ratingFrom + LIMITS.ratingMs : due;
  const command: GameCommand = waiting
    ? { type: "deadline", roundId: round.id, present }
    : { type: "close-round", roundId: round.id, reason: "all-answered" };
  return { at: Math.max(due, rated), command, rating: rated > due && due <= now };
}
