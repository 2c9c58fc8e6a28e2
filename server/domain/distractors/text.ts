/**
 * How a text is read here: folded to compare, cut into words, cut into character 3-grams. Nothing in this file
 * knows a language except the list of leading articles.
 */

const SUPERSCRIPTS: Record<string, string> = {
  "⁰": "0",
  "¹": "1",
  "²": "2",
  "³": "3",
  "⁴": "4",
  "⁵": "5",
  "⁶": "6",
  "⁷": "7",
  "⁸": "8",
  "⁹": "9",
  "⁻": "-",
  "⁺": "+",
  ⁿ: "n",
};

// Compatibility folding would turn 10² into 102, which is another number.
const raisePowers = (text: string) =>
  text.replace(
    /[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ⁿ]+/gu,
    (run) => `^${Array.from(run, (char) => SUPERSCRIPTS[char] ?? char).join("")}`,
  );

/** Texts longer than this are no options: guards and ranker look at their beginning, in UTF-16 units. */
const MOST_READ = 2_000;

/** What guards and ranker look at of a text; patterns over a text without end would take time without end. */
export function readable(text: string): string {
  return text.length > MOST_READ ? text.slice(0, MOST_READ) : text;
}

/** True for a text of which nothing can be seen: spaces, control characters and signs of direction. */
export function isBlank(text: string): boolean {
  return /^[\s\p{Z}\p{Cc}\p{Cf}\p{Cs}]*$/u.test(text);
}

/** Lower case, compatibility forms and typographic dashes, quotes and spaces made plain; accents kept. */
export function plain(text: string): string {
  return raisePowers(text)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\u2018\u2019\u201b\u02bc`´]/g, "'")
    .replace(/[\u201c-\u201f«»]/g, '"')
    .replace(/⁄/g, "/")
    .replace(/\s+/g, " ")
    .trim();
}

/** `plain` without Latin, Greek and Cyrillic accents. Vowel signs of other scripts stay: there they are letters. */
export function fold(text: string): string {
  return plain(text)
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replace(/ß/g, "ss")
    .replace(/æ/g, "ae")
    .replace(/œ/g, "oe");
}

/** Marks of Markdown taken off a one-line option: emphasis, code ticks, links, list bullets. */
export function withoutMarkup(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/(\*\*|__|~~|`+)/g, "")
    .replace(/(^|[\s(])[*_]([^*_]+)[*_](?=$|[\s).,;:!?])/g, "$1$2")
    .replace(/^\s*(?:[-*•]\s+|#{1,6}\s+)/, "")
    .trim();
}

/** Words and numbers of an already folded text; `3.5`, `1,000`, `17th` and `don't` are one word each. */
export function words(folded: string): string[] {
  return folded.match(/[\p{L}\p{M}\p{N}]+(?:[.,]\p{N}+|'[\p{L}\p{M}]+)*/gu) ?? [];
}

/** Character 3-grams of a folded text, with a space at either end, each with its count. */
export function trigrams(folded: string): Map<string, number> {
  const padded = ` ${folded} `;
  const counts = new Map<string, number>();
  for (let at = 0; at + 3 <= padded.length; at++) {
    const gram = padded.slice(at, at + 3);
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

const ARTICLES: Record<string, readonly string[]> = {
  eng: ["a", "an", "the"],
  spa: ["el", "la", "los", "las", "un", "una", "unos", "unas"],
  fra: ["le", "la", "les", "un", "une", "des", "l"],
  deu: ["der", "die", "das", "den", "dem", "ein", "eine", "einen", "einem"],
  ita: ["il", "lo", "la", "i", "gli", "le", "un", "uno", "una", "l"],
  por: ["o", "a", "os", "as", "um", "uma"],
  nld: ["de", "het", "een"],
  swe: ["en", "ett", "den", "det"],
};
const ENGLISH_ARTICLES = new Set(ARTICLES.eng);
const articlesOf = new Map(Object.entries(ARTICLES).map(([code, list]) => [code, new Set(list)]));

/** The words without a leading article of `language` (English when it is not known); never an empty list. */
export function withoutArticle(list: readonly string[], language: string): readonly string[] {
  const articles = articlesOf.get(language) ?? ENGLISH_ARTICLES;
  return list.length > 1 && articles.has(list[0] ?? "") ? list.slice(1) : list;
}

/** Length in characters as a person counts them (code points, not UTF-16 units). */
export function lengthOf(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
