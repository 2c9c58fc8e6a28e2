/**
 * A 32-bit hash of a text (FNV-1a over UTF-16 code units, with a final avalanche so that close texts land far apart).
 * `salt` gives independent hashes of the same text. Equal input, equal output on every machine. Not for secrets.
 */
export function hash32(text: string, salt = 0): number {
  let hash = (0x811c9dc5 ^ salt) >>> 0;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A 64-bit name for a text, as 14 characters of base 36: enough for every question of a server's life. */
export function stableName(text: string): string {
  const half = (salt: number) => hash32(text, salt).toString(36).padStart(7, "0");
  return half(0x9e3779b9) + half(0x7f4a7c15);
}
