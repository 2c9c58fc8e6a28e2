import type { PlayerId, SessionId } from "@/contract/ids";
import type { SeatHashes } from "./ports";

export type Seat = { sessionId: SessionId; playerId: PlayerId };

/** Finds the seat that a token opens, over all live rooms, by the token's hash. */
export class SeatIndex {
  private readonly byHash = new Map<string, Seat>();
  private readonly hashes = new Map<PlayerId, SeatHashes>();

  find(tokenHash: string): Seat | null {
    return this.byHash.get(tokenHash) ?? null;
  }

  /** From now on only these two hashes open the seat. */
  put(sessionId: SessionId, hashes: SeatHashes) {
    this.remove(hashes.playerId);
    const seat = { sessionId, playerId: hashes.playerId };
    this.hashes.set(hashes.playerId, hashes);
    this.byHash.set(hashes.tokenHash, seat);
    if (hashes.previousHash) this.byHash.set(hashes.previousHash, seat);
  }

  remove(playerId: PlayerId) {
    const old = this.hashes.get(playerId);
    if (!old) return;
    this.hashes.delete(playerId);
    this.byHash.delete(old.tokenHash);
    if (old.previousHash) this.byHash.delete(old.previousHash);
  }
}
