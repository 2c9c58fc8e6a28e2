/** A clock that ticks evenly and that nobody sets while the page is open, ms. */
const steady = () => performance.now();

/**
 * The server's time as this device reckons it. Every message that carries the server's time is late by its way here,
 * so the least late one seen is nearest the truth; half of the shortest round-trip, which the server has measured, is
 * what it was late by. The device's own date is never used: it may be wrong by minutes.
 */
export class ServerClock {
  private least: number | null = null;
  private halfTrip = 0;
  constructor(private readonly local: () => number = steady) {}

  /** A message sent at `serverNow` (server epoch ms) has just arrived; `rttMs` as the server has measured it. */
  heard(serverNow: number, rttMs: number | null = null) {
    const ahead = serverNow - this.local();
    this.least = this.least === null ? ahead : Math.max(this.least, ahead);
    if (rttMs !== null) this.halfTrip = rttMs / 2;
  }

  /** A new connection may lead to a restarted server on a clock that was set in between. */
  forget() {
    this.least = null;
    this.halfTrip = 0;
  }

  /** Server epoch ms now. Before the first message: the device's own clock, for want of a better one. */
  now(): number {
    return this.least === null ? Date.now() : this.local() + this.least + this.halfTrip;
  }
}
