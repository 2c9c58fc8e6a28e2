import type { SessionId } from "@/contract/ids";
import { LIMITS } from "@/contract/limits";
import type { Leases } from "../cluster/leases";
import type { Clock } from "../room/ports";

/** What a Redis knows of leases, for tests: it can be away, and it can forget everything. */
export class FakeLeaseStore {
  private readonly leases = new Map<SessionId, { holder: string; until: number }>();
  private readonly seen = new Map<string, number>();
  private readonly cutOff = new Set<string>();

  constructor(private readonly clock: Clock) {}

  forgetAll() {
    this.leases.clear();
    this.seen.clear();
  }

  /** From now on this server does not reach Redis, or does again. */
  cut(address: string, off: boolean) {
    if (off) this.cutOff.add(address);
    else this.cutOff.delete(address);
  }

  holderOf(sessionId: SessionId): string | null {
    const lease = this.leases.get(sessionId);
    return lease && lease.until > this.clock.now() ? lease.holder : null;
  }

  /** The same store as this server sees it. */
  of(address: string): Leases {
    const reachable = () => {
      if (this.cutOff.has(address)) throw new Error("Redis cannot be reached.");
    };
    const hold = (sessionId: SessionId) =>
      this.leases.set(sessionId, { holder: address, until: this.clock.now() + LIMITS.leaseMs });
    const mayHold = (sessionId: SessionId) => [null, address].includes(this.holderOf(sessionId));
    return {
      take: async (sessionId) => {
        reachable();
        if (mayHold(sessionId)) hold(sessionId);
        const holder = this.holderOf(sessionId) ?? address;
        // The answer is on its way, and others act meanwhile.
        for (let turn = 0; turn < 20; turn++) await Promise.resolve();
        return holder;
      },
      renew: async (sessionIds) => {
        reachable();
        this.seen.set(address, this.clock.now());
        for (const sessionId of sessionIds) if (mayHold(sessionId)) hold(sessionId);
        return sessionIds.filter((sessionId) => !mayHold(sessionId));
      },
      release: async (sessionIds) => {
        reachable();
        for (const sessionId of sessionIds)
          if (this.holderOf(sessionId) === address) this.leases.delete(sessionId);
      },
      servers: async () => {
        reachable();
        const up = [...this.seen].filter(([, at]) => this.clock.now() - at < LIMITS.leaseMs);
        return [...new Set([...up.map(([server]) => server), address])].sort();
      },
      leave: async () => {
        this.seen.delete(address);
      },
    };
  }
}
