/** At most `count` messages per `ms`, refilled evenly. */
export type Rate = { count: number; ms: number };

/** A bucket of permits for one connection and one kind of message. Starts full; `now` in ms, never going back. */
export class Budget {
  private permits: number;
  private filledAt: number;

  constructor(
    private readonly rate: Rate,
    now: number,
  ) {
    this.permits = rate.count;
    this.filledAt = now;
  }

  /** Takes one permit; false when there is none. */
  take(now: number): boolean {
    const refill = ((now - this.filledAt) / this.rate.ms) * this.rate.count;
    this.permits = Math.min(this.rate.count, this.permits + refill);
    this.filledAt = now;
    if (this.permits < 1) return false;
    this.permits -= 1;
    return true;
  }
}
