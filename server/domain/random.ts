/** Uniform numbers in [0, 1). The rules never draw from a global source: chance is a parameter. */
export type Random = () => number;

/**
 * A small seeded generator (mulberry32: a Weyl sequence of 32 bits and a multiply-xorshift finaliser; public domain).
 * Equal seeds give equal sequences on every machine. Not for secrets.
 */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A new array with the same items in a drawn order (Fisher–Yates); the input is left alone. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const out = [...items];
  for (let last = out.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const [a, b] = [out[last], out[other]];
    if (a === undefined || b === undefined) continue;
    out[last] = b;
    out[other] = a;
  }
  return out;
}

/** A whole number from 0 to `below` − 1. */
export function drawIndex(below: number, random: Random): number {
  return Math.min(below - 1, Math.floor(random() * below));
}
