import { fold, plain, readable, withoutArticle, withoutMarkup, words } from "../text";
import { acronymOf, initialsOf } from "./acronym";
import { type Quantity, readQuantity } from "./quantity";
import { canonicalWords, dayOf } from "./word-forms";

/**
 * Everything the guards need to know of one text, computed once. A text has several readings: as it stands,
 * without its brackets, each of its "a / b" alternatives.
 */
export type Reading = {
  /** As written, without Markdown marks. */
  text: string;
  language: string;
  /** Folded words in their common forms (numbers as digits, American spelling), without a leading article. */
  words: readonly string[];
  /** Folded words as they stand: "vi" and "VI" are the same text, although only one is a numeral. */
  folded: string;
  /** Equal signatures are equal answers. */
  signature: string;
  quantity: Quantity | undefined;
  /** The quantity with a unit that it opens with, before a comma or a bracket: "16 bits (at least)". */
  opening: Quantity | undefined;
  /** Itself, folded, where it is written as an acronym. */
  acronym: string | undefined;
  /** The acronyms that its words spell. */
  initials: readonly string[];
  /** Signatures of its "a / b" alternatives, each an answer of its own. */
  alternatives: readonly string[];
  /** Its alternatives are joined by "or": they may be one statement, so sharing one with another text proves nothing. */
  either: boolean;
  /** Signature of what its brackets hold, where that may stand for the whole: "Sodium (Na)". */
  aside: string | undefined;
  /** Signature without a trailing or leading bracket, when it has one that only explains. */
  bare: string | undefined;
  /** "green and red" as a set, "" for what is no pair. Longer lists, numbers and code have an order that may be the question. */
  list: string;
};

/** Code and formulas: a sign more or less is another answer, so only spaces and final punctuation are dropped. */
const SYMBOLIC = /[=<>^\\{}[\]|+*#@$_]|&&|\w\(|\d\s*[-/]\s*[\d(]|[\p{L}\d]\s+-\s+[\p{L}\d]/u;
/** Text and a negative number differ by a sign that is not punctuation. */
const NEGATIVE = /(^|[\s(])-\d/;

/** What must be equal for two texts to be the same answer after normalising. Never empty for a non-empty text. */
export function signatureOf(text: string, language: string): string {
  const bareText = withoutMarkup(text);
  const folded = fold(bareText);
  const day = dayOf(words(folded.replaceAll("-", " ")));
  if (day) return day;
  if (text.includes("`") || SYMBOLIC.test(folded) || NEGATIVE.test(folded)) {
    const packed = folded.replace(/\s+/g, "").replace(/[.;,]+$/, "");
    if (!/^[\p{L}\p{N}]+$/u.test(packed)) return `=${packed}`;
  }
  const list = withoutArticle(canonicalWords(bareText, words(folded.replaceAll("&", " and "))), language);
  return list.length > 0 ? list.join(" ") : folded || text.trim();
}

const CODE = /`|\\\(|\$\$|=>|[{}]|;\s*$/;

/** "stomach or tummy"; with an article ("a gas or a liquid") it is a statement about two things. */
const EITHER =
  /^(?!an? |the )([\p{L}\p{M}'-]+(?: [\p{L}\p{M}'-]+)?) or (?!an? |the )([\p{L}\p{M}'-]+(?: [\p{L}\p{M}'-]+)?)$/iu;

function splitAlternatives(text: string): string[] {
  if (CODE.test(text)) return [];
  const spaced = text.split(/\s+[/|]\s+|;\s+/);
  if (spaced.length > 1) return spaced;
  // "sofa/couch" is two names of one thing; "m/s", "17th/15th" and "TCP/IP" are not.
  if (/^[\p{L}\p{M}' -]{3,}(\/[\p{L}\p{M}' -]{3,})+$/u.test(text)) return text.split("/");
  const named = /^(.+?),?\s+(?:\(?(?:also (?:known as|called)|a\.?k\.?a\.?|i\.e\.,?))\s+(.+?)\)?$/iu.exec(
    text,
  );
  if (named) return [named[1] ?? "", named[2] ?? ""];
  const either = EITHER.exec(text);
  return either ? [either[1] ?? "", either[2] ?? ""] : [];
}

function listOf(text: string, language: string): string {
  if (SYMBOLIC.test(text) || CODE.test(text) || /[,\d]|\brespectively\b/i.test(text)) return "";
  const parts = text.split(/\s+(?:and|or|&|und|oder|y|et|ou|e)\s+/iu).filter(Boolean);
  if (parts.length !== 2 || parts.some((part) => part.split(/\s+/).length > 3)) return "";
  return parts
    .map((part) => signatureOf(part, language))
    .sort()
    .join(",");
}

const OPENING_END = /[,;(]|\s(?:commonly|usually|typically|normally|on average)\b/;

function openingQuantity(text: string): Quantity | undefined {
  const quantity = readQuantity(plain(text.split(OPENING_END, 1)[0] ?? ""));
  return quantity === undefined || quantity.dimension === "" ? undefined : quantity;
}

/** Reads a text for the guards. `language` is an ISO 639-3 code or "und". */
export function readingOf(raw: string, language: string): Reading {
  const text = readable(raw);
  const bareText = withoutMarkup(text);
  const signature = signatureOf(text, language);
  const alternatives = splitAlternatives(bareText);
  const bracket = CODE.test(bareText) ? null : /^(.*?)\s*\(([^()]+)\)\s*(.*)$/u.exec(bareText);
  const around = bracket ? `${bracket[1]} ${bracket[3]}`.trim() : "";
  const inside = bracket?.[2] ?? "";
  // "iron (II)" and "f(x)" would lose what tells them apart.
  const explains = around.length > 1 && !/\d|^[IVX]+$/.test(inside) && !/\w$/.test(bracket?.[1] ?? " ");
  const spacedBracket = bracket !== null && /\s\(|^\(/.test(bareText) && !/\d|^[IVX]+$/.test(inside);
  return {
    text: bareText,
    language,
    words: withoutArticle(canonicalWords(bareText, words(fold(bareText).replaceAll("&", " and "))), language),
    signature,
    folded: signature.startsWith("=") ? signature : words(fold(bareText)).join(" "),
    quantity: readQuantity(plain(bareText)),
    opening: openingQuantity(bareText),
    acronym: acronymOf(bareText),
    initials: initialsOf(bareText),
    either: EITHER.test(bareText),
    alternatives: alternatives
      .map((part) => signatureOf(part, language))
      .filter((part) => part && part !== signature),
    aside: spacedBracket && around ? signatureOf(inside, language) : undefined,
    bare: explains || (spacedBracket && around) ? signatureOf(around, language) : undefined,
    list: text.includes("`") ? "" : listOf(bareText, language),
  };
}
