/** Words, lengths and comparisons of the texts of a card. Everything here works for any language and any Unicode. */

/** Mathematics in a text: `$…$`, `\(…\)`, `\[…\]`. */
const MATH = /(\$\$[^$]+\$\$|\$[^$\n]+\$|\\\(.+?\\\)|\\\[.+?\\\])/s;
const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  "#39": "'",
};

/** The length a phone shows: code points, not UTF-16 units. */
export function chars(text: string): number {
  return [...text].length;
}

/** One line of Markdown or HTML as plain text; formulas stay as they are. */
export function plain(markdown: string): string {
  return markdown
    .split(MATH)
    .map((part, index) => (index % 2 === 1 ? part : plainProse(part)))
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}

/** Elements of HTML; what else stands in angle brackets (`vector<int>`, `<file>`) is text. */
const TAG =
  /<\/?(?:a|abbr|article|audio|b|blockquote|body|button|caption|center|cite|code|col|colgroup|dd|del|details|div|dl|dt|em|figcaption|figure|font|footer|form|h[1-6]|head|header|html|i|iframe|img|input|ins|kbd|label|li|link|main|mark|meta|nav|object|ol|p|path|pre|q|rp|rt|ruby|s|samp|script|section|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|title|tr|tt|u|ul|var|video|wbr)(?:\s[^<>]*)?\/?>/gi;

/** "… by the miller.[2]": the number of a note, behind the end of a clause; behind a name `[2]` is an index. */
const FOOTNOTE = /(?<=\p{L}{2}["”’)]?[.,;:!?]["”’)]?(?:\[\d{1,3}\])*)\[\d{1,3}\](?=\s|\[|$)/gu;

/** Between two underscores on either side stands strong text, or the name of a Python method. */
const STRONG =
  /(?<![\w_])__(?!(?:add|all|annotations|bool|call|class|contains|copy|del|delattr|dict|doc|enter|eq|exit|file|future|get|getattr|getitem|hash|init|iter|len|lt|main|mro|name|new|next|repr|set|setattr|setitem|slots|str|version)__)(?=[^\s_])(.+?)(?<=[^\s_])__(?![\w_])/g;

function plainProse(text: string): string {
  return text
    .replace(/<(?:br|hr)\s*\/?>/gi, " ")
    .replace(FOOTNOTE, "")
    .replace(TAG, "")
    .replace(/!\[[^\]]*\]\([^)]*\)/g, "")
    .replace(/\[([^\]]+)\]\((?:https?:|#|\/)[^)]*\)/g, "$1")
    .replace(/`([^`]+)`/g, "$1")
    .replace(/\*\*(?=\S)(.+?)(?<=\S)\*\*/g, "$1")
    .replace(STRONG, "$1")
    .replace(/(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\w*])/g, "$1")
    .replace(/(?<![\w_])_(?=[^\s_])([^_]+?)(?<=[^\s_])_(?![\w_])/g, "$1")
    .replace(/\\([*_`#[\]])/g, "$1")
    .replace(/&([a-z]+|#39);/gi, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole);
}

/** Equal for texts that a reader would call the same: case, accents' encoding, punctuation and spaces do not count. */
export function normalise(text: string): string {
  const had = normalised.get(text);
  if (had !== undefined) return had;
  if (normalised.size >= MAX_REMEMBERED) normalised.clear();
  const made = fold(text);
  normalised.set(text, made);
  return made;
}

/** A deck's texts are compared with each other again and again; remembering changes the speed only (about 5 MB). */
const normalised = new Map<string, string>();
const MAX_REMEMBERED = 10_000;

function fold(text: string): string {
  const folded = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\s]+/gu, " ")
    .trim();
  // What is punctuation only ("=>", "…", "++") is still a text: it is equal to itself.
  return folded === "" ? text.normalize("NFKC").trim() : folded;
}

/** True when two options would be read as one. In formulas and code every sign counts, in prose none does. */
export function sameText(a: string, b: string): boolean {
  if (normalise(a) !== normalise(b)) return false;
  const signs = (text: string) => text.replace(/\s+/g, "");
  return !(/[\p{S}\\{}[\]*/&|!-]/u.test(`${a}${b}`) && signs(a) !== signs(b));
}

