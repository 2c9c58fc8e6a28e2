import type { Candidate } from "#server/domain/distractors/types";

/** A wrong version of the key, as a candidate. */
export function madeFromKey(text: string): Candidate {
  return { text, origin: "perturbation", source: "made from the key" };
}
