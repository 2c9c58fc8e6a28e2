import type { Redis } from "ioredis";
import type { SessionId } from "@/contract/ids";
import { LIMITS } from "@/contract/limits";

/**
 * Who keeps which room, as far as Redis knows: a lease per session that its server renews, and a list of the servers
 * that are up. A lease tells where to go and who is dead; that nobody writes who has lost one is the database's part
 * (`EventLog.claim`). Every call rejects while Redis cannot be reached.
 */
export interface Leases {
  /** Takes the lease of a session unless another server has it. @returns the address of the server that has it now */
  take(sessionId: SessionId): Promise<string>;
  /**
   * Says that this server is up, and renews its leases; one that nobody has any more (Redis has forgotten it) is taken
   * again. @returns the sessions that another server has now
   */
  renew(sessionIds: readonly SessionId[]): Promise<SessionId[]>;
  release(sessionIds: readonly SessionId[]): Promise<void>;
  /** Addresses of the servers that are up, this one's too, in a fixed order. */
  servers(): Promise<string[]>;
  /** This server is down. */
  leave(): Promise<void>;
}

const PREFIX = "deckdash:";
const SERVERS = `${PREFIX}servers`;
const leaseKey = (sessionId: SessionId) => `${PREFIX}room:${sessionId}`;

const TAKE = `
local holder = redis.call('get', KEYS[1])
if holder and holder ~= ARGV[1] then return holder end
redis.call('set', KEYS[1], ARGV[1], 'px', ARGV[2])
return ARGV[1]`;

/** Redis' own clock: those of the servers may differ. */
const RENEW = `
local time = redis.call('time')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('zadd', KEYS[1], now, ARGV[1])
redis.call('zremrangebyscore', KEYS[1], '-inf', now - ARGV[2])
local others = {}
for i = 2, #KEYS do
  local holder = redis.call('get', KEYS[i])
  if holder and holder ~= ARGV[1] then others[#others + 1] = i - 2
  else redis.call('set', KEYS[i], ARGV[1], 'px', ARGV[2]) end
end
return others`;

const RELEASE = `
for i = 1, #KEYS do
  if redis.call('get', KEYS[i]) == ARGV[1] then redis.call('del', KEYS[i]) end
end`;

/** Leases in Redis. `address`: by which the other servers reach this one. */
export function redisLeases(redis: Redis, address: string): Leases {
  const run = (script: string, keys: string[], ...values: (string | number)[]): Promise<unknown> =>
    redis.eval(script, keys.length, ...keys, address, ...values);
  return {
    take: async (sessionId) => String(await run(TAKE, [leaseKey(sessionId)], LIMITS.leaseMs)),
    async renew(sessionIds) {
      const others = await run(RENEW, [SERVERS, ...sessionIds.map(leaseKey)], LIMITS.leaseMs);
      return Array.isArray(others) ? others.flatMap((i) => sessionIds[Number(i)] ?? []) : [];
    },
    async release(sessionIds) {
      if (sessionIds.length > 0) await run(RELEASE, sessionIds.map(leaseKey));
    },
    async servers() {
      const up = await redis.zrange(SERVERS, 0, -1);
      return [...new Set([...up, address])].sort();
    },
    async leave() {
      await redis.zrem(SERVERS, address);
    },
  };
}
