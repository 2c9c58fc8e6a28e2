import type { AnswerType } from "../answers";
import { saysTheSame } from "../likeness";
import { foreignTo } from "../lists";
import { latexOf } from "../mathematics";
import type { Wanted } from "../pool";
import { YES_NO_OPENING } from "../statement";
import type { StudiedDeck } from "../study";
import { containsPhrase } from "../text";
import { wrongVersionsOf } from "./formula";
import type { KindRule } from "./kind";
import { frontPrompt } from "./prompt";
import { otherRightAnswers } from "./right-answers";

/** With fewer answers of its kind in the deck the longer backs lend their statements. */
const ENOUGH = 6;

/** "O(n + e)" and "O(m + n)" are one order of growth under other names; "O(h)" and "O(n)" may be two. */
function isSameOrder(a: string, b: string): boolean {
  const shape = (text: string) =>
    /^[OΘΩ]\s?\(/.test(text) && /[+*|]|\p{L}\s\p{L}/u.test(text)
      ? text
          .toLowerCase()
          .replace(/\b(?!log|lg|ln)\p{L}\b/gu, "x")
          .replace(/[\s|]/g, "")
      : undefined;
  return shape(a) !== undefined && shape(a) === shape(b);
}

/** Both sides are words of different languages, which may share a word. */
function isTranslation(deck: StudiedDeck): boolean {
  const { front, back } = deck.languages;
  return front !== "und" && back !== "und" && front !== back;
}

/** Numbers and dates have kinds of their own; yes and no leave no third option. */
const OTHER_KINDS: readonly AnswerType[] = ["yes-no", "year", "date", "number", "quantity"];

/** The front as it is, the short back as the key. Not for yes and no, which leave no third option. */
export const frontToBack: KindRule = {
  kind: "front-to-back",
  limit: 1,
  *propose(card, deck, random) {
    const prompt = frontPrompt(card);
    if (card.answer === undefined || OTHER_KINDS.includes(card.answer.type) || prompt === undefined) return;
    if (card.definition !== undefined && card.definition !== card.answer.text) return;
    const { text } = card.answer;
    // "Yes, because …" would be the only option that begins with a yes.
    if (YES_NO_OPENING.test(text)) return;
    const wanted: Wanted = {
      text,
      card: card.index,
      frames: card.frames,
      tags: card.card.tags ?? [],
      random,
      prompt,
      accept: (entry) =>
        !containsPhrase(prompt, entry.text) &&
        !saysTheSame(text, entry.text) &&
        // In a gap "learned" stands as well where "learned a lot" does.
        !(card.hasGap && (containsPhrase(text, entry.text) || containsPhrase(entry.text, text))) &&
        !isSameOrder(text, entry.text),
    };
    const isForeign = foreignTo(card, deck);
    // Other formulas have other letters than the question; a wrong version of the key has them too.
    const versions = latexOf(text).length > 0 ? wrongVersionsOf(text, random) : [];
    const answers = [...versions, ...deck.answers.candidates(wanted)];
    yield {
      variant: "back",
      prompt,
      key: text,
      source: card.front,
      evidence: card.back,
      alsoCorrect: otherRightAnswers(card, deck),
      candidates:
        answers.length >= ENOUGH
          ? answers
          : [
              ...answers,
              ...deck.statements.candidates({
                ...wanted,
                accept: (entry) => wanted.accept(entry) && isForeign(entry),
              }),
            ],
      language: deck.languages.back,
      flags: !card.hasGap && containsPhrase(prompt, text) ? ["restates-front"] : [],
      keyMayRecur: card.hasGap || isTranslation(deck),
    };
  },
};
