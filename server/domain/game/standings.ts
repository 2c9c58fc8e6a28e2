import type { PlayerId } from "@/contract/ids";
import type { StandingRow } from "@/contract/views";
import { type Player, type SessionState, seated } from "./state";

/** Those who have a place: whoever came after the last round waits for the next one. */
function placed(state: SessionState): Player[] {
  return ranked(state).filter(({ place }) => place !== null);
}

/** Highest score first; equal scores stand by who sat down first, and share a place. */
function ranked(state: SessionState): Player[] {
  return [...seated(state)].sort(
    (a, b) => b.score - a.score || a.joinedAt - b.joinedAt || (a.id < b.id ? -1 : 1),
  );
}

/** Gives every seated player their place, 1-based; equal scores share one ("1, 2, 2, 4"). */
export function settlePlaces(state: SessionState): void {
  let place = 0;
  let lastScore = Number.NaN;
  ranked(state).forEach((player, index) => {
    if (player.score !== lastScore) place = index + 1;
    lastScore = player.score;
    player.place = place;
  });
}

function row(player: Player): StandingRow {
  const { id, name, score, place, placeBefore, streak } = player;
  return { playerId: id, name, score, place: place ?? 0, placeBefore, streak };
}

/** How many rows a screen gets: a projector shows a class, a phone its neighbourhood. */
const HOST_ROWS = 50;
const TOP_ROWS = 5;

/** The standings as the projector may show them: none when they are private, five when so set. */
export function hostRows(state: SessionState): StandingRow[] {
  if (state.settings.standings === "private") return [];
  const most = state.settings.standings === "top-five" ? TOP_ROWS : HOST_ROWS;
  return placed(state).slice(0, most).map(row);
}

/** The best five that everybody's phone may show; nobody when standings are private. */
export function topRows(state: SessionState): StandingRow[] {
  return state.settings.standings === "private" ? [] : placed(state).slice(0, TOP_ROWS).map(row);
}

/** What a phone adds for its own player when they are not among `top`. */
export function withOwnRow(state: SessionState, top: StandingRow[], playerId: PlayerId): StandingRow[] {
  const player = state.players.get(playerId);
  if (!player || player.removed || player.place === null || top.some((r) => r.playerId === playerId))
    return top;
  return [...top, row(player)];
}
