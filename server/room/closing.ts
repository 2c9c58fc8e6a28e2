import type { GameCommand } from "../domain/game/command";
import { type SessionState, seated } from "../domain/game/state";
import { closesAt } from "../domain/game/timing";
import type { Presence } from "./presence";

/** After the last answer of all there is this long to say how well one knew it, unless everybody has said so. */
const RATING_MS = 3_000;

/** When the open round closes by itself (server epoch ms), and the command that then closes it. */
export type Closing = { at: number; command: GameCommand };

/**
 * The next closing of the open round: everybody who is present has answered (and rated, or had the time to), or the
 * time is up. Null between rounds, while paused, and without a timer as long as somebody present has not answered.
 */
export function closingOf(
  state: SessionState,
  presence: Presence,
  now: number,
  lastAnswerAt: number,
): Closing | null {
  if (state.phase.name !== "question" || state.phase.pausedAt !== null) return null;
  const { round } = state.phase;
  if (round.durationMs === null && round.answers.size < presence.connected.size) return null;
  const present = presence.present(now);
  if (round.answers.size > 0 && round.answers.size >= presence.connected.size) {
    let waiting = false;
    let unrated = false;
    for (const player of seated(state))
      if (player.phoneless && !presence.connected.has(player.id) && !round.answers.has(player.id))
        waiting = true;
    for (const id of present) {
      if (state.players.get(id)?.removed !== null) continue;
      const given = round.answers.get(id);
      if (!given) waiting = true;
      else if (given.rating === null) unrated = true;
    }
    if (!waiting) {
      const at = state.settings.confidence && unrated ? lastAnswerAt + RATING_MS : now;
      return { at, command: { type: "close-round", roundId: round.id, reason: "all-answered" } };
    }
  }
  const at = closesAt(state, present);
  return at === null ? null : { at, command: { type: "deadline", roundId: round.id, present } };
}