/** Words and numbers, lower case, in order. */
export function words(text: string): string[] {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}]+)?/gu) ?? []
  );
}

const LONG_PREFIX = /^(inter|trans|under|super|multi|micro|over|counter|auto|comp|cons|cont|para)/;

/**
 * A crude stem that needs no language: the first five letters of a longer word (eight behind a common prefix).
 * Enough to see that "attends" and "attention" are kin; it errs on the side of kinship.
 */
export function stem(word: string): string {
  const singular = word.length > 3 ? word.replace(/(?<=[^su])s$/, "") : word;
  return singular.slice(0, LONG_PREFIX.test(singular) ? 8 : 5);
}

/** Words that carry no content in the languages that cards are mostly written in. */
const FUNCTION_WORDS = new Set(
  (
    "a an the of to in on at by for from with without into onto over under as is are was were be been being it its this that these those " +
    "and or but nor so if then than when while where which who whom whose what why how do does did done can could will would shall should " +
    "may might must not no yes has have had having they them their there here he she his her you your we our us i me my one ones more most " +
    "many much some any each every all both few other others another such only own same also very just about between through during before " +
    "after above below up down out off again further once because until against used use uses using like via per vs etc eg ie " +
    "le la les un une des du de et ou en dans sur pour par avec sans que qui ce cette ces est sont être il elle ils elles on nous vous je tu " +
    "el los las una unos unas y o con sin por para es son ser del al lo su sus se der die das ein eine einer und oder mit ohne von zu im am " +
    "ist sind war den dem des auf für als auch nicht il lo gli uno e di da con su per tra che è sono"
  ).split(" "),
);

/** @param word in lower case */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}

/** The stems of the words that carry content; the order is that of the text. */
export function contentStems(text: string): readonly string[] {
  const had = stemmed.get(text);
  if (had !== undefined) return had;
  if (stemmed.size >= MAX_REMEMBERED) stemmed.clear();
  const made = words(text)
    .filter((word) => !FUNCTION_WORDS.has(word) && (word.length > 1 || /\p{N}|[^a-z]/u.test(word)))
    .map(stem);
  stemmed.set(text, made);
  return made;
}

const stemmed = new Map<string, readonly string[]>();

/** True when two texts share a word that carries content. */
export function shareContent(a: string, b: string): boolean {
  const known = new Set(contentStems(a));
  return contentStems(b).some((one) => known.has(one));
}

/** True when every word of `part` stands in `whole` as one run. */
export function containsPhrase(whole: string, part: string): boolean {
  const needle = normalise(part);
  return needle !== "" && ` ${normalise(whole)} `.includes(` ${needle} `);
}

/** A capital at the beginning of a phrase; names of programs ("bool x", "fread()", "n log n") and commands ("cat -n") keep their case. */
export function upperFirst(text: string): string {
  const isProse = /^(?:\p{Ll}+\s){4}/u.test(text);
  if (/\\\w|\s\|\s|`|^\S+\s(?:-{1,2}\p{L}|['"][^'"]*[/\\])/u.test(text)) return text;
  if (!isProse && /^\S*[^\p{L}\s,;:'’-]|^(?!a\s)\p{Ll}\s|[=;{}]/u.test(text)) return text;
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** An English term without its article: "the skip list" → "skip list". */
export function bare(term: string): string {
  return term.replace(/^(?:an?|the)\s+(?=[\p{Ll}\d])/iu, "");
}

/** Brackets and quotation marks that open are closed: a text that was not torn. */
export function isBalanced(text: string): boolean {
  const opens: string[] = [];
  const partner: Record<string, string> = { ")": "(", "]": "[", "}": "{", "”": "“", "»": "«" };
  for (const char of text) {
    if ("([{“«".includes(char)) opens.push(char);
    else if (partner[char] !== undefined && opens.pop() !== partner[char]) return false;
  }
  return opens.length === 0 && (text.split('"').length - 1) % 2 === 0;
}
