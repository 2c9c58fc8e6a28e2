import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SessionId } from "@/contract/ids";
import { LIMITS } from "@/contract/limits";
import { KeptLog } from "../testing/live-server";
import { noRedis, RedisServer } from "../testing/redis-server";
import { PinThrottle } from "../transport/pin-throttle";
import { type Cluster, joinCluster } from "./cluster";
import { redisLeases } from "./leases";
import { connectRedis } from "./redis";

const PORT = 4440;
const NOBODYS_PORT = 4449;
const [A, B] = ["http://10.0.0.1:3000", "http://10.0.0.2:3000"];
const game = (name: string) => name as SessionId;

if (noRedis) console.warn(`Several servers: ${noRedis}`);

describe.skipIf(noRedis)("what servers tell each other through Redis", () => {
  let server: RedisServer;
  let redis: Awaited<ReturnType<typeof connectRedis>>;
  beforeAll(async () => {
    server = await RedisServer.start(PORT);
    redis = await connectRedis(server.url);
  });
  afterAll(async () => {
    redis?.disconnect();
    await server?.kill();
  });

  test("L29: a lease is one server's until it is given back", async () => {
    const [a, b] = [redisLeases(redis, A), redisLeases(redis, B)];
    expect(await Promise.all([a.take(game("one")), b.take(game("one")), a.take(game("one"))])).toEqual([
      A,
      A,
      A,
    ]);
    await b.release([game("one")]);
    expect(await b.take(game("one"))).toBe(A);
    await a.release([game("one")]);
    expect(await b.take(game("one"))).toBe(B);
  });

  test("L30: a lease runs out unless it is renewed, and whoever renews late hears that it is another's", async () => {
    const [a, b] = [redisLeases(redis, A), redisLeases(redis, B)];
    expect(await a.renew([game("two"), game("three")])).toEqual([]);
    const left = await redis.pttl("deckdash:room:two");
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(LIMITS.leaseMs);
    await redis.del("deckdash:room:two");
    expect(await b.take(game("two"))).toBe(B);
    expect(await a.renew([game("two"), game("three")])).toEqual([game("two")]);
    expect(await b.renew([])).toEqual([]);
    expect(await a.servers()).toEqual([A, B]);
    await b.leave();
    expect(await a.servers()).toEqual([A]);
  });

  describe("between two of them", () => {
    const joined: Cluster[] = [];
    let endLogin: (ended: { teacherId: string }) => void = () => {};
    beforeAll(async () => {
      for (const address of [A, B])
        joined.push(
          await joinCluster({
            ...{ redisUrl: server.url, address, secret: "a secret of both servers", logger: new KeptLog() },
            onLoginsEnded: (listener) => {
              if (address === A) endLogin = listener;
              return () => {};
            },
          }),
        );
    });
    afterAll(async () => {
      for (const cluster of joined) await cluster.close();
    });

    test("L4, L33: a login that ends on one ends on the other", async () => {
      const heard = Promise.all(
        joined.map(
          ({ onLoginsEnded }) =>
            new Promise<string>((resolve) => onLoginsEnded(({ teacherId }) => resolve(teacherId))),
        ),
      );
      endLogin({ teacherId: "ada" });
      expect(await heard).toEqual(["ada", "ada"]);
    });

    test("L32: wrong PINs count together, and Redis learns no address", async () => {
      const throttles = joined.map(({ newLimiter }) => new PinThrottle(newLimiter));
      const [first, second] = throttles;
      if (!first || !second) throw new Error("There are two servers.");
      for (let n = 0; n < LIMITS.wrongPinsPerAddress; n++) {
        expect(await second.allows("203.0.113.7", null)).toBe(true);
        await (n % 2 === 0 ? first : second).wrong("203.0.113.7");
      }
      expect(await first.allows("203.0.113.7", null)).toBe(false);
      expect(await second.allows("203.0.113.7", null)).toBe(false);
      expect(await second.allows("203.0.113.8", null)).toBe(true);
      const known = await redis.keys("*");
      expect(known.some((key) => key.startsWith("deckdash:tries:pins"))).toBe(true);
      expect(known.filter((key) => key.includes("203.0.113"))).toEqual([]);
    });
  });

  test("L31: a start without Redis says in one sentence what is wrong and what to do", async () => {
    const nowhere = connectRedis(`redis://user:secret@127.0.0.1:${NOBODYS_PORT}`);
    await expect(nowhere).rejects.toThrow(
      /^Redis at 127\.0\.0\.1:4449 cannot be used \(ECONNREFUSED\): check that it runs and that REDIS_URL is right/,
    );
    await expect(nowhere).rejects.not.toThrow(/secret/);
  });
});
