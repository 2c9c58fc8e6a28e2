import type { PlayerCommand } from "@/contract/commands";
import type { HostPlayerRow, HostView, PlayerView, Snapshot, View } from "@/contract/views";
import type { HostPatch, Patch } from "@/contract/wire";

/** A view and the number it stands at: everything that a client knows of the game. */
export type Held<V extends View> = Pick<Snapshot<V>, "seq" | "view">;

/** What a patch made of a held view: the next one, nothing new (an old patch), or a gap that only a whole view closes. */
export type Applied<V extends View> = { kind: "next"; held: Held<V> } | { kind: "old" } | { kind: "gap" };

/** Applies a patch to a player's view. */
export function applyPlayerPatch(held: Held<PlayerView>, patch: Patch<PlayerView>): Applied<PlayerView> {
  return inOrder(held, patch, (view) => ({ ...view, ...patch.set }));
}

/** Applies a patch to the host's view: fields are replaced, rows of the list are put in or taken out by id. */
export function applyHostPatch(held: Held<HostView>, patch: HostPatch): Applied<HostView> {
  return inOrder(held, patch, (view) => ({
    ...view,
    ...patch.set,
    players: patch.players ? withRows(view.players, patch.players) : view.players,
  }));
}

function inOrder<V extends View>(held: Held<V>, patch: { seq: number }, change: (view: V) => V): Applied<V> {
  if (patch.seq <= held.seq) return { kind: "old" };
  if (patch.seq !== held.seq + 1) return { kind: "gap" };
  return { kind: "next", held: { seq: patch.seq, view: change(held.view) } };
}

function withRows(rows: HostPlayerRow[], change: NonNullable<HostPatch["players"]>): HostPlayerRow[] {
  const gone = new Set(change.gone);
  const put = new Map(change.put.map((row) => [row.id, row]));
  const kept = rows
    .filter((row) => !gone.has(row.id))
    .map((row) => {
      const changed = put.get(row.id);
      put.delete(row.id);
      return changed ?? row;
    });
  return [...kept, ...put.values()];
}

/**
 * What a player's own accepted command does to their view. The acknowledgement of an answer or a rating is the only
 * message that follows it, so this is the one change that a client makes by itself, and only after the server's yes.
 */
export function applyOwnCommand(view: PlayerView, command: PlayerCommand): PlayerView {
  const { phase } = view;
  if (phase.name !== "question") return view;
  if (command.type === "answer" && command.roundId === phase.round.id)
    return { ...view, phase: { ...phase, chosen: command.optionId } };
  if (command.type === "rate" && command.roundId === phase.round.id)
    return { ...view, phase: { ...phase, rating: command.rating } };
  return view;
}
