import type { GameEvent } from "@/contract/events";
import type { PlayerId } from "@/contract/ids";
import { LIMITS } from "@/contract/limits";
import type { HostPlayerRow, HostView, PlayerPhase, PlayerView, Snapshot } from "@/contract/views";
import type { HostPatch } from "@/contract/wire";
import type { SessionState } from "../domain/game/state";
import { hostPhase, hostRow, hostView, type LiveFacts, playerView, sharedFacts } from "../domain/game/view";
import type { Clock, Screens } from "./ports";

/** What the publisher reads of its room. */
export type Published = {
  state: () => SessionState;
  live: () => LiveFacts;
  revealAt: () => LiveFacts["revealAt"];
};

/** What an event changes beyond the host's counts: every phone, one phone, or nothing but the host's screen. */
const REACH: Record<GameEvent["type"], "phones" | "phone" | "host" | "count"> = {
  "session-created": "phones",
  "player-joined": "count",
  "player-renamed": "phone",
  "player-removed": "count",
  "player-extra-time": "phone",
  "lock-changed": "host",
  "settings-changed": "phones",
  "multiplier-chosen": "host",
  "plan-changed": "host",
  "round-opened": "phones",
  "answer-accepted": "count",
  "confidence-rated": "count",
  "round-paused": "phones",
  "round-resumed": "phones",
  "time-added": "phones",
  "round-closed": "phones",
  "round-reopened": "phones",
  "round-voided": "phones",
  "option-accepted": "phones",
  "standings-shown": "phones",
  "session-ended": "phones",
};

/** Phones in the lobby hear how many they are at most so often that this costs each of them half a frame a second. */
const LOBBY_COUNT_MS = 2_000;

/**
 * Keeps the screens of one room current: a whole view on connect, then patches numbered without gaps, one sequence for
 * all phones and one for all host screens. What many phones see alike leaves as one shared frame. Counts, the only thing
 * that an answer or a join changes for others, are gathered.
 */
export class Publisher {
  private playerSeq = 0;
  private hostSeq = 0;
  private readonly phones = new Map<PlayerId, PlayerView>();
  private hostScreens = 0;
  private hostSent: HostView | null = null;
  private readonly changedRows = new Set<PlayerId>();
  private countsSentAt = 0;
  private cancelCounts: (() => void) | null = null;
  private cancelLobby: (() => void) | null = null;

  constructor(
    private readonly room: Published,
    private readonly screens: Screens,
    private readonly clock: Clock,
    /** Calls when nothing is under way: what a timer sends must have been stored. */
    private readonly settled: (call: () => void) => void,
  ) {}

  /** A phone has come: its whole view, at the number that the next patch builds on. */
  phoneCame(id: PlayerId): Snapshot<PlayerView> {
    const snapshot = this.phoneWhole(id);
    this.rowChanged(id);
    this.lobbyCountChanged();
    return snapshot;
  }

  phoneWhole(id: PlayerId): Snapshot<PlayerView> {
    const state = this.room.state();
    const view = playerView(state, id, sharedFacts(state, this.room.revealAt()));
    this.phones.set(id, view);
    return { seq: this.playerSeq, now: this.clock.now(), view };
  }

  phoneWent(id: PlayerId) {
    this.phones.delete(id);
    this.rowChanged(id);
  }

  hostCame(): Snapshot<HostView> {
    this.hostScreens += 1;
    return this.hostWhole();
  }

  hostWhole(): Snapshot<HostView> {
    if (this.hostSent) this.publishHost();
    this.hostSent ??= hostView(this.room.state(), this.room.live());
    return { seq: this.hostSeq, now: this.clock.now(), view: this.hostSent };
  }

  hostWent() {
    this.hostScreens -= 1;
    if (this.hostScreens === 0) this.hostSent = null;
  }

  /** Events were stored and folded into the state. */
  happened(events: readonly GameEvent[]) {
    const { name } = this.room.state().phase;
    // The standings name players on everybody's phone.
    const named = name === "standings" || name === "podium";
    let phones = false;
    let host = false;
    for (const event of events) {
      const reach = REACH[event.type];
      if ("playerId" in event) this.rowChanged(event.playerId);
      if (reach === "phones") phones = true;
      if (reach !== "count") host = true;
      if (named && (event.type === "player-renamed" || event.type === "player-removed")) phones = true;
      if (reach === "phone" && "playerId" in event && this.phones.has(event.playerId))
        this.screens.playerView(event.playerId, this.phoneWhole(event.playerId));
      if (event.type === "player-removed") {
        host = true;
        this.phones.delete(event.playerId);
        this.screens.dismiss(event.playerId, "seat-removed");
        this.lobbyCountChanged();
      }
    }
    if (phones) this.publishPhones();
    if (host) this.publishHost();
  }

  /** Something that only the shell knows has changed for the host: the word, whether a question is left, … */
  shellChanged() {
    this.publishHost();
  }

  /** The state was read anew from the log: nobody can tell what a patch would build on. */
  everythingWhole() {
    this.playerSeq += 1;
    for (const id of [...this.phones.keys()])
      if (this.room.state().players.has(id)) this.screens.playerView(id, this.phoneWhole(id));
    if (!this.hostSent) return;
    this.hostSent = hostView(this.room.state(), this.room.live());
    this.hostSeq += 1;
    this.screens.hostView({ seq: this.hostSeq, now: this.clock.now(), view: this.hostSent });
  }

  stop() {
    this.cancelCounts?.();
    this.cancelLobby?.();
  }

