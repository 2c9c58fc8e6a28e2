import type { Candidate } from "#server/domain/distractors/types";
import { isAbbreviation } from "./terms";

/** "An axle", "an hour", "an LED", "a unit": the article before a gap tells how the word begins. */
function takesAn(word: string): boolean {
  if (isAbbreviation(word)) return /^[AEFHILMNORSX8]/.test(word);
  return (
    /^(?:[aio]|e(?!u)|u(?!ni[^nm]|s[aeiu]|ti|te[nr])|hour|hono|heir)/i.test(word) &&
    !/^(?:one|once)\b/i.test(word)
  );
}

/** A gap with the words that could fill it, each as an option. */
export type Gap = { before: string; key: string; others: readonly Candidate[] };

/**
 * "An _____" is filled by what begins like the key, where `enough` such words are left, or else "_____" by "an axle" and
 * "a wheel": the article before a gap tells nothing.
 */
export function articled(before: string, key: string, others: readonly Candidate[], enough: number): Gap {
  const [found, article = ""] = /\b(an?)\s$/i.exec(before) ?? [];
  if (found === undefined) return { before, key, others };
  const alike = others.filter(({ text }) => takesAn(text) === takesAn(key));
  if (alike.length >= enough) return { before, key, others: alike };
  const first = article.charAt(0);
  const withArticle = (text: string) => `${first}${takesAn(text) ? "n" : ""} ${text}`;
  return {
    before: before.slice(0, before.length - found.length),
    key: withArticle(key),
    others: others.map((other) => ({ ...other, text: withArticle(other.text) })),
  };
}
