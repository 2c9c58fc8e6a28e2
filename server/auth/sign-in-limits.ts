import { type RateLimiterAbstract, RateLimiterRes } from "rate-limiter-flexible";
import { inMemory, type NewLimiter } from "../limiter";

/**
 * Wrong passwords that are let through, in ten minutes. The first bound stops a person at a keyboard; the second one
 * who changes addresses, and is so wide that guessing cannot keep the teacher out before class from another place.
 */
const BOUNDS = {
  addressAndAccount: { points: 10, duration: 600 },
  account: { points: 60, duration: 600 },
  address: { points: 60, duration: 600 },
} as const;

/** Counts tries to sign in. By default in memory: a restart forgives, and nothing about anybody is written down. */
export class SignInLimits {
  private readonly pair: RateLimiterAbstract;
  private readonly account: RateLimiterAbstract;
  private readonly address: RateLimiterAbstract;

  constructor(newLimiter: NewLimiter = inMemory) {
    this.pair = newLimiter("pair", BOUNDS.addressAndAccount);
    this.account = newLimiter("account", BOUNDS.account);
    this.address = newLimiter("address", BOUNDS.address);
  }

  /**
   * Counts one try before its password is looked at, so that a hundred at once cannot slip through together.
   * @returns 0 when it may go on, otherwise how many ms to wait
   */
  async take(email: string, address: string): Promise<number> {
    try {
      await this.pair.consume(`${address} ${email}`);
      await this.account.consume(email);
      await this.address.consume(address);
      return 0;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return Math.max(1_000, refusal.msBeforeNext);
      throw refusal;
    }
  }

  /** The password was right: the tries before it were slips of the finger. */
  async forgive(email: string, address: string): Promise<void> {
    await this.pair.delete(`${address} ${email}`);
    await this.account.reward(email);
    await this.address.reward(address);
  }
}
