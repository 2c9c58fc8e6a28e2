import { chars, words } from "./text";

/** What kind of thing an answer is. Options of one question should be of one kind, or the odd one gives itself away. */
export type AnswerType =
  | "yes-no"
  | "year"
  | "date"
  | "number"
  | "quantity"
  | "formula"
  | "code"
  | "name"
  | "term"
  | "phrase"
  | "clause";

const MONTH =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b/i;
const YES_NO = /^(?:yes|no|true|false|oui|non|sí|si|ja|nein|vrai|faux|wahr|falsch|verdadero|falso)$/i;
const YEAR = /^(?:c(?:a|irca)?\.?\s*|~\s*)?(?:1\d|20)\d{2}(?:\s*(?:BCE?|CE|AD))?$/i;
const ANCIENT_YEAR = /^(?:c(?:a|irca)?\.?\s*|~\s*)?[\d,. ]+\s*(?:BCE?|CE|AD)$/i;
const NUMBER = /^[-+−~≈]?\s*\d[\d,. ]*(?:\/\d+)?$/;
const QUANTITY =
  /^(?:c(?:a|irca)?\.?\s*|about\s+|~\s*|≈\s*)?[-+−$€£]?\s?\d[\d,.]*(?:\s?[–-]\s?\d[\d,.]*)?\s?(?:%|[°\p{L}µΩ$€£][\p{L}\d°/²³.]*(?:\s\p{L}+){0,2})$/u;
const BIG_O = /^[OΘΩo]\s?\(.+\)$/;

/** Classifies a short answer; never fails, a text it cannot place is a "term", a "phrase" or a "clause" by its length. */
export function answerType(text: string): AnswerType {
  const bare = text.trim().replace(/[.!]$/, "");
  if (YES_NO.test(bare)) return "yes-no";
  if (YEAR.test(bare) || ANCIENT_YEAR.test(bare)) return "year";
  if (NUMBER.test(bare)) return "number";
  if (/\d/.test(bare) && MONTH.test(bare) && words(bare).length <= 4) return "date";
  if (/^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^\d{4}-\d{2}-\d{2}$/.test(bare)) return "date";
  if (QUANTITY.test(bare)) return "quantity";
  if (isFormula(bare)) return "formula";
  if (isCode(bare)) return "code";
  const count = words(bare).length;
  if (count >= 7 || chars(bare) > 60) return "clause";
  if (count >= 4) return /^\p{Lu}/u.test(bare) && capitalShare(bare) > 0.6 ? "name" : "phrase";
  return /^\p{Lu}/u.test(bare) && count >= 2 && capitalShare(bare) === 1 ? "name" : "term";
}

/** True for an expression in mathematics: delimited, or symbols rather than words. */
export function isFormula(text: string): boolean {
  const bare = text.trim();
  if (/^(\$[^$]+\$|\\\(.+\\\)|\\\[.+\\\]|\$\$.+\$\$)$/s.test(bare)) return true;
  if (BIG_O.test(bare) || /\)\s?\^/.test(bare)) return true;
  const longWords = words(bare).filter((word) => /^\p{L}{4,}$/u.test(word)).length;
  return (
    /[=+*/^×·√∑∫≤≥<>−]/.test(bare) &&
    /[\p{L}\d]/u.test(bare) &&
    longWords <= 1 &&
    !/[;{}"`]/.test(bare) &&
    chars(bare) <= 80
  );
}

/** True for a line of a program, a command or a call. */
export function isCode(text: string): boolean {
  const bare = text.trim();
  if (/^`[^`]+`$/.test(bare)) return true;
  if (/[;{}]$|^\$\s|\w\(.*\)\s*[;{]?$|\w\[[^\]]*\]|=>|->|::|&&|\|\||==|!=|\b\w+\.\w+\(/.test(bare)) {
    return words(bare).filter((word) => /^\p{Ll}{3,}$/u.test(word)).length <= 6;
  }
  return false;
}

/** Types that may stand beside each other when there are too few of one type. */
export function areCompatible(a: AnswerType, b: AnswerType): boolean {
  if (a === b) return true;
  const group = (type: AnswerType): string => {
    if (type === "name" || type === "term") return "short";
    if (type === "phrase" || type === "clause") return "long";
    if (type === "number" || type === "quantity") return "number";
    if (type === "year" || type === "date") return "date";
    return type;
  };
  return group(a) === group(b) || (a === "phrase" && b === "term") || (a === "term" && b === "phrase");
}

function capitalShare(text: string): number {
  const written = text
    .split(/\s+/)
    .filter((word) => !/^(?:of|the|and|de|la|von|van|der|du|da|y|e|et)$/i.test(word));
  if (written.length === 0) return 0;
  return written.filter((word) => /^["“(]?[\p{Lu}\d]/u.test(word)).length / written.length;
}
