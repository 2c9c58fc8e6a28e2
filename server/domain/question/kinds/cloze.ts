import type { Candidate } from "#server/domain/distractors/types";
import { drawIndex, type Random } from "../../random";
import { pointsBack } from "../alone";
import { abbreviates } from "../definition";
import { type GapSentence, gapSentences } from "../gaps";
import { isLetteredBy } from "../initials";
import type { StudiedCard, StudiedDeck } from "../study";
import { AFTER_NOUN, agree, besideOf, isAbbreviation, type Term } from "../terms";
import { contentStems, normalise, stem, words } from "../text";
import type { KindRule, Proposal } from "./kind";
import { GAP, gapPrompt, heading } from "./prompt";

/** A word that more cards, or a larger share of them, use is too common for its gap to have one answer. */
const MAX_CARDS_WITH_TERM = 6;
const MAX_SHARE_WITH_TERM = 0.08;
const MAX_CANDIDATES = 24;
const MAX_LOOKED_AT = 600;
/** So many words that stand in such places elsewhere leave a choice of sets. */
const ENOUGH_FITTING = 8;

/** A sentence of the card with a rare noun left out; nouns of other cards, in the same form, stand beside it. */
export const cloze: KindRule = {
  kind: "cloze",
  limit: 2,
  onlyBelow: 2,
  propose: (card, deck, random) => gapsOf(card, deck, random, false),
};

/** The same of a sentence that only the whole question can head, where the card would have no question at all. */
export const lastCloze: KindRule = {
  kind: "cloze",
  limit: 1,
  onlyBelow: 1,
  propose: (card, deck, random) => gapsOf(card, deck, random, true),
};

function* gapsOf(card: StudiedCard, deck: StudiedDeck, random: Random, isLast: boolean): Generator<Proposal> {
  if (card.answer !== undefined && card.answer.type !== "clause") return;
  const own = new Set(contentStems(`${card.front} ${card.back}`));
  // Sentences that point back at another one come last.
  const ordered = gapSentences(card)
    .filter(({ text }) => !/^(?:but|and|or|where|which)\b|\b(?:this|that|it|these|those)\.?$/i.test(text))
    .sort((a, b) => Number(pointsBack(a.text)) - Number(pointsBack(b.text)));
  const gaps = ordered.flatMap((sentence) => {
    const gap = rarestTerm(sentence, card, deck);
    return gap === undefined ? [] : [{ sentence, ...gap }];
  });
  for (const { sentence, before, word, after } of gaps) {
    const others = otherTerms(word, { before, after }, own, card, deck, random);
    const gap = articled(before, word, others);
    const prompt = gapPrompt(card, sentence, `${gap.before}${GAP}${after}`, deck, "word", isLast);
    if (prompt === undefined) continue;
    yield {
      variant: `${normalise(sentence.text)}/${word}`,
      prompt,
      key: gap.key,
      source: card.front,
      evidence: sentence.text,
      alsoCorrect: [],
      candidates: gap.others,
      language: deck.languages.back,
      flags: [],
      apart: true,
    };
  }
}

/** With fewer words that suit the article before a gap, every option brings its own. */
const ENOUGH_ALIKE = 6;

/** "An _____" is filled by what begins like the key, or else "_____" by "an axle" and "a wheel". */
function articled(before: string, word: string, others: readonly Candidate[]) {
  const [found, article = ""] = /\b(an?)\s$/i.exec(before) ?? [];
  if (found === undefined) return { before, key: word, others };
  const alike = others.filter(({ text }) => takesAn(text) === takesAn(word));
  if (alike.length >= ENOUGH_ALIKE) return { before, key: word, others: alike };
  const first = article.charAt(0);
  const withArticle = (text: string) => `${first}${takesAn(text) ? "n" : ""} ${text}`;
  return {
    before: before.slice(0, before.length - found.length),
    key: withArticle(word),
    others: others.map((other) => ({ ...other, text: withArticle(other.text) })),
  };
}

function rarestTerm(sentence: GapSentence, card: StudiedCard, deck: StudiedDeck) {
  const asked = new Set(contentStems(heading(card, sentence, deck)));
  const found = [...sentence.text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)].flatMap((token) => {
    const term = deck.nouns.get(token[0].toLowerCase());
    const isOnce =
      contentStems(sentence.text).filter((one) => one === stem(token[0].toLowerCase())).length === 1;
    const after = sentence.text.slice(token.index + token[0].length);
    // A word before another noun ("data _____ risk") can be filled by many: only where there is no other.
    const isHead = AFTER_NOUN.test(after.trimStart().toLowerCase());
    const isFree =
      /^[\s.,;)]|^$/.test(after) &&
      !/^\s?\(s\)/.test(after) &&
      /(^|[\s(])$/.test(sentence.text.slice(0, token.index));
    if (term === undefined || !isOnce || !isFree || asked.has(stem(token[0].toLowerCase()))) return [];
    if (term.cards.size > Math.max(MAX_CARDS_WITH_TERM, deck.cards.length * MAX_SHARE_WITH_TERM)) return [];
    const before = sentence.text.slice(0, token.index);
    const said = `${before} ${after} ${card.front}`;
    if (isToldBy(token[0], said) || isLetteredBy(token[0], before, after, said)) return [];
    if (
      isAside(before, after) ||
      isListed(before, after) ||
      givesItself(token[0], before, after) ||
      isVerb(before, after)
    )
      return [];
    return [{ token, uses: term.cards.size + (isHead ? 0 : deck.cards.length) }];
  });
  const best = found.sort((a, b) => a.uses - b.uses || b.token[0].length - a.token[0].length)[0];
  if (best === undefined) return undefined;
  return {
    before: sentence.text.slice(0, best.token.index),
    word: best.token[0],
    after: sentence.text.slice(best.token.index + best.token[0].length),
  };
}

