import { MAX_OPTION_CHARS, MAX_PROMPT_CHARS } from "@/contract/question";
import { chars, containsPhrase, isFunctionWord, sameText, words } from "./text";

/**
 * The last look at a question: why it may not be shown, or undefined when it may. `keyMayRecur` where the key's word
 * in the prompt tells nothing: a gap's neighbour, or a word that two languages share.
 */
export function fault(
  prompt: string,
  key: string,
  distractors: readonly string[],
  keyMayRecur: boolean,
): string | undefined {
  const options = [key, ...distractors];
  if (distractors.length < 2) return "fewer than two plausible distractors";
  if (prompt.trim() === "" || chars(prompt) > MAX_PROMPT_CHARS) return "the prompt does not fit a phone";
  if (options.some((text) => text.trim() === "" || chars(text) > MAX_OPTION_CHARS))
    return "an option does not fit a phone";
  if (options.some((text, place) => options.slice(0, place).some((other) => sameText(other, text)))) {
    return "two options are the same";
  }
  if (distractors.some((text) => containsPhrase(prompt, text))) return "an option stands in the prompt";
  if (!keyMayRecur && containsPhrase(prompt, key)) return "the answer stands in the prompt";
  return undefined;
}

/** A name as programs have it: `max_depth`, `minSamples`, `fread()`. */
const IDENTIFIER = /^[a-z\d]+(?:_[a-z\d]+)+$|^[a-z]+(?:[A-Z][a-z\d]+)+$|^[\w.]+\(\)$/;

/** True when the key is the one option that only a program would say. */
export function isOnlyIdentifier(key: string, distractors: readonly string[]): boolean {
  return IDENTIFIER.test(key) && !distractors.some((text) => IDENTIFIER.test(text));
}

/** True when the key repeats a word of the prompt that no distractor has: found without knowing. */
export function echoes(prompt: string, key: string, distractors: readonly string[]): boolean {
  const asked = telling(prompt);
  const own = new Set(telling(key).filter((word) => asked.some((other) => isSameWord(word, other))));
  // "Set cover" does not hide "branch coverage" under a question about coverage; the key's own word hides it.
  const shared = (text: string) =>
    telling(text).filter(
      (word) => own.has(word) || asked.some((other) => isSameWord(word, other) && isNear(word, other)),
    ).length;
  return own.size > 0 && distractors.every((text) => shared(text) < own.size);
}

/** The words that carry content, each once, in the singular; of a formula the names of its values too. */
function telling(text: string): string[] {
  const least = FORMULA.test(text) ? 1 : 2;
  // "Multi-head" says "head".
  const content = words(text.replace(/(?<=\p{L}{2})-(?=\p{L}{3})/gu, " ")).filter(
    (word) => !isFunctionWord(word) && !ASKING.test(word) && word.length >= least,
  );
  return [...new Set(content)].map((word) => (word.length > 3 ? word.replace(/(?<=[^su])s$/, "") : word));
}

/** Words that ask, and that an answer to any such question may repeat. */
const ASKING =
  /^(?:differen(?:ce|ces|t)|differs?|compar(?:e|ed|ison)|between|versus|examples?|purposes?|reasons?|ways?|types?|kinds?|names?|terms?|means?|meaning|happens?|questions?|answers?|answered|description|fits?|statement|true|used?|uses|using|needs?|needed|work|works|does|called|main|following)$/;

const FORMULA = /\\[a-z(]|[\^√∑∫]|\$[^$]+\$/i;

/** Letters by which two forms of a word may differ and still look alike at a glance. */
const NEAR = 2;

function isNear(a: string, b: string): boolean {
  return Math.abs(a.length - b.length) <= NEAR;
}

/** The longest ending of a form of a word: "-ing", "-ness". */
const MAX_ENDING = 4;

/** Letters at the beginning from which two words are kin to the eye: "prototype" and "prototypical". */
const SAME_ROOT = 7;

/** What goes before a word and leaves it the same to the eye: "tree" is in "subtree", "congestion" in "uncongested". */
const PREFIX =
  /^(?:anti|auto|co|de|dis|hyper|im|in|inter|macro|meta|micro|mini|multi|non|over|pre|re|semi|sub|super|trans|un|under)(?=\p{L}{4})/u;

/** A reader's eye is finer than a stem: "random" is in "randomization", "variance" is not "variable". */
function isSameWord(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return (
    lookAkin(short, long) ||
    lookAkin(short, long.replace(PREFIX, "")) ||
    lookAkin(short.replace(PREFIX, ""), long)
  );
}

/** Shorter words of one beginning are others: "sing", "sed". */
const MIN_FORM = 6;

function withoutEnding(word: string): string {
  return word.replace(/(?<=\p{L}{4})(?:ing|ed|es|e)$/u, "");
}

function lookAkin(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (a === b || (short.length >= 5 && long.startsWith(short))) return true;
  // "Parse" is in "parsing" without its last letter.
  if (short.length >= 4 && /e$/.test(short) && long === `${short.slice(0, -1)}ing`) return true;
  // "Enforced" is "enforcing" in another form.
  if (short.length >= MIN_FORM && withoutEnding(a) === withoutEnding(b)) return true;
  // "Hash" is in "hashing", "cat" in "catalogue" by chance.
  if (short.length >= 4 && long.startsWith(short) && long.length <= short.length + MAX_ENDING) return true;
  return short.length >= SAME_ROOT && long.startsWith(short.slice(0, SAME_ROOT));
}
