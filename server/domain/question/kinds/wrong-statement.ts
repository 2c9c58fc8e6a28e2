import type { Candidate } from "#server/domain/distractors/types";
import { MAX_OPTION_CHARS } from "@/contract/question";
import { drawIndex, type Random } from "../../random";
import { echoes } from "../lint";
import { wrongStatements } from "../perturb";
import type { StudiedCard, StudiedDeck } from "../study";
import { agree, besideOf, isAbbreviation } from "../terms";
import { chars, contentStems, stem, words } from "../text";
import type { KindRule } from "./kind";
import { ask, fits, frontPrompt } from "./prompt";
import { otherRightAnswers } from "./right-answers";

/** A shorter statement has no place to be wrong in. */
const MIN_WORDS = 7;

/**
 * What the back says, beside itself with words exchanged for their opposites: all options are built alike and repeat the
 * same words of the front. Where nothing else that is fair can be asked; English only.
 */
export const wrongStatement: KindRule = {
  kind: "term-swap",
  limit: 1,
  onlyBelow: 1,
  *propose(card, deck, random) {
    const front = frontPrompt(card);
    const key = statementOf(card);
    if (!deck.languages.english || front === undefined || key === undefined || card.verdict !== undefined)
      return;
    const asked = new Set(contentStems(card.front));
    const wrong = wrongStatements(key, (word) => asked.has(stem(word)), random).filter(
      (text) => chars(text) <= MAX_OPTION_CHARS,
    );
    const prompt = card.topic.term === undefined ? ask(front, "which statement is true?") : front;
    if (wrong.length < 2 || !fits(prompt)) return;
    yield {
      variant: "opposites",
      prompt,
      key,
      source: card.front,
      evidence: card.statement?.evidence ?? card.back,
      alsoCorrect: otherRightAnswers(card, deck),
      candidates: wrong.map(
        (text): Candidate => ({ text, origin: "perturbation", source: "made from the key" }),
      ),
      language: deck.languages.back,
      flags: card.statement?.shortened === true ? ["condensed"] : [],
    };
  },
};

/**
 * One wrong version of a key that repeats words of its front: beside other cards' texts it is then not the only one that does.
 * None where the key repeats nothing, or has no opposite.
 */
export function decoyOf(key: string, card: StudiedCard, deck: StudiedDeck, random: Random): Candidate[] {
  if (!deck.languages.english || !echoes(card.front, key, [])) return [];
  const asked = new Set(contentStems(card.front));
  const wrong = wrongStatements(key, (word) => asked.has(stem(word)), random);
  return [...wrong, ...withOtherNoun(key, asked, card, deck, random)]
    .filter((text) => chars(text) <= MAX_OPTION_CHARS)
    .slice(0, 1)
    .map((text): Candidate => ({ text, origin: "perturbation", source: "made from the key" }));
}

/** Nouns that are looked at for one place; of fewer the deck has none that fits. */
const MAX_LOOKED_AT = 200;

/** The key with one of its rare nouns exchanged for a noun of other cards that stands in such places. */
function withOtherNoun(
  key: string,
  asked: ReadonlySet<string>,
  card: StudiedCard,
  deck: StudiedDeck,
  random: Random,
): string[] {
  const own = new Set(contentStems(`${card.front} ${card.back}`));
  const start = drawIndex(Math.max(1, deck.nounList.length), random);
  const nouns = [...deck.nounList.slice(start), ...deck.nounList.slice(0, start)].slice(0, MAX_LOOKED_AT);
  for (const { 0: word, index } of key.matchAll(/(?<=\s)\p{Ll}{5,}(?=[\s.,;)]|$)/gu)) {
    if (!deck.nouns.has(word) || asked.has(stem(word))) continue;
    const [before, after] = [key.slice(0, index), key.slice(index + word.length)];
    const beside = besideOf(before, after);
    const other = nouns.find(
      ({ text, isProper, beside: places }) =>
        !isProper &&
        !isAbbreviation(text) &&
        agree(text, word) &&
        !own.has(stem(text)) &&
        !/\ban?\s$/i.test(before) &&
        beside.every((name) => places.has(name)),
    );
    if (other !== undefined) return [`${before}${other.text}${after}`];
  }
  return [];
}

function statementOf(card: StudiedCard): string | undefined {
  const text =
    card.statement?.text ??
    card.definition ??
    (card.answer?.type === "clause" ? card.answer.text : undefined);
  return text !== undefined && words(text).length >= MIN_WORDS ? text : undefined;
}
