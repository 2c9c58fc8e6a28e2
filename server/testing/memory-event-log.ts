import type { SessionId } from "@/contract/ids";
import type { Append, EventLog, NewSession, StoredSession } from "../room/ports";

/** How an append goes wrong: nothing is stored, or everything is and only the confirmation is lost. */
export type AppendFault = "before" | "after";

/** The event log's twin for tests: in memory, with the same rules, and with faults on demand. */
export class MemoryEventLog implements EventLog {
  private readonly sessions = new Map<SessionId, StoredSession>();
  /** Consumed by the next append. */
  fault: AppendFault | null = null;
  private readonly fences = new Map<SessionId, number>();
  /** While set, nothing can be read or written. */
  down = false;

  async create({ teacherId, deckId, classId, created }: NewSession): Promise<"created" | "pin-taken"> {
    this.reachable();
    for (const { events } of this.sessions.values()) {
      const first = events[0]?.event;
      if (first?.type === "session-created" && first.pin === created.pin && !ended(events))
        return "pin-taken";
    }
    const { sessionId } = created;
    const events = [{ seq: 1, event: structuredClone(created), cause: null }];
    this.sessions.set(sessionId, { sessionId, teacherId, deckId, classId, events, seats: [] });
    return "created";
  }

  async append({ sessionId, events, seats, fence }: Append): Promise<void> {
    // Let others run in between, as a real commit does.
    await Promise.resolve();
    this.reachable();
    const fault = this.fault;
    this.fault = null;
    if (fault === "before") throw new Error("The log was not reached.");
    const session = this.sessions.get(sessionId);
    if (!session) throw new Error(`There is no session ${sessionId}.`);
    if (fence !== undefined && fence !== this.fences.get(sessionId))
      throw new Error("Another server has claimed the session.");
    let seq = session.events.at(-1)?.seq ?? 0;
    for (const event of events) if (event.seq !== ++seq) throw new Error(`Event ${event.seq} is not next.`);
    session.events.push(...structuredClone(events));
    for (const seat of seats)
      session.seats = [...session.seats.filter(({ playerId }) => playerId !== seat.playerId), { ...seat }];
    if (fault === "after") throw new Error("The confirmation was lost.");
  }

  async claim(sessionId: SessionId): Promise<StoredSession | null> {
    this.reachable();
    const fence = (this.fences.get(sessionId) ?? 0) + 1;
    this.fences.set(sessionId, fence);
    const session = await this.load(sessionId);
    return session && { ...session, fence };
  }

  async load(sessionId: SessionId): Promise<StoredSession | null> {
    this.reachable();
    return structuredClone(this.sessions.get(sessionId) ?? null);
  }

  async unfinished(since: number): Promise<StoredSession[]> {
    this.reachable();
    return structuredClone(
      [...this.sessions.values()].filter(({ events }) => {
        const last = events.findLast(({ event }) => event.type === "session-ended");
        return !last || last.event.at > since;
      }),
    );
  }

  private reachable() {
    if (this.down) throw new Error("The log is down.");
  }
}

function ended(events: StoredSession["events"]): boolean {
  return events.some(({ event }) => event.type === "session-ended");
}
