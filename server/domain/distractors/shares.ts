/** What a student who knows nothing can go by: the option that is most of it in a set. */
export const CUES = ["longest", "shortest", "gramCentral", "vectorCentral", "promptWords"] as const;
export type Cue = (typeof CUES)[number];

/** For each cue a chance, 0–1, that the guess by it finds the key. */
export type Shares = Record<Cue, number>;

/** Of four options a guess that knows nothing finds one in four. */
export const HONEST = 1 / 4;
export const HONEST_SHARES: Shares = {
  longest: HONEST,
  shortest: HONEST,
  gramCentral: HONEST,
  vectorCentral: HONEST,
  promptWords: HONEST,
};
