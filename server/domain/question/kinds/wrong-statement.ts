import { MAX_OPTION_CHARS } from "@/contract/question";
import { isPersonal, isRemark, needsContext, refersToUnseen } from "../alone";
import { looksLikeCode } from "../code";
import { readsWell } from "../gaps";
import { saysGoodOrBad } from "../good-or-bad";
import { wrongByRows } from "../perturb";
import { condense, sentences } from "../sentences";
import type { StudiedCard } from "../study";
import { chars, contentStems, normalise, stem, words } from "../text";
import type { KindRule } from "./kind";
import { madeFromKey } from "./made-from-key";
import { ask, fits, frontPrompt } from "./prompt";
import { otherRightAnswers } from "./right-answers";

/** A shorter statement has no place to be wrong in. */
const MIN_WORDS = 7;

/**
 * What the back says, beside itself with words exchanged for others of their rows: all options are built alike and repeat the
 * same words of the front. Where nothing else that is fair can be asked; English only.
 */
export const wrongStatement: KindRule = {
  kind: "term-swap",
  limit: 1,
  onlyBelow: 2,
  mirrors: "cloze",
  *propose(card, deck, random) {
    if (!deck.languages.english || card.verdict !== undefined || saysGoodOrBad(card.front)) return;
    const asked = new Set(contentStems(card.front));
    for (const { text, evidence, isAnswer } of statementsOf(card)) {
      const front = frontPrompt(card, text);
      if (front === undefined) return;
      const wrong = wrongByRows(text, (word) => asked.has(stem(word)), random).filter(
        (version) => chars(version) <= MAX_OPTION_CHARS,
      );
      const prompt = isAnswer ? front : ask(front, "which statement is true?");
      if (wrong.length < 2 || !fits(prompt)) continue;
      yield {
        variant: isAnswer ? "opposites" : `opposites/${normalise(text)}`,
        prompt,
        key: text,
        source: card.front,
        evidence,
        alsoCorrect: otherRightAnswers(card, deck),
        candidates: wrong.map(madeFromKey),
        language: deck.languages.back,
        flags: card.statement?.shortened === true ? ["condensed"] : [],
      };
    }
  },
};

type Statement = { text: string; evidence: string; isAnswer: boolean };

/** What answers the front, then what else the back says in sentences that need no other. */
function statementsOf(card: StudiedCard): Statement[] {
  const answer =
    card.statement?.text ??
    card.definition ??
    (card.answer?.type === "clause" ? card.answer.text : undefined);
  const first =
    answer === undefined
      ? []
      : [{ text: answer, evidence: card.statement?.evidence ?? card.back, isAnswer: true }];
  const others = card.lines
    .filter((line) => !line.aside && line.label === undefined && !line.bullet)
    .flatMap((line) =>
      sentences(line.text).flatMap((sentence): Statement[] => {
        const text = condense(sentence, MAX_OPTION_CHARS)?.text;
        return text === undefined || !standsAlone(sentence)
          ? []
          : [{ text, evidence: sentence, isAnswer: false }];
      }),
    )
    .filter(({ text }) => !first.some((one) => one.evidence.includes(text) || text.includes(one.text)));
  return [...first, ...others].filter(({ text }) => words(text).length >= MIN_WORDS);
}

function standsAlone(sentence: string): boolean {
  return (
    !/\?$|^[^\p{L}]|\bexamples?\b/iu.test(sentence) &&
    !looksLikeCode(sentence) &&
    readsWell(sentence) &&
    !needsContext(sentence) &&
    !isPersonal(sentence) &&
    !isRemark(sentence) &&
    !refersToUnseen(sentence)
  );
}
