import type { Clock } from "../room/ports";

/** A clock that stands until a test moves it; timers fire in order, each at its own moment. */
export class FakeClock implements Clock {
  private timers: { at: number; call: () => void }[] = [];
  constructor(private time = 1_000_000) {}

  now(): number {
    return this.time;
  }

  after(ms: number, call: () => void): () => void {
    const timer = { at: this.time + ms, call };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  /** Moves on by `ms` and lets everything that comes due happen, waiting for what each timer sets off. */
  async advance(ms: number): Promise<void> {
    const until = this.time + ms;
    for (;;) {
      await settle();
      const next = this.timers.reduce<{ at: number; call: () => void } | null>(
        (first, timer) => (timer.at <= until && (!first || timer.at < first.at) ? timer : first),
        null,
      );
      if (!next) break;
      this.timers = this.timers.filter((timer) => timer !== next);
      this.time = Math.max(this.time, next.at);
      next.call();
    }
    this.time = until;
    await settle();
  }
}

/** Lets every promise that can go on go on. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) await new Promise<void>((resolve) => setImmediate(resolve));
}
