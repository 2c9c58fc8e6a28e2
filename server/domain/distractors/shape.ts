import { lengthOf, words } from "./text";

/** What kind of answer a text is, as far as its form tells. */
export type AnswerType =
  | "year"
  | "number"
  | "quantity"
  | "name"
  | "term"
  | "phrase"
  | "clause"
  | "formula"
  | "code";

/** How the words of a text begin: all small, the first capital, most capital, all letters capital. */
type Capitals = "none" | "first" | "title" | "all" | "no-case";

/** The visible form of an option: everything a test-wise student can compare without understanding it. */
export type Shape = {
  type: AnswerType;
  capitals: Capitals;
  characters: number;
  wordCount: number;
  article: string;
  firstWord: string;
  lastWord: string;
  plural: boolean;
  /** The final sign when it is punctuation, else "". */
  ending: string;
  commas: number;
  brackets: boolean;
  hyphen: boolean;
  digits: boolean;
  negation: boolean;
  conjunction: boolean;
  /** The first number in the text. */
  number: number | undefined;
  decimals: number;
  /** What stands round the first number: `$#`, `# km`, `#th century`. */
  frame: string;
};

const SMALL_WORDS = new Set(
  "a an and the of for in on to de la le von van der du del & vs with by or".split(" "),
);
const ARTICLE = /^(an?|the|el|la|los|las|le|les|un|una|une|der|die|das|ein|eine|il|lo|os?|as?)$/;
const CODE =
  /`|=>|\(\)|;\s*$|\bfunction\s*\w*\(|\b(?:const|let|var)\s+\w+\s*=|\breturn\b.*[;(]|\b(?:null|undefined)\b|[\w$]+\.[\w$]+\(|^<\/?\w+/;
const FORMULA = /\$[^$]+\$|\\[a-z]+|[=^√∑∫≤≥±]|^[\p{L}\d\s()+*/-]*\d[\p{L}\d\s()]*[+*/][\p{L}\d\s()+*/-]*$/u;
/** A number and a unit: its slash is no division. */
const QUANTITY = /^[-+~]?\d[\d.,]*\s?[\p{L}°µ%]+(?:\/\p{L}+)?$/u;
const NUMBER = /[-+]?\d+(?:[.,]\d+)*/;

function typeOf(text: string, list: readonly string[]): AnswerType {
  const trimmed = text.trim();
  if (/^(?:c\. ?|ca\.? |around |about )?[12]\d{3}(?:s| ?(?:AD|BC|CE|BCE))?\.?$/i.test(trimmed)) return "year";
  if (/^[-+$€£]?\s?\d[\d.,\s/:]*%?\.?$/.test(trimmed)) return "number";
  if (CODE.test(trimmed)) return "code";
  if (QUANTITY.test(trimmed)) return "quantity";
  if (FORMULA.test(trimmed)) return "formula";
  if (/^[-+$€£~]?\d/.test(trimmed) && list.length <= 4) return "quantity";
  const lasting =
    list.length > 0 ? trimmed.split(/\s+/).filter((word) => !SMALL_WORDS.has(word.toLowerCase())) : [];
  if (list.length > 1 && list.length <= 7 && lasting.every((word) => /^["'(]?\p{Lu}/u.test(word)))
    return "name";
  if (list.length <= 3) return /^["'(]?\p{Lu}\p{L}*["')]?\.?$/u.test(trimmed) ? "name" : "term";
  return list.length <= 6 && !/[.!?]$/.test(trimmed) ? "phrase" : "clause";
}

function capitalsOf(text: string): Capitals {
  const heads = (text.match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => !SMALL_WORDS.has(word.toLowerCase()));
  if (!/\p{Lu}|\p{Ll}/u.test(text)) return "no-case";
  const capital = heads.filter((word) => /^\p{Lu}/u.test(word)).length;
  if (heads.length > 0 && !/\p{Ll}/u.test(text) && lengthOf(text) > 1) return "all";
  if (capital === 0) return "none";
  if (heads.length > 1 && capital > heads.length / 2) return "title";
  return /^[^\p{L}]*\p{Lu}/u.test(text) ? "first" : "none";
}

/** Reads the form of a text; `folded` is the same text folded. */
export function shapeOf(text: string, folded: string): Shape {
  const list = words(folded);
  const number = NUMBER.exec(text);
  const numeric = number ? Number(number[0].replace(/,(?=\d{3})/g, "").replace(",", ".")) : Number.NaN;
  const lastWord = list[list.length - 1] ?? "";
  const first = list[0] ?? "";
  const article = list.length > 1 && ARTICLE.test(first) ? first : "";
  return {
    type: typeOf(text, list),
    capitals: capitalsOf(text),
    characters: lengthOf(text),
    wordCount: list.length,
    article,
    firstWord: article ? (list[1] ?? "") : first,
    lastWord,
    plural: /[^s]s$/.test(lastWord) && lastWord.length > 3,
    ending: /[\p{P}]$/u.exec(text.trim())?.[0] ?? "",
    commas: text.split(/[,;]/).length - 1,
    brackets: /[([]/.test(text),
    hyphen: /\p{L}-\p{L}/u.test(text),
    digits: /\d/.test(text),
    negation: /\b(no|not|never|none|without|cannot|non|un\w{4,})\b|n't\b/.test(folded),
    conjunction: /\b(and|or|but|both|und|et|y)\b|&/.test(folded),
    number: Number.isFinite(numeric) ? numeric : undefined,
    decimals: number?.[0].split(".")[1]?.length ?? 0,
    frame: number ? folded.replace(NUMBER, "#") : "",
  };
}
