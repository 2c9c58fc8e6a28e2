import type { Random } from "../random";
import { type Site, versionsOf } from "./perturb";
import { isFunctionWord, words } from "./text";

/** A shorter word has the initials of some text by chance. */
const MIN_ACRONYM = 3;
/** In a longer text the letters stand by chance. */
const MAX_EXPANSION_WORDS = 8;
/** Words that an expansion offers for another; more add nothing. */
const MAX_INSTEAD = 3;

/**
 * "IPA" is told from "India pale ale" by its letters, and the other way round; "mc/dc" is from "modified condition /
 * decision", and "LZ" from nothing but the two words.
 */
export function isSpelledBy(front: string, text: string): boolean {
  const initials = words(text)
    .flatMap((word) => word.split("-"))
    .map((word) => word[0] ?? "")
    .join("");
  return acronymsOf(front).some(
    (word) =>
      word === initials ||
      (word.length >= MIN_ACRONYM && initials.includes(word)) ||
      (initials.length >= MIN_ACRONYM && word.startsWith(initials)),
  );
}

/**
 * True when the letters of an acronym in `said` lead over the word between `before` and `after`: "AUC" tells the gap in
 * "area under the _____". Small words and other acronyms between the letters' words are passed over.
 */
export function isLetteredBy(word: string, before: string, after: string, said: string): boolean {
  const acronyms = acronymsOf(said).filter((one) => one.length >= MIN_ACRONYM);
  if (acronyms.length === 0) return false;
  const left = words(before).slice(-MAX_EXPANSION_WORDS);
  const all = [...left, ...words(word), ...words(after).slice(0, MAX_EXPANSION_WORDS)];
  const isPassedOver = (one: string) => isFunctionWord(one) || acronyms.includes(one);
  return acronyms.some((acronym) =>
    left.concat(word).some((_, from) => {
      let letters = 0;
      for (let at = from; at < all.length && letters < acronym.length; at++) {
        const one = all[at] ?? "";
        if (one.startsWith(acronym.charAt(letters))) letters += 1;
        else if (letters === 0 || at === left.length || !isPassedOver(one)) return false;
        if (letters === acronym.length) return at >= left.length;
      }
      return false;
    }),
  );
}

/**
 * Words in capitals or with strokes between their letters; where the front asks what a word stands for, every word. Of
 * "WebRTC" the capitals at its end too.
 */
function acronymsOf(front: string): string[] {
  const all = front.match(/[\p{L}\d]+(?:\/[\p{L}\d]+)*/gu) ?? [];
  const isMeant = /\bstands? for\b/i.test(front);
  return all
    .filter((word) => isMeant || /\p{Lu}.*\p{Lu}|\//u.test(word))
    .flatMap((word) => [word, ...(/(?<=\p{Ll})\p{Lu}{3,}$/u.exec(word) ?? [])])
    .map((word) => word.replace(/\//g, "").toLowerCase());
}

/**
 * Wrong expansions with the same initials, at most three: words exchanged for `nouns` that begin alike ("India public
 * ale"), so that the letters of the acronym tell nothing. Fewer where the deck has no such words; none of the names of people.
 */
export function wrongExpansions(text: string, nouns: readonly string[], random: Random): string[] {
  const own = new Set(words(text));
  // Beside "Broyden–Fletcher" every other word is seen to be planted.
  if (own.size > MAX_EXPANSION_WORDS || /\p{Ll}–\p{Lu}/u.test(text)) return [];
  const sites = [...text.matchAll(/\p{L}{3,}/gu)].flatMap((found): Site[] => {
    const [word] = found;
    const isPlural = /[^s]s$/.test(word);
    const start = Math.floor(random() * Math.max(1, nouns.length));
    const instead = [...nouns.slice(start), ...nouns.slice(0, start)].filter(
      (noun) =>
        noun[0]?.toLowerCase() === word[0]?.toLowerCase() &&
        /[^s]s$/.test(noun) === isPlural &&
        !own.has(noun.toLowerCase()) &&
        noun.slice(0, 4).toLowerCase() !== word.slice(0, 4).toLowerCase(),
    );
    if (instead.length === 0) return [];
    const written = instead.slice(0, MAX_INSTEAD).map((noun) => inCaseOf(word, noun));
    return [{ at: found.index, length: word.length, instead: written }];
  });
  return versionsOf(text, sites, random);
}

function inCaseOf(word: string, noun: string): string {
  return /^\p{Lu}/u.test(word)
    ? noun.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
    : noun.toLowerCase();
}
