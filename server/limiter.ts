import { type RateLimiterAbstract, RateLimiterMemory } from "rate-limiter-flexible";

/** Makes a counter of tries by key: `points` of them within `duration` seconds. Counters of one name count together. */
export type NewLimiter = (name: string, bound: { points: number; duration: number }) => RateLimiterAbstract;

/** Counters in this process: a restart forgives. */
export const inMemory: NewLimiter = (keyPrefix, bound) => new RateLimiterMemory({ keyPrefix, ...bound });
