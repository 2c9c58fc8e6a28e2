import type { Server } from "node:http";
import type pg from "pg";
import type { NewLimiter } from "../limiter";
import type { EventLog, RoomLogger } from "../room/ports";
import type { Registry, Rooms } from "../room/registry";
import { SessionPlaces } from "../store/session-places";
import { systemClock } from "../system-clock";
import type { OnLoginsEnded } from "../transport/context";
import type { Place } from "../transport/origin";
import { answerCorrections, roomsOfAll } from "./corrections";
import { standAtDoor } from "./door";
import { Keeper } from "./keeper";
import { redisLeases } from "./leases";
import { inRedis } from "./limiter";
import { shareLoginsEnded } from "./logins";
import { checkOwnAddress } from "./own-address";
import { connectRedis } from "./redis";
import { Vouch } from "./vouch";

/** This server among those that share the games. */
export interface Cluster {
  /** By which the other servers reach this one. */
  address: string;
  newLimiter: NewLimiter;
  onLoginsEnded: OnLoginsEnded;
  keeperOf(log: Pick<EventLog, "claim">, pool: pg.Pool, finish: () => Promise<void>): Keeper;
  /** Stands before this server's sockets. @returns the rooms of all servers, for pages, and what ends the connections passed on */
  stand(at: { http: Server; keeper: Keeper; registry: Registry; place: Place; opened: Promise<unknown> }): {
    rooms: Rooms;
    endRelays: () => void;
  };
  close(): Promise<void>;
}

/**
 * Makes this server one of several that share the games.
 * @param onLoginsEnded of the logins that end on this server
 * @throws PlainError when Redis cannot be used
 */
export async function joinCluster({
  redisUrl,
  address,
  secret,
  onLoginsEnded,
  logger,
}: {
  redisUrl: string;
  address: string;
  secret: string;
  onLoginsEnded: OnLoginsEnded;
  logger: RoomLogger;
}): Promise<Cluster> {
  const redis = await connectRedis(redisUrl);
  const vouch = new Vouch(secret);
  logger.info({ address }, "shares the games with the other servers, which reach it at this address");
  const logins = await shareLoginsEnded(redis, onLoginsEnded, logger);
  return {
    address,
    newLimiter: inRedis(redis, vouch),
    onLoginsEnded: logins.onLoginsEnded,
    keeperOf: (log, pool, finish) =>
      new Keeper({
        ...{ address, finish },
        leases: redisLeases(redis, address),
        places: new SessionPlaces(pool),
        log,
        clock: systemClock,
        logger,
      }),
    stand({ http, keeper, registry, place, opened }) {
      const { basePath } = place;
      const endRelays = standAtDoor(http, { keeper, vouch, place, opened, logger });
      void checkOwnAddress(http, { address, basePath, logger });
      answerCorrections(http, { rooms: registry, holds: (room) => registry.holds(room), vouch, basePath });
      return { endRelays, rooms: roomsOfAll(registry, { keeper, vouch, basePath }) };
    },
    async close() {
      logins.close();
      redis.disconnect();
    },
  };
}
