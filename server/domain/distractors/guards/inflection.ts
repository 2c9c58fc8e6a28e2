import { stemmerFor } from "../stem";

/**
 * Endings that change a word's number or tense, not what it names. Where a language is not listed, an equal stem of
 * four letters or more is enough. Spanish, Portuguese, Italian and Catalan verbs keep their persons apart: "hablo"
 * and "hablas" are two answers.
 */
const ENDINGS: Record<string, RegExp> = {
  eng: /^(e?s|e?d|ing|ies|y|ied|e)?$/,
  spa: /^(e?s)?$/,
  por: /^(e?s)?$/,
  cat: /^(e?s)?$/,
  ita: /^[aeio]?$/,
  fra: /^(e|s|x|es)?$/,
  deu: /^(e|en|n|er|s|es|em)?$/,
};

/** Two folded words that are forms of one word by the language's Snowball stemmer: wolf/wolves, increase/increased. */
export function sameWord(one: string, other: string, language: string): boolean {
  if (one === other) return true;
  if (one.length < 4 || other.length < 4 || /\d/.test(one) || /\d/.test(other)) return false;
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared++;
  if (shared < 3) return false;
  const stem = stemmerFor(language);
  const irregular =
    language !== "eng" || one.replace(/ves$/, "f") === other || other.replace(/ves$/, "f") === one;
  if (stem(one) !== stem(other)) return language === "eng" && irregular;
  const endings = Object.hasOwn(ENDINGS, language) ? ENDINGS[language] : undefined;
  if (!endings)
    return language === "und" ? /^(e?s)?$/.test(one.slice(shared) + other.slice(shared)) : shared >= 4;
  return endings.test(one.slice(shared)) && endings.test(other.slice(shared));
}

/** Lists of the same words in the same order, forms of a word counting as the word. */
export function sameWords(one: readonly string[], other: readonly string[], language: string): boolean {
  return (
    one.length === other.length && one.every((word, index) => sameWord(word, other[index] ?? "", language))
  );
}
