import type { PlayerId } from "@/contract/ids";

/** A reload or a short loss of network does not make a player absent: the class waits this long for them. */
export const ABSENT_AFTER_MS = 10_000;

/** Who is connected, and who was until a moment ago. */
export class Presence {
  readonly connected = new Set<PlayerId>();
  private readonly leftAt = new Map<PlayerId, number>();

  came(id: PlayerId) {
    this.connected.add(id);
    this.leftAt.delete(id);
  }

  went(id: PlayerId, now: number) {
    if (this.connected.delete(id)) this.leftAt.set(id, now);
  }

  /** Had a seat when the server went down: on the way back. */
  lost(id: PlayerId, now: number) {
    this.leftAt.set(id, now);
  }

  /** Those whom a round waits for. */
  present(now: number): Set<PlayerId> {
    const present = new Set(this.connected);
    for (const [id, left] of this.leftAt) {
      if (now - left < ABSENT_AFTER_MS) present.add(id);
      else this.leftAt.delete(id);
    }
    return present;
  }
}
