import { normalise } from "./text";

/** A frame that fewer fronts share is a coincidence. */
const MIN_FRAME = 4;
const MAX_PREFIX = 4;
const MAX_SUFFIX = 3;

/**
 * The sentence frames that fronts share ("When was * born?"). Returns, for every front, the names of its frames,
 * the most specific first; a front that shares no frame has none. Time is linear in the number of fronts.
 */
export function sharedFrames(fronts: readonly string[]): string[][] {
  const keysOf = fronts.map(possibleFrames);
  const counts = new Map<string, number>();
  for (const keys of keysOf) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return keysOf.map((keys) => keys.filter((key) => (counts.get(key) ?? 0) >= MIN_FRAME));
}

/** Every prefix and suffix that leaves a slot, most words first. */
function possibleFrames(front: string): string[] {
  const tokens = normalise(front).split(" ");
  const frames: { name: string; size: number }[] = [];
  for (let prefix = 0; prefix <= MAX_PREFIX; prefix++) {
    for (let suffix = 0; suffix <= MAX_SUFFIX; suffix++) {
      if (prefix + suffix < 2 || prefix + suffix >= tokens.length) continue;
      const name = `${tokens.slice(0, prefix).join(" ")} * ${tokens.slice(tokens.length - suffix).join(" ")}`;
      frames.push({ name, size: prefix + suffix });
    }
  }
  return frames.sort((a, b) => b.size - a.size).map((frame) => frame.name);
}
