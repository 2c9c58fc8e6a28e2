import { timingSafeEqual } from "node:crypto";
import type { Socket } from "node:net";
import { Turns } from "./turns";
import { readMessages, type WireMessage } from "./wire-messages";

/** The one PostgreSQL session behind the wire. */
export interface Session {
  /** Runs protocol messages and returns the server's reply to them. */
  run(messages: Buffer): Promise<Buffer>;
  /** True between `begin` and the end of a transaction, a failed one included. */
  inTransaction(): boolean;
}

const OPENING = { startup: 196_608, cancel: 80_877_102, ssl: 80_877_103, gssEncryption: 80_877_104 };
/** After these the server answers "ready for query": simple query, sync, function call. */
const ENDS_CYCLE = new Set(["Q", "S", "F"]);
const FLUSH = "H";
const TERMINATE = "X";
const PASSWORD = "p";

const ASK_PASSWORD = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3]);
const ROLLBACK = simpleQuery("rollback");

/**
 * Serves many connections on one session, so that a pool of clients can use a single-session PostgreSQL.
 *
 * A connection takes its turn with the first message of a cycle and gives it back when the cycle has ended
 * outside a transaction. Inside a turn no other connection's messages reach the session: an unnamed prepared
 * statement or an open transaction is one for all. Settings, temporary tables, advisory locks and *named*
 * prepared statements are shared by all connections, as they are under a transaction pooler.
 */
export class WireServer {
  readonly #session: Session;
  readonly #password: string | undefined;
  readonly #turns = new Turns();
  readonly #sockets = new Set<Socket>();

  /** @param password demanded of every connection; undefined where the socket's folder keeps strangers out. */
  constructor(session: Session, password?: string) {
    this.#session = session;
    this.#password = password;
  }

  /** Serves one connection until it ends; never rejects. */
  async serve(socket: Socket): Promise<void> {
    this.#sockets.add(socket);
    socket.on("error", () => socket.destroy());
    try {
      await this.#converse(socket);
    } catch {
      // A broken or foreign conversation concerns that connection alone.
    } finally {
      this.#sockets.delete(socket);
      socket.destroy();
    }
  }

  /** Ends all connections, after the statement that is running, and rolls back what they left open. */
  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await this.#turns.take();
  }

  async #converse(socket: Socket): Promise<void> {
    let opening = true;
    let authorised = this.#password === undefined;
    let startup: Buffer | undefined;
    let batch: Buffer[] = [];
    let giveBack: (() => void) | undefined;
    try {
      for await (const message of readMessages(socket, () => opening)) {
        if (opening) {
          const code = message.bytes.length >= 8 ? message.bytes.readUInt32BE(4) : 0;
          if (code === OPENING.cancel) return;
          if (code !== OPENING.startup) {
            socket.write("N");
            continue;
          }
          opening = false;
          startup = message.bytes;
          if (authorised) socket.write(await this.#inTurn(startup));
          else socket.write(ASK_PASSWORD);
          continue;
        }
        if (!authorised) {
          if (!this.#isPassword(message)) return void socket.end(refusal("28P01", "wrong password"));
          authorised = true;
          if (startup) socket.write(await this.#inTurn(startup));
          continue;
        }
        if (message.type === TERMINATE) return;
        batch.push(message.bytes);
        if (!ENDS_CYCLE.has(message.type) && message.type !== FLUSH) continue;

        giveBack ??= await this.#turns.take();
        const reply = await this.#session.run(Buffer.concat(batch));
        batch = [];
        if (ENDS_CYCLE.has(message.type) && !this.#session.inTransaction()) {
          giveBack();
          giveBack = undefined;
        }
        if (!socket.write(reply)) await drained(socket);
      }
    } finally {
      if (giveBack) {
        if (this.#session.inTransaction()) await this.#session.run(ROLLBACK);
        giveBack();
      }
    }
  }

  async #inTurn(messages: Buffer): Promise<Buffer> {
    const giveBack = await this.#turns.take();
    try {
      return await this.#session.run(messages);
    } finally {
      giveBack();
    }
  }

  #isPassword(message: WireMessage): boolean {
    const given = message.bytes.subarray(5, -1);
    const wanted = Buffer.from(this.#password ?? "");
    return message.type === PASSWORD && given.length === wanted.length && timingSafeEqual(given, wanted);
  }
}

function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.destroyed) return resolve();
    socket.once("drain", resolve).once("close", resolve);
  });
}

function simpleQuery(sql: string): Buffer {
  return withHeader("Q", Buffer.from(`${sql}\0`));
}

function refusal(code: string, text: string): Buffer {
  return withHeader("E", Buffer.from(`SFATAL\0C${code}\0M${text}\0\0`));
}

function withHeader(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 0, "latin1");
  head.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
