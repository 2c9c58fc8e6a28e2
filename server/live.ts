import type { Server } from "node:http";
import type { Cluster } from "./cluster/cluster";
import { cryptoChance } from "./room/chance";
import type { ClassSeats, RoomLogger } from "./room/ports";
import { Registry, type Rooms } from "./room/registry";
import type { Database } from "./store/client";
import { MasteryListener } from "./store/mastery/listener";
import { OptionCounter } from "./store/option-counter";
import { PostgresEventLog } from "./store/postgres-event-log";
import { BankQuestionSource } from "./store/question-bank";
import { systemClock } from "./system-clock";
import { attachTransport } from "./transport/attach";
import type { HostPasses, OnLoginsEnded, TeacherFromHeaders } from "./transport/context";
import type { Place } from "./transport/origin";

export type Live = {
  rooms: Rooms;
  /** Where several servers share the games: false while they cannot hear of each other. */
  redisThere(): boolean;
  mastery: MasteryListener;
  /** How many games were open when a server stopped, and are so again. */
  reopened: number;
  /** Closes every connection; every acknowledged answer is stored already. */
  close(): Promise<void>;
};

/**
 * Puts the live game together: the log, the question bank, the rooms and their sockets on this HTTP server. Rebuilds
 * the games that the last stop has interrupted; resolves when phones can come back.
 */
export async function startLive(deps: {
  http: Server;
  database: Database;
  classSeats: ClassSeats;
  hostPasses: HostPasses;
  teacherFromHeaders: TeacherFromHeaders;
  onLoginsEnded: OnLoginsEnded;
  logger: RoomLogger;
  place: Place;
  /** What phones open. */
  joinUrl: string;
  /** Null for a server that is alone. */
  cluster: Cluster | null;
}): Promise<Live> {
  const {
    http,
    database,
    classSeats,
    hostPasses,
    teacherFromHeaders,
    onLoginsEnded,
    logger,
    joinUrl,
    cluster,
  } = deps;
  const place = { ...deps.place, shared: cluster !== null };
  const mastery = new MasteryListener(database.pool, logger);
  await mastery.catchUp();
  const counter = new OptionCounter(database.pool, logger);
  await counter.catchUp();
  const log = new PostgresEventLog(
    database.pool,
    (events, sessionId) => {
      mastery.notice(events);
      if (events.some(({ type }) => type === "session-ended")) counter.ended(sessionId);
    },
    (session, error) => logger.error({ session, error: String(error) }, "a session could not be read"),
    cluster && {
      keeper: cluster.address,
      takenOver: (sessionId, fence) => keeper?.takenOver(sessionId, fence),
    },
  );
  const keeper = cluster?.keeperOf(log, database.pool, async () => {
    await mastery.catchUp();
    await counter.catchUp();
  });
  const { registry, ...transport } = attachTransport(http, {
    teacherFromHeaders,
    onLoginsEnded,
    now: systemClock.now,
    logger,
    place,
    classSeats,
    hostPasses,
    newToken: cryptoChance.token,
    ...(cluster && keeper
      ? { shared: { ...cluster, isElsewhere: (room: string) => keeper.isElsewhere(room) } }
      : {}),
    registryFor: (screensOf) =>
      new Registry({
        log,
        questions: new BankQuestionSource(database, mastery),
        classSeats,
        clock: systemClock,
        chance: cryptoChance,
        logger,
        joinUrl,
        screensOf,
        ...(keeper ? { keeping: keeper } : {}),
      }),
  });
  const opened = keeper ? keeper.start(registry) : registry.recover();
  const shared = cluster && keeper && cluster.stand({ http, keeper, registry, place, opened });
  const rooms = await opened;
  if (keeper) registry.sweep();
  transport.open();
  logger.info({ rooms }, "live games are open");
  return {
    rooms: shared?.rooms ?? registry,
    redisThere: () => keeper?.redisThere ?? true,
    mastery,
    reopened: rooms,
    async close() {
      keeper?.stop();
      shared?.endRelays();
      await transport.close();
      await log.close();
      await keeper?.leave();
      await Promise.all([mastery.settled(), counter.settled()]);
    },
  };
}
