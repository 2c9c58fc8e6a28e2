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
import { connectRedis } from "./redis";
import { Vouch } from "./vouch";

/** This server among those that share the games. */
export interface Cluster {
  /** By which the other servers reach this one. */
  address: string;
  newLimiter: NewLimiter;
  onLoginsEnded: OnLoginsEnded;
  keeperOf(log: Pick<EventLog, "claim">, pool: pg.Pool): Keeper;
  /** Stands before this server's sockets. @returns the rooms of all servers, for pages */
  stand(at: {
    http: Server;
    keeper: Keeper;
    registry: Registry;
    place: Place;
    opened: Promise<unknown>;
  }): Rooms;
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
  const logins = await shareLoginsEnded(redis, onLoginsEnded, logger);
  return {
    address,
    newLimiter: inRedis(redis, vouch),
    onLoginsEnded: logins.onLoginsEnded,
    keeperOf: (log, pool) =>
      new Keeper({
        address,
        leases: redisLeases(redis, address),
        places: new SessionPlaces(pool),
        log,
        clock: systemClock,
        logger,
      }),
    stand({ http, keeper, registry, place, opened }) {
      const { basePath } = place;
      standAtDoor(http, { keeper, vouch, place, opened, logger });
      answerCorrections(http, { rooms: registry, holds: (room) => registry.holds(room), vouch, basePath });
      return roomsOfAll(registry, { keeper, vouch, basePath });
    },
    async close() {
      logins.close();
      redis.disconnect();
    },
  };
}
