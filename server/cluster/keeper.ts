import { createHash } from "node:crypto";
import type { SessionId } from "@/contract/ids";
import { LIMITS } from "@/contract/limits";
import type { Clock, EventLog, Keeping, RoomLogger, StoredSession } from "../room/ports";
import { PODIUM_MS } from "../room/registry";
import type { SessionPlace } from "../store/session-places";
import type { Leases } from "./leases";

/** The rooms of this server, as its keeper needs them. */
export interface KeptRooms {
  holds(room: string): boolean;
  open(session: StoredSession): void;
  moved(sessionId: SessionId): void;
}

/** What the database says of games, see `SessionPlaces`. */
export interface Places {
  find(room: string, since: number): Promise<SessionPlace | null>;
  all(since: number): Promise<SessionId[]>;
  takenOver(fences: ReadonlyMap<SessionId, number>): Promise<SessionId[]>;
}

type KeeperDeps = {
  /** By which the other servers reach this one. */
  address: string;
  leases: Leases;
  places: Places;
  log: Pick<EventLog, "claim">;
  /** Does what the servers before have left undone beside the games that were taken over. */
  finish: () => Promise<void>;
  clock: Clock;
  logger: RoomLogger;
};

const NO_ROOMS: KeptRooms = { holds: () => false, open: () => {}, moved: () => {} };
/** Games whose server is gone and whose class does not ask for them are looked for so often: somebody must end them. */
export const ORPHANS_MS = 60_000;

/**
 * Sees to it that every room is one server's at a time, and knows whose. A room that nobody has is taken by the server
 * that is asked for it: it takes the lease, claims the session in the database, from when on nobody else can write to it,
 * and rebuilds the room as after a restart. Without Redis a server goes on with its rooms for as long as the database
 * says that nobody has claimed them.
 */
export class Keeper implements Keeping {
  private readonly fences = new Map<SessionId, number>();
  private readonly adopting = new Map<SessionId, Promise<boolean>>();
  private cancels = new Set<() => void>();
  private left = false;
  private tookOver = false;
  private rooms = NO_ROOMS;
  /** False while Redis cannot be reached. */
  redisThere = true;

  constructor(private readonly deps: KeeperDeps) {}

  /**
   * Keeps this server's leases from now on. Games that nobody has are taken when somebody asks for them, so that after a
   * stop of all servers they spread as their classes come back. @returns how many games are open, on whatever server
   */
  async start(rooms: KeptRooms): Promise<number> {
    this.rooms = rooms;
    const { places, clock } = this.deps;
    await this.renew();
    this.repeat(LIMITS.leaseRenewMs, () => this.renew());
    this.repeat(ORPHANS_MS, async () => {
      await this.adoptOrphans();
      if (!this.tookOver) return;
      this.tookOver = false;
      await this.deps.finish();
    });
    return (await places.all(clock.now() - PODIUM_MS)).length;
  }

  /**
   * Where the room of a PIN or a session is. A PIN that leads nowhere leads to one of the servers all the same, always
   * the same one: nobody can tell from the way a connection takes whether a PIN is right.
   * @returns null when it is here, else the address of its server
   * @throws when that cannot be told just now
   */
  async whereIs(room: string): Promise<string | null> {
    const { address, leases } = this.deps;
    const server = await this.serverOf(room);
    if (server !== undefined) return server;
    const servers = await leases.servers().catch(() => [address]);
    const chosen = servers[bucket(room, servers.length)] ?? address;
    return chosen === address ? null : chosen;
  }

  /** As `whereIs`, but undefined when there is no such game. */
  async serverOf(room: string): Promise<string | null | undefined> {
    const { address, leases, places, clock } = this.deps;
    if (this.rooms.holds(room)) return null;
    const place = await places.find(room, clock.now() - PODIUM_MS);
    if (!place) return undefined;
    const { sessionId, keeper } = place;
    if (this.rooms.holds(sessionId)) return null;
    if (this.left) throw new Error("This server is stopping.");
    let holder: string;
    try {
      holder = await leases.take(sessionId);
    } catch (error) {
      // Without Redis nobody can have taken it from the server that has claimed it last.
      if (keeper !== null && keeper !== address) return keeper;
      throw error;
    }
    if (holder !== address) return holder;
    await this.adopt(sessionId);
    return null;
  }

