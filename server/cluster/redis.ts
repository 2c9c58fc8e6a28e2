import { Redis } from "ioredis";
import { PlainError } from "../setup/plain-error.mjs";

const CONNECT_MS = 5_000;
/** An answer that takes longer would come too late for a lease. */
const COMMAND_MS = 2_000;
const RECONNECT_MS = 500;

/**
 * Opens a connection to Redis, and keeps making it anew when it is lost; meanwhile every command fails at once.
 * @throws PlainError in one sentence when Redis cannot be reached or refuses us at the start
 */
export async function connectRedis(url: string): Promise<Redis> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: CONNECT_MS,
    commandTimeout: COMMAND_MS,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: null,
  });
  let refusal: unknown;
  redis.on("error", (error) => {
    refusal = error;
  });
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    redis.disconnect();
    throw new PlainError(explainRefusal(refusal ?? error, url));
  }
  redis.options.retryStrategy = () => RECONNECT_MS;
  return redis;
}

/** One sentence for a failed connection: what happened and what to do. Never repeats the password. */
export function explainRefusal(error: unknown, url: string): string {
  const { hostname, port } = new URL(url);
  const detail =
    error instanceof Error ? ("code" in error && error.code ? error.code : error.message) : error;
  return `Redis at ${hostname}:${port || "6379"} cannot be used (${detail}): check that it runs and that REDIS_URL is right, or leave REDIS_URL out to run one server alone.`;
}
