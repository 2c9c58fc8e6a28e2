import type { Candidate } from "#server/domain/distractors/types";
import type { Random } from "../../random";
import { gapSentences } from "../gaps";
import { readNumber } from "../magnitude";
import type { StudiedCard, StudiedDeck } from "../study";
import { containsPhrase, normalise } from "../text";
import type { KindRule, Proposal } from "./kind";
import { BITS } from "./number";
import { askedAloud, frontPrompt, GAP, gapPrompt } from "./prompt";
import { otherRightAnswers } from "./right-answers";
import { ofSameBits, ofSameMagnitude } from "./same-magnitude";

const YEAR =
  /(?<![\p{L}\d.,–/"'“‘-])(?:1\d|20)\d{2}(?![\p{L}\d%/"'”]|\s?[-–]\s?\d|[.,]\d|\s?(?:%|km|kg|m|tokens|people|nm|ms))/gu;

/** A year or a day that the card states: its short back, or a year in one of its sentences, beside years of the same time. */
export const date: KindRule = {
  kind: "date",
  limit: 2,
  *propose(card, deck, random) {
    if (card.answer?.type === "year" || card.answer?.type === "date") yield* wholeBack(card, deck, random);
    for (const sentence of gapSentences(card)) {
      const years = [...sentence.text.matchAll(YEAR)];
      const [first] = years;
      if (first === undefined || years.length > 1) continue;
      const prompt = gapPrompt(card, sentence, sentence.text.replace(first[0], GAP), deck, "year");
      if (prompt === undefined) continue;
      yield {
        variant: `${normalise(sentence.text)}/${first.index}`,
        prompt,
        key: first[0],
        source: card.front,
        evidence: sentence.text,
        alsoCorrect: [],
        candidates: ofSameMagnitude(first[0], [], random).filter(
          (candidate) => !containsPhrase(card.back, candidate.text),
        ),
        language: deck.languages.back,
        flags: [],
      };
    }
  },
};

function* wholeBack(card: StudiedCard, deck: StudiedDeck, random: Random): Generator<Proposal> {
  const front = frontPrompt(card);
  const prompt = front === undefined ? undefined : askedAloud(front, deck);
  const key = card.answer?.text;
  if (prompt === undefined || key === undefined) return;
  const fromDeck = deck.answers.candidates({
    text: key,
    card: card.index,
    frames: card.frames,
    tags: card.card.tags ?? [],
    random,
    accept: (entry) => !containsPhrase(prompt, entry.text),
  });
  const isBits = /\bbinary\b/i.test(card.front) && BITS.test(key);
  const near = isBits
    ? ofSameBits(key, random)
    : readNumber(key) === undefined
      ? otherYears(key, random)
      : ofSameMagnitude(key, fromDeck, random, /\d\s*(?:\^|\*\*)\s*\d/.test(card.front));
  yield {
    variant: "back",
    prompt,
    key,
    source: card.front,
    evidence: card.back,
    alsoCorrect: otherRightAnswers(card, deck),
    candidates: near.length >= 2 ? near : fromDeck,
    language: deck.languages.back,
    flags: [],
  };
}

/** "4 July 1776" with other years: the day stays, so that it gives nothing away. */
function otherYears(key: string, random: Random): Candidate[] {
  const [year] = key.match(YEAR) ?? [];
  if (year === undefined) return [];
  return ofSameMagnitude(year, [], random).map((candidate) => ({
    ...candidate,
    text: key.replace(year, candidate.text),
  }));
}