  /**
   * Every phone gets what has changed for it. Those that see the same (nearly all, when a question opens) share one
   * frame; the largest such group gets it as a broadcast.
   */
  private publishPhones() {
    if (this.phones.size === 0) return;
    const state = this.room.state();
    const shared = sharedFacts(state, this.room.revealAt());
    const groups = new Map<PlayerPhase, Map<string, { set: Partial<PlayerView>; ids: PlayerId[] }>>();
    for (const [id, before] of this.phones) {
      const view = playerView(state, id, shared);
      this.phones.set(id, view);
      const { phase } = view;
      // The phase always travels: a phone has also changed it by itself, with its own accepted answer.
      const rest = changedOf({ ...before, phase }, view);
      const bySet = groups.get(phase) ?? new Map();
      groups.set(phase, bySet);
      const key = JSON.stringify(rest);
      const group = bySet.get(key) ?? { set: { ...rest, phase }, ids: [] };
      bySet.set(key, group);
      group.ids.push(id);
    }
    this.playerSeq += 1;
    const stamp = { seq: this.playerSeq, now: this.clock.now() };
    const all = [...groups.values()].flatMap((bySet) => [...bySet.values()]);
    all.sort((a, b) => b.ids.length - a.ids.length);
    const [largest, ...others] = all;
    const alone = others.flatMap((group) => group.ids);
    if (largest && largest.ids.length > alone.length)
      this.screens.everyPlayer({ ...stamp, set: largest.set }, alone);
    else if (largest) others.unshift(largest);
    for (const { set, ids } of others) for (const id of ids) this.screens.player(id, { ...stamp, set });
  }

  private lobbyCountChanged() {
    if (this.cancelLobby || this.room.state().phase.name !== "lobby") return;
    this.cancelLobby = this.clock.after(LOBBY_COUNT_MS, () => this.settled(() => this.publishLobbyCount()));
  }

  private publishLobbyCount() {
    this.cancelLobby = null;
    const state = this.room.state();
    if (state.phase.name === "lobby") this.tellPhones({ players: sharedFacts(state).players });
  }

  /** The reveal is near, or is not after all: phones count down to it. */
  revealNears() {
    this.tellPhones({ revealAt: this.room.revealAt() });
  }

  /** One shared frame, unless every phone has it already. */
  private tellPhones(set: Pick<PlayerView, "players"> | Pick<PlayerView, "revealAt">) {
    let stale = false;
    for (const [id, view] of this.phones) {
      if (Object.keys(changedOf(view, { ...view, ...set })).length === 0) continue;
      stale = true;
      this.phones.set(id, { ...view, ...set });
    }
    if (!stale) return;
    this.playerSeq += 1;
    this.screens.everyPlayer({ seq: this.playerSeq, now: this.clock.now(), set }, []);
  }

  private rowChanged(id: PlayerId) {
    if (!this.hostSent) return;
    this.changedRows.add(id);
    if (this.cancelCounts) return;
    const wait = Math.max(0, this.countsSentAt + LIMITS.hostCountIntervalMs - this.clock.now());
    this.cancelCounts = this.clock.after(wait, () => this.settled(() => this.publishCounts()));
  }

  /** The rows that have changed, and how many have answered: all that a burst of answers or joins changes. */
  private publishCounts() {
    this.cancelCounts = null;
    if (!this.hostSent || this.changedRows.size === 0) return;
    const state = this.room.state();
    const live = this.room.live();
    const put: HostPlayerRow[] = [];
    const gone: PlayerId[] = [];
    for (const id of this.changedRows) {
      const player = state.players.get(id);
      if (player && !player.removed) put.push(hostRow(state, player, live.connected));
      else gone.push(id);
    }
    this.changedRows.clear();
    const set: HostPatch["set"] = state.phase.name === "question" ? { phase: hostPhase(state, live) } : {};
    const rows = new Map(this.hostSent.players.map((row) => [row.id, row]));
    for (const row of put) rows.set(row.id, row);
    for (const id of gone) rows.delete(id);
    this.hostSent = { ...this.hostSent, ...set, players: [...rows.values()] };
    this.sendHost({ set, players: { put, gone } });
  }

  /** Everything that has changed on the host's screen since the last frame. */
  private publishHost() {
    if (!this.hostSent) return;
    this.cancelCounts?.();
    this.cancelCounts = null;
    this.changedRows.clear();
    const before = this.hostSent;
    const view = hostView(this.room.state(), this.room.live());
    this.hostSent = view;
    const { players: _, ...set } = changedOf(before, view);
    const rows = new Map(before.players.map((row) => [row.id, row]));
    const put = view.players.filter((row) => {
      const old = rows.get(row.id);
      rows.delete(row.id);
      return !old || Object.keys(changedOf(old, row)).length > 0;
    });
    const gone = [...rows.keys()];
    if (put.length + gone.length + Object.keys(set).length === 0) return;
    this.sendHost({ set, ...(put.length + gone.length > 0 ? { players: { put, gone } } : {}) });
  }

  private sendHost(change: Pick<HostPatch, "set" | "players">) {
    this.hostSeq += 1;
    this.countsSentAt = this.clock.now();
    this.screens.host({ seq: this.hostSeq, now: this.countsSentAt, ...change });
  }
}

/** The fields of `after` that differ from `before`. The same object is the same; others are compared by content. */
function changedOf<V extends object>(before: V, after: V): Partial<V> {
  const changed: Partial<V> = {};
  for (const key in after) {
    const [a, b] = [before[key], after[key]];
    if (a === b) continue;
    if (typeof a === "object" && typeof b === "object" && JSON.stringify(a) === JSON.stringify(b)) continue;
    changed[key] = b;
  }
  return changed;
}
