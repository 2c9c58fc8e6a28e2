import { abbreviates } from "./definition";
import { isSubjectWord } from "./everyday";
import type { GapSentence } from "./gaps";
import { isLetteredBy } from "./initials";
import { againstIt } from "./rows";
import type { StudiedCard, StudiedDeck } from "./study";
import { AFTER_NOUN, isAbbreviation, partnersOf } from "./terms";
import { contentStems, stem, words } from "./text";

/** A word that more cards, or a larger share of them, use is too common for its gap to have one answer. */
const MAX_CARDS_WITH_TERM = 6;
const MAX_SHARE_WITH_TERM = 0.08;

/** A noun of a sentence that can be left out, and what stands before and behind it. */
export type GapPlace = {
  before: string;
  word: string;
  after: string;
  /** How many ways there are to fill it without knowing: by an idiom, a partner of the word, everyday sense. */
  faults: number;
};

/**
 * The nouns of a sentence whose gap has one answer, the best first: what knowing alone fills, then what few cards use. `head` stands
 * above the sentence; none of its words is asked for.
 */
export function gapPlaces(
  sentence: GapSentence,
  head: string,
  card: StudiedCard,
  deck: StudiedDeck,
): GapPlace[] {
  const asked = new Set(contentStems(head));
  const stems = contentStems(sentence.text);
  const found = [...sentence.text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)].flatMap((token) => {
    const [word] = token;
    const root = stem(word.toLowerCase());
    const term = deck.nouns.get(word.toLowerCase());
    const isOnce = stems.filter((one) => one === root).length === 1;
    const before = sentence.text.slice(0, token.index);
    const after = sentence.text.slice(token.index + word.length);
    const isFree = /^[\s.,;)]|^$/.test(after) && !/^\s?\(s\)/.test(after) && /(^|[\s(])$/.test(before);
    if (term === undefined || !isOnce || !isFree || asked.has(root)) return [];
    if (term.cards.size > Math.max(MAX_CARDS_WITH_TERM, deck.cards.length * MAX_SHARE_WITH_TERM)) return [];
    const said = `${before} ${after} ${card.front}`;
    if (isToldBy(word, said) || isSetAgainst(word, said) || isLetteredBy(word, before, after, said))
      return [];
    if (
      isAside(before, after) ||
      isListed(before, after) ||
      givesItself(word, before, after) ||
      isVerb(before, after)
    )
      return [];
    // A word before another noun ("data _____ risk") can be filled by many.
    const isHead = AFTER_NOUN.test(after.trimStart().toLowerCase());
    const faults = [
      !isHead,
      !isSubjectWord(word, card, deck),
      isIdiom(before, after),
      hasPartner(before, after),
      // "Path compression", "open source": two words that the deck says together more than once.
      partnersOf(before, after).some((partner) => (term.partners.get(partner) ?? 0) > 1),
    ].filter((one) => one).length;
    return [{ place: { before, word, after, faults }, uses: term.cards.size }];
  });
  return found
    .sort(
      (a, b) =>
        a.place.faults - b.place.faults || a.uses - b.uses || b.place.word.length - a.place.word.length,
    )
    .map(({ place }) => place);
}

/** "In memory", "under consideration", "a power of 2": set phrases that one word completes. */
function isIdiom(before: string, after: string): boolean {
  return (
    /\b(?:in|on|under|at|into|upon|out of|in terms of|by means of)\s$/i.test(before) ||
    /^\sof\s(?:\p{N}|(?:two|three|four|ten|a|an|the\s\p{L}+\sof)\b)/iu.test(after)
  );
}

/** "_____ and deletions", "cores or _____": the other one of the pair tells. */
function hasPartner(before: string, after: string): boolean {
  return (
    /\b(?:and|or|versus|vs\.?|&)\s(?:an?\s|the\s)?$|\/$/i.test(before) ||
    /^\s(?:and|or|versus|vs\.?|&)\s/i.test(after)
  );
}

/** "The _____ is testing" is filled by the tester: another word of the prompt begins alike. */
function isToldBy(word: string, prompt: string): boolean {
  const root = word.toLowerCase().slice(0, Math.max(4, word.length - 3));
  return words(prompt).some((other) => other.startsWith(root));
}

/** "From the _____ to the receiver": what a row sets against the word stands in the prompt. */
function isSetAgainst(word: string, prompt: string): boolean {
  const spoken = new Set(words(prompt));
  return againstIt(word.toLowerCase()).some((other) => spoken.has(other));
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
    (/,\s[^,]{1,40},\s$/.test(before) && /^[).;]|^$/.test(after)) ||
    /\b(?:such as|including|for example|for instance|e\.g\.),?\s[^.;()]{0,60},\s$/i.test(before) ||
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
