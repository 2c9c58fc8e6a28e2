import type { Redis } from "ioredis";
import { RateLimiterMemory, RateLimiterRedis } from "rate-limiter-flexible";
import type { NewLimiter } from "../limiter";
import type { Vouch } from "./vouch";

/** Counts for all servers together. What is counted is known to Redis by an alias only: no address stands in it. */
class SharedLimiter extends RateLimiterRedis {
  constructor(
    private readonly vouch: Vouch,
    options: ConstructorParameters<typeof RateLimiterRedis>[0],
  ) {
    super(options);
  }

  override getKey(key: string | number): string {
    return super.getKey(this.vouch.alias(String(key)));
  }
}

/** Counters that all servers of a cluster share; while Redis cannot be reached every server counts for itself. */
export function inRedis(redis: Redis, vouch: Vouch): NewLimiter {
  return (name, bound) =>
    new SharedLimiter(vouch, {
      storeClient: redis,
      keyPrefix: `deckdash:tries:${name}`,
      rejectIfRedisNotReady: true,
      insuranceLimiter: new RateLimiterMemory(bound),
      ...bound,
    });
}
