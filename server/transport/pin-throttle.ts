import type { RateLimiterAbstract } from "rate-limiter-flexible";
import type { SessionId } from "@/contract/ids";
import { LIMITS } from "@/contract/limits";
import { inMemory, type NewLimiter } from "../limiter";

/**
 * Against guessing PINs: so many wrong ones per address, and so many on the whole server, however many addresses
 * share the work. While either is used up, nobody learns whether a PIN is right: but a class is not locked out by it,
 * because an address from which that very room is hosted or already played (the school's router) is let through, and
 * a guesser there gains nothing that is not on the projector anyway. A server that is alone forgets addresses with the process.
 */
export class PinThrottle {
  private readonly perAddress: RateLimiterAbstract;
  private readonly overall: RateLimiterAbstract;
  private readonly insiders = new Map<SessionId, Set<string>>();

  constructor(newLimiter: NewLimiter = inMemory) {
    const duration = LIMITS.wrongPinsWindowMs / 1000;
    this.perAddress = newLimiter("pins", { points: LIMITS.wrongPinsPerAddress, duration });
    this.overall = newLimiter("all-pins", { points: LIMITS.wrongPinsOverall, duration });
  }

  /** Whether this address may try a PIN; `room` is where the PIN leads, null when nowhere. */
  async allows(address: string, room: SessionId | null): Promise<boolean> {
    if (room && this.insiders.get(room)?.has(address)) return true;
    const [own, all] = await Promise.all([this.perAddress.get(address), this.overall.get("all")]);
    return (own?.remainingPoints ?? 1) > 0 && (all?.remainingPoints ?? 1) > 0;
  }

  /** A PIN that leads nowhere, or a wrong word. */
  async wrong(address: string): Promise<void> {
    // A used-up limiter rejects; that is its way to say what `allows` reads.
    await Promise.allSettled([this.perAddress.consume(address), this.overall.consume("all")]);
  }

  /** The room is hosted or played from here. */
  inside(address: string, room: SessionId) {
    const addresses = this.insiders.get(room) ?? new Set();
    this.insiders.set(room, addresses.add(address));
  }

  /** The room is gone. */
  forget(room: SessionId) {
    this.insiders.delete(room);
  }
}