/** "The _____ is testing" is filled by the tester: another word of the prompt begins alike. */
function isToldBy(word: string, prompt: string): boolean {
  const root = word.toLowerCase().slice(0, Math.max(4, word.length - 3));
  return words(prompt).some((other) => other.startsWith(root));
}

/** Inside an expression, or alone in brackets behind what it stands for. */
function isAside(before: string, after: string): boolean {
  return (
    /[=+*/^<>]\s*\(?$/.test(before) ||
    /^\)?\s*[=+*/^<>]/.test(after) ||
    (/\($/.test(before) && /^\)/.test(after))
  );
}

/** In an enumeration, and as an example, stands one of many that would do. */
function isListed(before: string, after: string): boolean {
  const goesOn = /^(?:,|\s(?:and|or)\b)/i.test(after);
  return (
    (/,\s$/.test(before) && goesOn) ||
    /^(?:,\s[^,]{1,40}){1,6},?\s(?:and|or|etc)\b|^(?:,\s[^,\s]{1,20}){3}|^,?\s(?:and|or)\s(?:any\s|some\s)?others?\b|^,?\s(?:etc|and so on)\b/i.test(
      after,
    ) ||
    /\b(?:such as|like|including|for example|for instance|e\.g\.|i\.e\.),?\s(?:an?\s|the\s)?$/i.test(before)
  );
}

/** "You _____ the rows" wants a verb, which no noun of the deck can be taken for. */
function isVerb(before: string, after: string): boolean {
  if (
    /\b(?:i|you|we|they|he|she|it|who|not|can|could|will|would|shall|should|must|may|might)\s$/i.test(before)
  )
    return true;
  // A noun has no article behind it.
  if (/^\s(?:them|it|us|him|her|me|you|the|an?|its|their|your|our|these|those|each|every|any)\b/i.test(after))
    return true;
  if (/\b(?:which|that)\s$/i.test(before)) return true;
  const hasObject = /^\s(?:this|all)\b/i.test(after);
  if (hasObject && /(?:^|[,;:]\s|\b(?:and|or|then|please)\s)$/i.test(before)) return true;
  return /\bto\s$/i.test(before) && !/^(?:$|[.,;:)])/.test(after);
}

/** A truth value fits where no thing does; an abbreviation beside the words it stands for is spelled out. */
function givesItself(word: string, before: string, after: string): boolean {
  if (/^(?:true|false|null|none|yes|no)$/i.test(word)) return true;
  // "multiply (MU)"
  const [spelled = ""] = /\p{L}+(?=\s\($)/u.exec(before) ?? [];
  if (isAbbreviation(word) && spelled.toLowerCase().startsWith(word.toLowerCase())) return true;
  const beside = `${before.split(/\s+/).slice(-8).join(" ")} | ${after.split(/\s+/).slice(0, 8).join(" ")}`;
  return isAbbreviation(word) && abbreviates(word, beside);
}

function otherTerms(
  word: string,
  { before, after }: { before: string; after: string },
  own: ReadonlySet<string>,
  card: StudiedCard,
  deck: StudiedDeck,
  random: Random,
): Candidate[] {
  const all = deck.nounList;
  const beside = besideOf(before, after);
  const fitting: Term[] = [];
  const others: Term[] = [];
  const start = drawIndex(Math.max(1, all.length), random);
  for (let step = 0; step < Math.min(all.length, MAX_LOOKED_AT) && fitting.length < MAX_CANDIDATES; step++) {
    const term = all[(start + step) % all.length];
    if (term === undefined || !isUsable(term, word, own, card, deck)) continue;
    // "A measure of _____" takes a word that stands behind "of" without an article elsewhere too.
    if (beside.every((name) => term.beside.has(name))) fitting.push(term);
    else others.push(term);
  }
  const found = fitting.length >= ENOUGH_FITTING ? fitting : [...fitting, ...others].slice(0, MAX_CANDIDATES);
  return found.map((term) => {
    const [first = 0] = term.cards;
    return {
      text: /^\p{Lu}\p{Ll}/u.test(word) ? capital(term.text) : term.text,
      origin: "deck",
      source: deck.cards[first]?.front ?? "",
    };
  });
}

function isUsable(
  term: Term,
  word: string,
  own: ReadonlySet<string>,
  card: StudiedCard,
  deck: StudiedDeck,
): boolean {
  const isProper = deck.nouns.get(word.toLowerCase())?.isProper ?? false;
  return (
    !term.cards.has(card.index) &&
    term.isProper === isProper &&
    agree(term.text, word) &&
    !isFormOf(term.text.toLowerCase(), word.toLowerCase()) &&
    !own.has(stem(term.text.toLowerCase()))
  );
}

/** Letters at the beginning that two forms of one word share. */
const SAME_ROOT = 6;

/** "Collinearity" fits where "multicollinearity" does; "complete" tells "completion". */
function isFormOf(a: string, b: string): boolean {
  return a.endsWith(b) || b.endsWith(a) || a.slice(0, SAME_ROOT) === b.slice(0, SAME_ROOT);
}

/** "An axle", "an hour", "an LED", "a unit": the article before a gap tells how the word begins. */
function takesAn(word: string): boolean {
  if (isAbbreviation(word)) return /^[AEFHILMNORSX8]/.test(word);
  return (
    /^(?:[aio]|e(?!u)|u(?!ni[^nm]|s[aeiu])|hour|hono|heir)/i.test(word) && !/^(?:one|once)\b/i.test(word)
  );
}

function capital(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
