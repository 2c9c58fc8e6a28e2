/** One message of the PostgreSQL wire protocol as it came from a client. */
export interface WireMessage {
  /** The type byte as a character; "" for the untyped messages that open a connection. */
  type: string;
  /** The whole message, its header included. */
  bytes: Buffer;
}

/** Larger than any statement of ours (a deck with its pictures); a wrong length must not fill the memory. */
const MAX_MESSAGE_BYTES = 64 * 1024 * 1024;

/**
 * Cuts a byte stream into wire-protocol messages, however the network has cut it.
 * @param chunks the bytes as they arrive.
 * @param isOpening asked before each message: true while the connection still sends untyped opening messages.
 * @throws when a message says that it is longer than 64 MiB or shorter than its own header.
 */
export async function* readMessages(
  chunks: AsyncIterable<Buffer>,
  isOpening: () => boolean,
): AsyncGenerator<WireMessage, void, undefined> {
  let parts: Buffer[] = [];
  let held = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    held += chunk.length;
    for (;;) {
      const typeBytes = isOpening() ? 0 : 1;
      if (held < typeBytes + 4) break;
      // Only the header is joined until the message is complete: joining everything at each chunk would cost
      // the square of a long message's length.
      if ((parts[0]?.length ?? 0) < typeBytes + 4) parts = [Buffer.concat(parts)];
      const head = parts[0] as Buffer;
      const length = typeBytes + head.readUInt32BE(typeBytes);
      if (length < typeBytes + 4 || length > MAX_MESSAGE_BYTES) {
        throw new Error(`a message of ${length} bytes is not acceptable`);
      }
      if (held < length) break;
      const whole = parts.length === 1 ? head : Buffer.concat(parts);
      const type = typeBytes ? String.fromCharCode(whole.readUInt8(0)) : "";
      yield { type, bytes: whole.subarray(0, length) };
      parts = [whole.subarray(length)];
      held -= length;
    }
  }
}
