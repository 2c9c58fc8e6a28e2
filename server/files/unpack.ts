import { Unzip, UnzipInflate } from "fflate";
import { Decompress } from "fzstd";

/** Unpacks zip archives and zstd streams from strangers: what comes out is counted while it comes out. */

/** The packed bytes claim, or give, more than is allowed. */
export class TooLargeError extends Error {}

/**
 * Bytes fed at once. Deflate expands at most a thousandfold, so the count is looked at before a slice can do harm.
 */
const SLICE = 16 * 1024;
/** More entries than any deck has: an archive of nothing but names takes time too. */
const MAX_ENTRIES = 100_000;

class Counter {
  private total = 0;
  constructor(private readonly limit: number) {}
  add(bytes: number): void {
    this.total += bytes;
    if (this.total > this.limit) throw new TooLargeError("unpacked size over the limit");
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function inSlices(bytes: Uint8Array, push: (slice: Uint8Array, last: boolean) => void): void {
  for (let at = 0; at < bytes.length; at += SLICE)
    push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length);
}

/**
 * The wanted entries of a zip archive by name; all others are skipped unread. Names are only compared, never used
 * as paths. Throws TooLargeError when the wanted entries hold more than `limit` bytes together, and another
 * Error when the archive is damaged.
 */
export function unpackZip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  limit: number,
): Map<string, Uint8Array> {
  const counter = new Counter(limit);
  const found = new Map<string, Uint8Array[]>();
  let entries = 0;
  const archive = new Unzip((file) => {
    if (++entries > MAX_ENTRIES) throw new TooLargeError("too many entries");
    if (!wanted(file.name) || found.has(file.name)) return;
    const parts: Uint8Array[] = [];
    found.set(file.name, parts);
    file.ondata = (error, data) => {
      if (error) throw error;
      counter.add(data.length);
      parts.push(data.slice());
    };
    file.start();
  });
  archive.register(UnzipInflate);
  inSlices(bytes, (slice, last) => archive.push(slice, last));
  return new Map([...found].map(([name, parts]) => [name, joined(parts)]));
}

/** Names of all entries, up to the first that `stop` accepts. For recognition only. */
export function zipHas(bytes: Uint8Array, stop: (name: string) => boolean): boolean {
  let seen = false;
  try {
    unpackZip(
      bytes,
      (name) => {
        seen ||= stop(name);
        return false;
      },
      0,
    );
  } catch {
    // A damaged end does not change what the beginning is.
  }
  return seen;
}

/** Memory a zstd frame asks for before it gives a byte, from its header (RFC 8878, 3.1.1.1); 0 when unreadable. */
function zstdWindow(bytes: Uint8Array): number {
  const descriptor = bytes[4] ?? 0;
  if (descriptor & 0x20) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const at = 5 + ([0, 1, 2, 4][descriptor & 3] ?? 0);
    const size = descriptor >> 6;
    if (bytes.length < at + 8) return 0;
    if (size === 0) return view.getUint8(at);
    if (size === 1) return view.getUint16(at, true) + 256;
    return size === 2 ? view.getUint32(at, true) : Number(view.getBigUint64(at, true));
  }
  const window = bytes[5] ?? 0;
  return 2 ** (10 + (window >> 3)) * (1 + (window & 7) / 8);
}

/** A zstd stream unpacked. Throws as `unpackZip` does. */
export function unpackZstd(bytes: Uint8Array, limit: number): Uint8Array {
  if (zstdWindow(bytes) > limit) throw new TooLargeError("zstd window over the limit");
  const counter = new Counter(limit);
  const parts: Uint8Array[] = [];
  const stream = new Decompress((data) => {
    counter.add(data.length);
    parts.push(data.slice());
  });
  inSlices(bytes, (slice, last) => stream.push(slice, last));
  return joined(parts);
}
