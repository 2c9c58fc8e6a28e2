import { fold, words } from "../text";

const SKIPPED = new Set("a an and the of for in on to de la le les des du y e und der die das".split(" "));

/** The letters of a text that is written as an acronym ("NATO", "U.S.A.", "mRNA"), else undefined. */
export function acronymOf(text: string): string | undefined {
  const letters = text
    .trim()
    .replace(/^the\s+/i, "")
    .replace(/\./g, "");
  if (!/^[\p{L}\d]{2,8}s?$/u.test(letters)) return undefined;
  return (letters.match(/\p{Lu}/gu)?.length ?? 0) >= 2 ? fold(letters).replace(/s$/, "") : undefined;
}

/** What a text's acronym would be: the first letters of all its words, and of those that are not small. */
export function initialsOf(text: string): readonly string[] {
  const list = words(fold(text).replace(/\([^)]*\)/g, " "));
  if (list.length < 2) return [];
  const initials = (chosen: readonly string[]) => chosen.map((word) => word[0]).join("");
  return [initials(list), initials(list.filter((word) => !SKIPPED.has(word)))];
}

/** What `acronymOf` and `initialsOf` say of a text. */
type Spelling = { acronym: string | undefined; initials: readonly string[] };

/** One text is the acronym of the other: every letter is the first of a word, small words optional. */
export function acronymAndExpansion(one: Spelling, other: Spelling): boolean {
  return spells(one, other) || spells(other, one);
}

function spells(short: Spelling, long: Spelling): boolean {
  return short.acronym !== undefined && long.acronym === undefined && long.initials.includes(short.acronym);
}
