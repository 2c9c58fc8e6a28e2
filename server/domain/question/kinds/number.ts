import type { Candidate } from "#server/domain/distractors/types";
import type { Random } from "../../random";
import { gapSentences } from "../gaps";
import { readNumber } from "../magnitude";
import { splitLabel } from "../outline";
import type { StudiedCard, StudiedDeck } from "../study";
import { containsPhrase, normalise } from "../text";
import type { KindRule, Proposal } from "./kind";
import { askedAloud, frontPrompt, GAP, gapPrompt } from "./prompt";
import { otherRightAnswers } from "./right-answers";
import { ofChances, ofSameBits, ofSameFrame, ofSameMagnitude } from "./same-magnitude";

/** A number in running text with its unit; not part of a name (GPT-3, L2, 1D), of a formula or of an ordinal. */
const IN_TEXT =
  /(?<![\p{L}\d.,^_=<>/(−*"'`‘“-])[$€£]?\d+(?:[,.]\d+)*(?:\s?(?:%|°[CF]?)|[KMBT](?![\p{L}\d]))?(?![\p{L}\d^_=/*"'`’”]|\s?[-–]\s?\d|-\p{L}|[.,]\d)/gu;
/** "step 2", "id 4": names, not measures. */
const NUMBERING =
  /\b(?:steps?|ids?|sections?|chapters?|figures?|tables?|pages?|levels?|types?|class|category|versions?|options?|parts?|examples?|phases?|numbers?|no\.|items?|rows?|columns?|layers?|cases?|lines?|ports?|heads?|points?|units?|lessons?|weeks?|days?)\s*(?:#|\()?$/i;
/** "Apollo 11", "version of Emacs 19": a figure behind a name belongs to it. */
const NAMED = /\S\s\p{Lu}[\p{L}+#]*\s$/u;
/** Units of which computers have 8, 16, 32, …; in running text they stand behind the number. */
const SIZE =
  /^\d[\d.,]*\s?(?:bits?|bytes?|[KMGTP]i?B)\b|^\D*\d+[^?]*\b(?:in bits|in bytes|bits|bytes|size)\b/i;
const POWER = /\d\s*(?:\^|\*\*)\s*\d/;
const PLURAL = /^\s?\p{L}+s\b/u;
export const BITS = /^[01]{3,}$/;
const CHANCE = /\bprobabilit(?:y|ies)\b|\bP\s?\(|\bchances?\b/i;
/** "(e.g., 100 Mb/s": any other number would do. Not so "metals such as iron melt at 1538 °C". */
const EXAMPLE = /(?:\be\.?\s?g\.?|\bfor example|\bfor instance|\bsuch as),?\s(?:\p{L}+\s)?$/iu;
/** "About 17 %": 16 % is about that as well. */
const ROUGHLY =
  /(?:[~≈]|\b(?:about|approximately|around|roughly|circa|c\.|nearly|almost|some|approx\.?))\s?$/i;
/** From here on another number is no longer about the same. */
const NOT_ABOUT = 1.25;
const MONTH_NEAR =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/i;

/** A number that the card states: its short back, or a figure in one of its sentences, beside near ones. */
export const number: KindRule = {
  kind: "number",
  limit: 2,
  *propose(card, deck, random) {
    if (card.answer?.type === "number" || card.answer?.type === "quantity")
      yield* wholeBack(card, deck, random);
    for (const sentence of gapSentences(card)) {
      if (MONTH_NEAR.test(sentence.text) || /[=^∑√]|O\(/.test(sentence.text)) continue;
      const found = [...sentence.text.matchAll(IN_TEXT)];
      const label = splitLabel(sentence.text)?.label ?? "";
      for (const match of found.slice(0, 2)) {
        const before = sentence.text.slice(0, match.index);
        // "Head 3: …" counts, it does not measure.
        if (match.index < label.length || NUMBERING.test(before) || EXAMPLE.test(before)) continue;
        if (/^[\d.]+$/.test(match[0]) && NAMED.test(before)) continue;
        const key = match[0].trim();
        if (
          /^[01](?:\.0)?$/.test(key) ||
          isYear(key) ||
          digitsOf(card.front).includes(digitsOf(key)[0] ?? "") ||
          found.filter((other) => other[0] === match[0]).length > 1
        )
          continue;
        const behind = sentence.text.slice(match.index + match[0].length);
        const gapped = `${before}${GAP}${behind}`;
        const prompt = gapPrompt(card, sentence, gapped, deck, "number");
        if (prompt === undefined || isReckoned(key, prompt) || isOneOfMany(match[0], sentence.text)) continue;
        yield {
          variant: `${normalise(sentence.text)}/${match.index}`,
          prompt,
          key,
          source: card.front,
          evidence: sentence.text,
          alsoCorrect: [],
          candidates: fullestDraw(
            () => ofSameMagnitude(key, [], random, SIZE.test(`${key}${behind}`)),
            ({ text }) =>
              !containsPhrase(card.back, text) &&
              !(text === "1" && PLURAL.test(behind)) &&
              !(ROUGHLY.test(before) && isAbout(key, text)),
            WANTED,
          ),
          language: deck.languages.back,
          flags: [],
        };
      }
    }
  },
};

function* wholeBack(card: StudiedCard, deck: StudiedDeck, random: Random): Generator<Proposal> {
  const front = frontPrompt(card);
  const prompt = front === undefined ? undefined : askedAloud(front, deck);
  const key = card.answer?.text;
  if (prompt === undefined || key === undefined || normalise(card.front) === normalise(key)) return;
  const fair = (text: string) => !containsPhrase(prompt, text);
  const fromDeck = deck.answers.candidates({
    text: key,
    card: card.index,
    frames: card.frames,
    tags: card.card.tags ?? [],
    random,
    accept: (entry) => fair(entry.text),
  });
  const near = fullestDraw(
    () => besideBack(key, card.front, fromDeck, random),
    ({ text }) => fair(text),
    2,
  );
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
    // "How many rows has a 12 x 16 matrix?": a number in the question does not tell which one is asked.
    keyMayRecur: true,
  };
}

const MAX_DRAWS = 4;
/** Wrong numbers beside a key. */
const WANTED = 3;

/** Of some drawn numbers not all may stand there (one may be in the prompt): of a few draws the first with `enough`, else the fullest. */
function fullestDraw(
  draw: () => Candidate[],
  mayStand: (candidate: Candidate) => boolean,
  enough: number,
): Candidate[] {
  let fullest: Candidate[] = [];
  for (let draws = 0; draws < MAX_DRAWS && fullest.length < enough; draws++) {
    const drawn = draw().filter(mayStand);
    if (drawn.length > fullest.length) fullest = drawn;
  }
  return fullest;
}

function besideBack(key: string, front: string, fromDeck: readonly Candidate[], random: Random): Candidate[] {
  if (/\bbinary\b/i.test(front) && BITS.test(key)) return ofSameBits(key, random);
  if (CHANCE.test(front) && /^(?:0(?:\.\d+)?|1|\d\/\d)$/.test(key)) return ofChances(key, random);
  if (readNumber(key) === undefined) return ofSameFrame(key, fromDeck, random);
  return ofSameMagnitude(key, fromDeck, random, SIZE.test(`${key} ${front}`) || POWER.test(front));
}

/** "95 % of one class and _____ of the other": the numbers of the prompt give the key by one step of arithmetic. */
export function isReckoned(key: string, prompt: string): boolean {
  const own = amountOf(key);
  const given = [...prompt.matchAll(/\d+(?:[.,]\d+)*/g)].map(([text]) => amountOf(text));
  if (/%/.test(key) && given.some((one) => one + own === 100)) return true;
  return given.some((a, place) =>
    given.some(
      (b, other) => other !== place && [a + b, a - b, a * b, a / b].some((result) => result === own),
    ),
  );
}

function isAbout(a: string, b: string): boolean {
  const [less = 0, more = 0] = [amountOf(a), amountOf(b)].sort((one, other) => one - other);
  return more < NOT_ABOUT * less;
}

function amountOf(text: string): number {
  return Number.parseFloat(text.replace(/,(?=\d{3}\b)/g, "").replace(/[^\d.]/g, ""));
}

/** In a row of numbers ("5.14, 5.16, 5.18") the others tell the one that is missing, or any would do. */
function isOneOfMany(number: string, sentence: string): boolean {
  const shape = number.trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`\\d,\\s${shape}\\b|\\b${shape},\\s(?:and\\s|or\\s)?\\d`).test(sentence);
}

/** "Print columns 2 and 3" tells that `$3` is missing. */
function digitsOf(text: string): string[] {
  return text.match(/\d+/g) ?? [];
}

function isYear(text: string): boolean {
  return /^(?:1[0-9]|20)\d{2}$/.test(text);
}
