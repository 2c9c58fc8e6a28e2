import { bare, words } from "../text";

/** Which terms stand beside a key so that neither its article nor its build tells it. */

/** "The 4 layers of a cake" beside "flour" is no name of a thing but a question about one. */
const HANGS_ON = /\s(?:of|for|in|to|between|from|with)\s|^\d+\s/i;
const MANY = /(?:[^suiy\W]s|[^aeiou]ies|[^s]ses)$/i;

/** True for two terms that are built alike: what only one of them hangs on, or their number, would tell the key. */
export function areBuiltAlike(key: string, other: string): boolean {
  return (HANGS_ON.test(key) || !HANGS_ON.test(other)) && (!MANY.test(key) || /s$/i.test(other));
}

/**
 * How English speaks of what a term names, as its front shows: one of many things ("a pointer"), several ("web sockets"), something with a name
 * ("Paxos", "HTTP"), or what is not counted ("parsing"). What is described as "A queue in which …" is none of the last.
 */
export type Countable = "one" | "many" | "named" | "uncounted";

/** Reads that of a term as its front writes it, article included. "The" stands before any of them and tells nothing. */
export function countableOf(written: string): Countable {
  const term = bare(written);
  if (/^an?\s/i.test(written)) return "one";
  if (/^\P{Ll}*\p{Lu}/u.test(term)) return "named";
  if (MANY.test(term)) return "many";
  return /^the\s/i.test(written) ? "one" : "uncounted";
}

/** The letters that stand for words: "the S in SOLID" is told from "the single responsibility principle". */
const LETTER_OF = /^(\p{Lu})\s(?:in|of)\s\p{Lu}{2,}/u;

/** A longer text has the letters of a short name by chance. */
const MAX_SPELT_WORDS = 3;

/**
 * True where a term is one letter of an acronym and a word of the description begins with it, and where a short description has the first letters
 * of an acronym: "basically available" of "BASE".
 */
export function isLetterOf(term: string, description: string): boolean {
  const all = words(description);
  const initials = all.map((word) => word[0] ?? "").join("");
  const isSpelt = all.length > 1 && all.length <= MAX_SPELT_WORDS && /^\p{Lu}+$/u.test(term);
  if (isSpelt && term.toLowerCase().startsWith(initials)) return true;
  const letter = LETTER_OF.exec(bare(term))?.[1]?.toLowerCase();
  return letter !== undefined && new RegExp(`(?<!\\p{L})${letter}`, "iu").test(description);
}

const FACET =
  /\b(?:importance|significance|problems?|distribution|impacts?|effects?|roles?|causes?|situation|history)$/i;

/** "The mill's problem", "Nigeria's importance": what is said under it describes no such thing. */
export function isSideOfThing(term: string): boolean {
  return FACET.test(term) && /['’]s?\s|\sand\s/.test(term);
}
