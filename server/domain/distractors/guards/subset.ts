import { sameWord } from "./inflection";
import type { Reading } from "./reading";

/** Words that name the class of what stands beside them: the Amazon River is the Amazon. */
const CLASS_WORDS = new Set(
  (
    "river ocean sea lake mount mountain desert island islands peninsula process disease syndrome method " +
    "theory law principle effect bay gulf strait canal dynasty empire war battle treaty equation species cell " +
    "cells planet system layer language people percent mister mrs ms doctor sir saint president king queen emperor " +
    "pope prince princess general captain professor company corporation inc ltd band the of"
  ).split(" "),
);
/** West Virginia is not Virginia. */
const CHANGES_A_PLACE = new Set(
  (
    "new north south east west northern southern eastern western central upper lower great greater lesser " +
    "equatorial papua saint san santa republic democratic american british french city state royal junior jr young non anti pre post un somewhat partly half"
  ).split(" "),
);

const isName = (text: string) => /^\p{Lu}[\p{L}\p{M}.'-]*(?:\s+\p{Lu}[\p{L}\p{M}.'-]*)*$/u.test(text);

/**
 * One text is the other with words that do not make it another answer: a class word ("Atlantic", "Atlantic Ocean")
 * or the rest of a person's name ("Darwin", "Charles Darwin"). Longer statements are never merged: there one more
 * clause is what the question is about.
 */
export function subset(one: Reading, other: Reading): boolean {
  const [short, long] = one.words.length < other.words.length ? [one, other] : [other, one];
  if (short.words.length === 0 || short.words.length === long.words.length || long.words.length > 4)
    return false;
  const left = [...long.words];
  for (const word of short.words) {
    const at = left.findIndex((item) => sameWord(word, item, long.language));
    if (at < 0) return false;
    left.splice(at, 1);
  }
  if (left.every((word) => CLASS_WORDS.has(word))) return true;
  if (short.words.length !== 1 || left.some((word) => CHANGES_A_PLACE.has(word))) return false;
  const isEnd = long.words[long.words.length - 1] === short.words[0];
  return isEnd && long.words.length <= 3 && isName(short.text) && isName(long.text);
}

/** "Yes" says what "Yes, they work less" says, to a class that must choose one of them. */
export function bareYesOrNo(one: Reading, other: Reading): boolean {
  const [short, long] = one.words.length < other.words.length ? [one, other] : [other, one];
  return (
    short.words.length === 1 &&
    /^(yes|no|true|false)$/.test(short.signature) &&
    long.words[0] === short.words[0]
  );
}
