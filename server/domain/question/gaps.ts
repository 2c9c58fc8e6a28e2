import { isPersonal, isRemark, refersToUnseen } from "./alone";
import { HOLE } from "./outline";
import { condense, isComplete, sentences } from "./sentences";
import type { StudiedCard } from "./study";
import { chars, isBalanced, words } from "./text";

/** A sentence that a prompt can show with a gap in it. */
export type GapSentence = {
  text: string;
  section: string;
  /** The first sentence of the back: what the front asks for, as far as one sentence says it. */
  opens: boolean;
};

const MIN_CHARS = 30;
const MAX_CHARS = 215;
const MIN_WORDS = 6;
const MAX_PARTS = 6;
const COMMAND = /\s--\p{L}|\s\\(?:\s|$)|^\$\s/u;

/** The card's sentences and lines, whole, that are long enough to be told by what is left and short enough for a phone. */
export function gapSentences(card: StudiedCard): GapSentence[] {
  const seen = new Set<string>();
  return card.lines
    .flatMap((line, place) =>
      line.aside
        ? []
        : sentences(line.evidence).flatMap((sentence, turn) => {
            const short = chars(sentence) <= MAX_CHARS ? sentence : condense(sentence, MAX_CHARS)?.text;
            const opens = place === 0 && turn === 0;
            return short === undefined ? [] : [{ text: short, section: line.section, opens }];
          }),
    )
    .filter(({ text }) => !isPersonal(text) && !isRemark(text) && !refersToUnseen(text))
    .filter(({ text }) => {
      // A name, a command or a row of words is no sentence.
      if (words(text).length < MIN_WORDS || COMMAND.test(text) || text.split(/,\s/).length > MAX_PARTS)
        return false;
      if (!isComplete(text) || seen.has(text) || chars(text) < MIN_CHARS || chars(text) > MAX_CHARS)
        return false;
      seen.add(text);
      return isBalanced(text) && !text.includes(HOLE) && !/[?:,;]$|:\s*\.$/.test(text) && !/_{2,}/.test(text);
    });
}

/** "Hooked on on", "getting users on hooked on": a word was forgotten when the sentence was changed. */
const DOUBLED = /\b(?!had\b|that\b)(\p{L}+)\s\1\b|\b(on|in|at|with)\s\p{L}+\s\2\b/iu;
/** "They linearly contains", "it are". */
const DISAGREES =
  /\b(?:they|we|you|these|those)\s(?:\p{L}+ly\s)?(?:is|was|has|does|contains|makes|takes|gives|uses|needs|means|returns)\b|(?:^|[,;]\s)(?:it|he|she|this)\s(?:are|were|have|do)\b|\ban?\s\p{L}+s\sare\b/iu;

/** False for an English sentence whose grammar shows a slip of the pen, and for one that opens in the middle. */
export function readsWell(sentence: string): boolean {
  return !DOUBLED.test(sentence) && !DISAGREES.test(sentence) && !/^[\p{Ll}(/]/u.test(sentence);
}
