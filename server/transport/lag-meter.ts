/** What is needed of a connection to measure it. */
export type MeasuredSocket = {
  conn: { on(event: string, listener: (packet: { type: string }) => void): unknown };
  on(event: "disconnect", listener: () => void): unknown;
  emit(event: "clock", serverNow: number, rttMs: number | null, reply: () => void): unknown;
};

/** A network gets better and worse: the best of this many measurements stands for now. */
const SAMPLES = 8;
/** When a phone's clock is compared after it has come, and then again and again, ms. */
const FIRST_CLOCKS_MS = [250, 1_500];
const CLOCK_EVERY_MS = 30_000;

/**
 * Measures one connection's round-trip on the server's own clock: from the engine's ping to its pong, and from a
 * `clock` message to its reply. A phone could only lengthen it, and what it earns by that is capped where points are given.
 */
export class LagMeter {
  private readonly samples: number[] = [];
  private pingedAt = 0;
  private timer: NodeJS.Timeout | null = null;
  private clocks = 0;

  constructor(
    private readonly socket: MeasuredSocket,
    private readonly now: () => number,
  ) {
    socket.conn.on("packetCreate", (packet: { type: string }) => {
      if (packet.type === "ping") this.pingedAt = this.now();
    });
    socket.conn.on("heartbeat", () => {
      if (this.pingedAt > 0) this.sample(this.now() - this.pingedAt);
    });
    socket.on("disconnect", () => this.timer && clearTimeout(this.timer));
  }

  /** Shortest round-trip of late, ms; null before the first measurement. */
  get rttMs(): number | null {
    return this.samples.length === 0 ? null : Math.min(...this.samples);
  }

  /**
   * The part of an answer's time that the network took, ms. Half of the round-trip, also on a lopsided link: the phone
   * reckons the server's clock from the same round-trip, so that the lopsidedness shows the question just as much
   * earlier as it brings the answer later.
   */
  get lagMs(): number {
    return (this.rttMs ?? 0) / 2;
  }

  /** Starts telling the phone the server's time. */
  start() {
    if (this.timer) return;
    const wait = FIRST_CLOCKS_MS[this.clocks++] ?? CLOCK_EVERY_MS;
    this.timer = setTimeout(() => {
      this.timer = null;
      const sentAt = this.now();
      this.socket.emit("clock", sentAt, this.rttMs, () => this.sample(this.now() - sentAt));
      this.start();
    }, wait);
  }

  private sample(rttMs: number) {
    this.samples.push(Math.max(0, rttMs));
    if (this.samples.length > SAMPLES) this.samples.shift();
  }
}
