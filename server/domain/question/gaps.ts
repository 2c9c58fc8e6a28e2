import { HOLE } from "./outline";
import { condense, sentences } from "./sentences";
import type { StudiedCard } from "./study";
import { chars, isBalanced } from "./text";

/** A sentence that a prompt can show with a gap in it. */
export type GapSentence = { text: string; section: string };

const MIN_CHARS = 30;
const MAX_CHARS = 215;

/** The card's sentences and lines, whole, that are long enough to be told by what is left and short enough for a phone. */
export function gapSentences(card: StudiedCard): GapSentence[] {
  const seen = new Set<string>();
  return card.lines
    .filter((line) => !line.aside)
    .flatMap((line) =>
      sentences(line.evidence).flatMap((sentence) => {
        const short = chars(sentence) <= MAX_CHARS ? sentence : condense(sentence, MAX_CHARS)?.text;
        return short === undefined ? [] : [{ text: short, section: line.section }];
      }),
    )
    .filter(({ text }) => {
      if (seen.has(text) || chars(text) < MIN_CHARS || chars(text) > MAX_CHARS) return false;
      seen.add(text);
      return isBalanced(text) && !text.includes(HOLE) && !/[?:,;]$|:\s*\.$/.test(text) && !/_{2,}/.test(text);
    });
}
