import { acronymAndExpansion } from "./acronym";
import { sameWords } from "./inflection";
import { sameQuantity } from "./quantity";
import type { Reading } from "./reading";
import { bareYesOrNo, subset } from "./subset";

/**
 * Exact rules only. A likeness score cannot tell an equivalent from a good distractor: a cosine cut-off that finds a third of
 * the equivalents throws away every fifth distractor that people wrote.
 */
const RULES: readonly { reason: string; holds: (one: Reading, other: Reading) => boolean }[] = [
  {
    reason: "the same text",
    holds: (one, other) =>
      one.signature === other.signature || (one.folded !== "" && one.folded === other.folded),
  },
  {
    reason: "the same quantity",
    holds: (one, other) =>
      one.quantity !== undefined &&
      other.quantity !== undefined &&
      sameQuantity(one.quantity, other.quantity),
  },
  {
    reason: "it opens with the same quantity",
    holds: (one, other) =>
      one.opening !== undefined && other.opening !== undefined && sameQuantity(one.opening, other.opening),
  },
  {
    reason: "another form of the same words",
    holds: (one, other) =>
      one.words.length > 0 &&
      !one.signature.startsWith("=") &&
      !other.signature.startsWith("=") &&
      sameWords(one.words, other.words, one.language),
  },
  { reason: "its acronym or expansion", holds: acronymAndExpansion },
  {
    reason: "one of its alternatives",
    holds: (one, other) =>
      one.alternatives.includes(other.signature) ||
      other.alternatives.includes(one.signature) ||
      (!one.either && !other.either && one.alternatives.some((part) => other.alternatives.includes(part))),
  },
  {
    reason: "the same without brackets",
    holds: (one, other) =>
      one.bare === other.signature ||
      other.bare === one.signature ||
      one.aside === other.signature ||
      other.aside === one.signature,
  },
  { reason: "the same with fewer words", holds: subset },
  { reason: "the same yes or no", holds: bareYesOrNo },
  {
    reason: "the same list in another order",
    holds: (one, other) => one.list !== "" && one.list === other.list,
  },
];

/** Why the two texts are the same answer, or undefined when no rule says so. Symmetric. */
export function equivalence(one: Reading, other: Reading): string | undefined {
  for (const rule of RULES) if (rule.holds(one, other)) return rule.reason;
  return undefined;
}