  /** Whether there is such a game, and this server has no room of it: another has, or will have when it is asked. */
  async isElsewhere(room: string): Promise<boolean> {
    const { places, clock } = this.deps;
    const place = await places.find(room, clock.now() - PODIUM_MS);
    return place !== null && !this.rooms.holds(place.sessionId);
  }

  async created(sessionId: SessionId): Promise<number> {
    // Nobody can have asked for it yet; without Redis the lease follows when it is back.
    await this.deps.leases.take(sessionId).catch(() => {});
    const session = await this.deps.log.claim(sessionId);
    if (session?.fence === undefined) throw new Error(`Session ${sessionId} is gone.`);
    this.fences.set(sessionId, session.fence);
    return session.fence;
  }

  closed(sessionId: SessionId) {
    if (this.fences.delete(sessionId)) this.deps.leases.release([sessionId]).catch(() => {});
  }

  /** Another server has claimed this session since it was claimed here with this fence. */
  takenOver(sessionId: SessionId, fence: number | undefined) {
    if (fence === undefined || this.fences.get(sessionId) !== fence) return;
    this.fences.delete(sessionId);
    this.deps.logger.warn({ session: sessionId }, "another server has taken this game over");
    this.rooms.moved(sessionId);
  }

  /** From now on this server takes no game over. */
  stop() {
    this.left = true;
    for (const cancel of this.cancels) cancel();
  }

  /** Gives all leases back, so that other servers need not wait for them to run out. Its rooms must be closed. */
  async leave(): Promise<void> {
    this.stop();
    const { leases } = this.deps;
    await Promise.all([leases.release([...this.fences.keys()]), leases.leave()]).catch(() => {});
  }

  private async adopt(sessionId: SessionId): Promise<boolean> {
    // Whoever waited for the lease meanwhile may find the room opened: a second claim would end the first.
    if (this.rooms.holds(sessionId)) return true;
    const known = this.adopting.get(sessionId);
    if (known) return known;
    const adoption = this.claim(sessionId).finally(() => this.adopting.delete(sessionId));
    this.adopting.set(sessionId, adoption);
    return adoption;
  }

  private async claim(sessionId: SessionId): Promise<boolean> {
    const { log, logger } = this.deps;
    const session = await log.claim(sessionId);
    if (session?.fence === undefined || this.left) return false;
    this.fences.set(sessionId, session.fence);
    this.rooms.open(session);
    this.tookOver = true;
    logger.info({ session: sessionId }, "this server has taken a game over");
    return true;
  }

  private async adoptOrphans(): Promise<void> {
    if (!this.redisThere) return;
    const { address, leases, places, clock, logger } = this.deps;
    for (const sessionId of await places.all(clock.now() - PODIUM_MS)) {
      if (this.rooms.holds(sessionId)) continue;
      try {
        if ((await leases.take(sessionId)) === address) await this.adopt(sessionId);
      } catch (error) {
        // One broken log must not keep the other classes out of their games.
        logger.error({ session: sessionId, error: String(error) }, "a session could not be taken over");
      }
    }
  }

  private async renew(): Promise<void> {
    const { leases, places, logger } = this.deps;
    const held = new Map(this.fences);
    try {
      const gone = await leases.renew([...held.keys()]);
      if (!this.redisThere) logger.info({}, "Redis is back");
      this.redisThere = true;
      for (const sessionId of gone) this.takenOver(sessionId, held.get(sessionId));
    } catch (error) {
      if (this.redisThere)
        logger.error(
          { error: String(error) },
          "Redis cannot be reached: games go on where they are, but no server can take over another's",
        );
      this.redisThere = false;
      for (const sessionId of await places.takenOver(held)) this.takenOver(sessionId, held.get(sessionId));
    }
  }

  private repeat(ms: number, act: () => Promise<void>) {
    const again = () => {
      const cancel = this.deps.clock.after(ms, async () => {
        this.cancels.delete(cancel);
        await act().catch((error: unknown) =>
          this.deps.logger.warn(
            { error: String(error) },
            "the database could not be asked whose the games are",
          ),
        );
        if (!this.left) again();
      });
      this.cancels.add(cancel);
    };
    again();
  }
}

/** 0 … count − 1, evenly and always the same for the same text. */
function bucket(text: string, count: number): number {
  return count > 0 ? createHash("sha256").update(text).digest().readUInt32BE() % count : 0;
}
