import { fold, words } from "../text";

const SKIPPED = new Set("a an and the of for in on to de la le les des du y e und der die das".split(" "));

/** The letters of a text that is written as an acronym ("NATO", "U.S.A.", "mRNA"), else undefined. */
function acronymOf(text: string): string | undefined {
  const letters = text
    .trim()
    .replace(/^the\s+/i, "")
    .replace(/\./g, "");
  if (!/^[\p{L}\d]{2,8}s?$/u.test(letters)) return undefined;
  return (letters.match(/\p{Lu}/gu)?.length ?? 0) >= 2 ? fold(letters).replace(/s$/, "") : undefined;
}

/** One text is the acronym of the other: every letter is the first of a word, small words optional. */
export function acronymAndExpansion(one: string, other: string): boolean {
  return spells(one, other) || spells(other, one);
}

function spells(short: string, long: string): boolean {
  const acronym = acronymOf(short);
  if (!acronym || acronymOf(long)) return false;
  const list = words(fold(long).replace(/\([^)]*\)/g, " "));
  if (list.length < 2) return false;
  const initials = (chosen: string[]) => chosen.map((word) => word[0]).join("");
  const content = list.filter((word) => !SKIPPED.has(word));
  return initials(list) === acronym || initials(content) === acronym;
}
