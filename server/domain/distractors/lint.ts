import { MAX_OPTION_CHARS } from "@/contract/question";
import { formatOf, MUCH_LONGER, oddFormat } from "./cues";
import { equivalence } from "./guards/equivalent";
import type { Reading } from "./guards/reading";
import type { Profile } from "./lexicon";
import { fold, isBlank, lengthOf, words } from "./text";

/** Why a candidate cannot be shown beside the key, whatever its score, or undefined. */
export function unfit(
  text: string,
  reading: Reading,
  right: readonly Reading[],
  prompt: string,
): string | undefined {
  if (isBlank(text) || reading.signature === "") return "empty";
  if (lengthOf(text) > MAX_OPTION_CHARS) return "too long for a phone";
  const equivalent = right.map((own) => equivalence(own, reading)).find((reason) => reason !== undefined);
  if (equivalent) return `right as well: ${equivalent}`;
  const asked = ` ${words(fold(prompt)).join(" ")} `;
  const says = (item: Reading) => item.folded.length >= MIN_ECHO && asked.includes(` ${item.folded} `);
  if (says(reading) && !right.some(says)) return "stands in the prompt";
  return undefined;
}
/** Shorter texts ("in", "a", "4") stand in a prompt by chance. */
const MIN_ECHO = 4;

/** Flags for the teacher's desk about a whole set; `options` starts with the key. */
export function flagsOf(options: readonly Profile[], want: number): string[] {
  const flags: string[] = [];
  const [key, ...others] = options;
  if (others.length < want && others.length === 2) flags.push("two-distractors");
  const longest = Math.max(...others.map(({ shape }) => shape.characters));
  if (key && others.length > 0 && key.shape.characters >= MUCH_LONGER * longest && key.shape.wordCount > 2) {
    flags.push("key-longest");
  }
  if (oddFormat(options.map(formatOf)) === 0) flags.push("key-odd-format");
  return flags;
}

/** True for words that are all among the `most` most frequent, as far as the vectors know words: no abbreviation, figure or bracket makes a term of them. */
export function isEveryday({ known, coverage, shape }: Profile, most: number): boolean {
  return (
    known.length > 0 &&
    coverage === 1 &&
    shape.capitals !== "all" &&
    !shape.digits &&
    !shape.brackets &&
    known.every(({ rank }) => rank < most)
  );
}
