import net from "node:net";

/** How the network between phones and server behaves just now. */
export type Weather = {
  /** One-way delay in each direction, ms. */
  delayMs: number;
  /** Bytes are taken and go nowhere, in both directions, and nobody is told: a half-open connection. */
  swallow: boolean;
  /** What the server says is lost from now on, although it has heard: cut in the middle of an acknowledgement. */
  deaf: boolean;
};

/** A TCP proxy in front of a server that can delay, swallow and cut. */
export class FaultyLink {
  readonly weather: Weather = { delayMs: 0, swallow: false, deaf: false };
  private readonly pairs = new Set<{ phone: net.Socket; server: net.Socket }>();
  private readonly listener: net.Server;

  private constructor(private readonly targetPort: () => number) {
    this.listener = net.createServer((phone) => this.connect(phone));
  }

  /** @param targetPort read at every connection, so that a server may come back elsewhere */
  static async open(targetPort: () => number): Promise<FaultyLink> {
    const link = new FaultyLink(targetPort);
    await new Promise<void>((resolve) => link.listener.listen(0, "127.0.0.1", resolve));
    return link;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.listener.address() as net.AddressInfo).port}`;
  }

  /** Every connection ends now, without a goodbye. */
  cut() {
    for (const { phone, server } of this.pairs) {
      phone.resetAndDestroy();
      server.resetAndDestroy();
    }
  }

  /** Good weather again. Connections that lost bytes meanwhile cannot be mended: they end. */
  clear() {
    const broken = this.weather.swallow || this.weather.deaf;
    Object.assign(this.weather, { delayMs: 0, swallow: false, deaf: false });
    if (broken) this.cut();
  }

  async close() {
    this.cut();
    await new Promise((resolve) => this.listener.close(resolve));
  }

  private connect(phone: net.Socket) {
    const server = net.connect(this.targetPort(), "127.0.0.1");
    const pair = { phone, server };
    this.pairs.add(pair);
    const end = () => {
      this.pairs.delete(pair);
      phone.destroy();
      server.destroy();
    };
    for (const socket of [phone, server]) socket.setNoDelay(true).on("error", end).on("close", end);
    this.carry(phone, server, () => this.weather.swallow);
    this.carry(server, phone, () => this.weather.swallow || this.weather.deaf);
  }

  private carry(from: net.Socket, to: net.Socket, lost: () => boolean) {
    from.on("data", (bytes) => {
      if (lost()) return;
      const { delayMs } = this.weather;
      if (delayMs === 0) to.write(bytes);
      // Timers of equal length keep their order, so the stream stays a stream.
      else setTimeout(() => to.writable && to.write(bytes), delayMs);
    });
  }
}
