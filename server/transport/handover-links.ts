import type { SessionId } from "@/contract/ids";
import { LIMITS } from "@/contract/limits";
import { hashSecret } from "../room/chance";

/** What a link was opened for: a session, and the login that vouches for the device that takes it. */
export type Handover = { sessionId: SessionId; loginId: string };

/**
 * Links that let one more device host a session: each good for one device and for a short time, a newer one of the same
 * session ends the one before. Kept as hashes and in memory only: after a restart the host opens another. A code begins
 * with its session, by which it finds the server that keeps the room.
 */
export class HandoverLinks {
  private readonly links = new Map<SessionId, Handover & { hash: string; expiresAt: number }>();

  constructor(private readonly newCode: () => string) {}

  /** Opens a link; `now` and `expiresAt` are server epoch ms. */
  open(handover: Handover, now: number): { code: string; expiresAt: number } {
    for (const [sessionId, { expiresAt }] of this.links) if (expiresAt <= now) this.links.delete(sessionId);
    const code = `${handover.sessionId}.${this.newCode()}`;
    const expiresAt = now + LIMITS.handoverMs;
    this.links.set(handover.sessionId, { ...handover, hash: hashSecret(code), expiresAt });
    return { code, expiresAt };
  }

  /** The session's link, if one is open, is good no more. */
  forget(sessionId: SessionId) {
    this.links.delete(sessionId);
  }

  /** The session that a link was opened for, good or not; null for a code that nobody was given. */
  leadsTo(code: string): SessionId | null {
    const hash = hashSecret(code);
    for (const [sessionId, link] of this.links) if (link.hash === hash) return sessionId;
    return null;
  }

  /** Takes the link for good; null when there is no such one any more. */
  take(code: string, now: number): Handover | null {
    const sessionId = this.leadsTo(code);
    const link = sessionId && this.links.get(sessionId);
    if (!link) return null;
    this.links.delete(sessionId);
    return link.expiresAt > now ? { sessionId, loginId: link.loginId } : null;
  }
}
