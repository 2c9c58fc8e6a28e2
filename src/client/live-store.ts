import type { Ack, RejectionCode } from "@/contract/errors";
import type { Snapshot, View } from "@/contract/views";
import type { Applied, Held } from "./apply";
import { ServerClock } from "./server-clock";

/**
 * How this screen stands with the server.
 * - `idle`: a phone without a seat; nothing is connected.
 * - `connecting`, `connected`: on the way in; in, with the current view.
 * - `reconnecting`, `offline`: the link is lost and being made again; the device itself says that it has no network.
 *   The last view stays on screen.
 * - `displaced`: the seat was opened in another tab or on another phone (`takeSeat` brings it back here).
 * - `removed`: the teacher has removed this player. `unauthorised`: sign in again. `gone`: no such seat or game.
 */
export type Connection =
  | "idle"
  | "connecting"
  | "connected"
  | "reconnecting"
  | "offline"
  | "displaced"
  | "removed"
  | "unauthorised"
  | "gone";

/** Connections that end by themselves only when the person does something. */
const ENDED: Partial<Record<Connection, RejectionCode>> = {
  displaced: "seat-displaced",
  removed: "seat-removed",
  unauthorised: "unauthorised",
  gone: "seat-unknown",
};

export type Live<V extends View> = { view: V | null; connection: Connection };

/**
 * One screen's view of the game and the state of its link, for `useSyncExternalStore`. Whole views replace, patches
 * follow each other without a gap, and after a gap the whole view is asked for.
 */
export class LiveStore<V extends View, P extends { seq: number; now: number }> {
  readonly clock = new ServerClock();
  private live: Live<V> = { view: null, connection: "idle" };
  private seq = 0;
  /** The newest number heard on this link, taken over or not. */
  private newest = 0;
  private syncing = false;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly apply: (held: Held<V>, patch: P) => Applied<V>,
    private readonly askWhole: () => Promise<Ack<{ snapshot: Snapshot<V> }>>,
  ) {}

  readonly read = (): Live<V> => this.live;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** A link was made anew: the server behind it may have been restarted, with another clock and other numbers. */
  linked() {
    this.clock.forget();
    this.newest = 0;
  }

  /** A whole view replaces whatever was held. */
  whole(snapshot: Snapshot<V>, connection: Connection = this.live.connection) {
    this.clock.heard(snapshot.now);
    this.seq = snapshot.seq;
    this.set({ view: snapshot.view, connection });
    // It came as an answer, and a patch that was sent after it can have been heard before it was taken over.
    if (this.seq < this.newest) void this.resync();
  }

  /** Takes a change in; asks for the whole view where one before it is missing. */
  patch(patch: P) {
    this.clock.heard(patch.now);
    this.newest = Math.max(this.newest, patch.seq);
    if (!this.live.view) return;
    const applied = this.apply({ seq: this.seq, view: this.live.view }, patch);
    if (applied.kind === "gap") void this.resync();
    if (applied.kind !== "next") return;
    this.seq = applied.held.seq;
    this.set({ ...this.live, view: applied.held.view });
  }

  /** Asks for the whole view. Failing is no harm: the link is then down, and coming back brings the whole view. */
  async resync(): Promise<boolean> {
    if (this.syncing) return true;
    this.syncing = true;
    try {
      for (;;) {
        const answer = await this.askWhole();
        if (!answer.ok) return false;
        this.whole(answer.snapshot);
        if (this.seq >= this.newest) return true;
      }
    } catch {
      return false;
    } finally {
      this.syncing = false;
    }
  }

  /** Changes what is shown, where this side knows already what the server's next patch will say. */
  change(change: (view: V) => V) {
    if (this.live.view) this.set({ ...this.live, view: change(this.live.view) });
  }

  to(connection: Connection) {
    if (connection !== this.live.connection) this.set({ ...this.live, connection });
  }

  forget() {
    this.linked();
    this.set({ view: null, connection: "idle" });
  }

  get ended(): boolean {
    return ENDED[this.live.connection] !== undefined;
  }

  /** Resolves with null as soon as commands can be sent, or with the reason why they never can. */
  async ready(): Promise<RejectionCode | null> {
    for (;;) {
      if (this.live.connection === "connected") return null;
      const end = ENDED[this.live.connection];
      if (end) return end;
      await new Promise<void>((resolve) => {
        const stop = this.subscribe(() => {
          stop();
          resolve();
        });
      });
    }
  }

  private set(live: Live<V>) {
    this.live = live;
    for (const listener of this.listeners) listener();
  }
}
