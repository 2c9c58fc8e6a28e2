/** Places per word: a table that is half full finds a word, or that it is not there, in a step or two. */
const ROOM = 2;
const LINE_END = 10;
/** Longer than any word of the table, in bytes; what is longer is not in it. */
const MAX_BYTES = 256;

/**
 * The words of a list, one a line, with the numbers of their lines: a hash table over the bytes of the list itself. A `Map` of
 * 100,000 strings takes six times the memory and the time to make.
 */
export class WordTable {
  /** Words in the list. */
  readonly size: number;
  /** Where each line begins, and where the last one ends. */
  private readonly starts: Uint32Array;
  /** Lines by the hashes of their words, counted from 1; 0 is an empty place. */
  private readonly places: Uint32Array;
  private readonly encoder = new TextEncoder();
  private readonly asked = new Uint8Array(MAX_BYTES);

  /** `list` is UTF-8; its last line may or may not be ended. A word that stands twice has its first line. */
  constructor(private readonly list: Uint8Array) {
    const starts = [0];
    for (let at = 0; at < list.length; at++) if (list[at] === LINE_END) starts.push(at + 1);
    if (starts.at(-1) !== list.length) starts.push(list.length + 1);
    this.starts = Uint32Array.from(starts);
    this.size = starts.length - 1;
    this.places = new Uint32Array(powerOfTwo(this.size * ROOM));
    for (let line = 0; line < this.size; line++) {
      const from = this.starts[line] ?? 0;
      const place = this.placeOf(list, from, (this.starts[line + 1] ?? 0) - 1);
      this.places[place] ||= line + 1;
    }
  }

  /** The 0-based line of a word, or undefined when it is not in the list. */
  line(word: string): number | undefined {
    const { read, written } = this.encoder.encodeInto(word, this.asked);
    if (read < word.length || written === 0) return undefined;
    const found = this.places[this.placeOf(this.asked, 0, written)] ?? 0;
    return found > 0 ? found - 1 : undefined;
  }

  /** The place of the word whose bytes stand in `bytes` from `from` to before `end`, or the empty one where it would be. */
  private placeOf(bytes: Uint8Array, from: number, end: number): number {
    const last = this.places.length - 1;
    let place = hash(bytes, from, end) & last;
    for (let line = this.places[place] ?? 0; line > 0; line = this.places[place] ?? 0) {
      if (this.isWord(line - 1, bytes, from, end)) return place;
      place = (place + 1) & last;
    }
    return place;
  }

  private isWord(line: number, bytes: Uint8Array, from: number, end: number): boolean {
    const start = this.starts[line] ?? 0;
    if ((this.starts[line + 1] ?? 0) - 1 - start !== end - from) return false;
    for (let at = 0; at < end - from; at++) if (this.list[start + at] !== bytes[from + at]) return false;
    return true;
  }
}

/** FNV-1a of 32 bits. */
function hash(bytes: Uint8Array, from: number, end: number): number {
  let value = 0x811c9dc5;
  for (let at = from; at < end; at++) value = Math.imul(value ^ (bytes[at] ?? 0), 0x01000193);
  return value ^ (value >>> 15);
}

function powerOfTwo(least: number): number {
  let size = 1;
  while (size < least) size *= 2;
  return size;
}
