import type { CardLine } from "./facts";
import { isFunctionWord, stem, words } from "./text";

/** A word of the deck that names a thing, as far as the deck's own sentences show. */
export type Term = {
  text: string;
  cards: Set<number>;
  /** Written with a capital wherever it stands. */
  isProper: boolean;
};

const DETERMINER =
  /^(?:the|an?|its|their|each|every|this|these|those|of|no|any|all|der|die|das|ein|eine|le|la|les|un|une|des|el|los|las|una)$/;
/** What follows a noun: the end of the phrase, a preposition, a verb of being. */
export const AFTER_NOUN =
  /^(?:$|[.,;:)]|(?:of|in|to|for|from|with|and|or|is|are|was|were|that|which|by|on|at|as|can|into|has|have|over|than)\b)/;
const NOMINAL_ENDING = /(?:tion|sion|ment|ness|ity|ism|ance|ence|ship|logy|graphy|ture)s?$/;
const NOT_A_NOUN = /(?:ly|ing|ed|ous|ful|ive|able|ible|ical|less)$/;
const ADJECTIVE_OR_VAGUE =
  /^(?:same|other|different|several|many|thing|things|number|amount|way|ways|kind|type|types|case|cases|example|examples|part|parts|lot|use|time|times|set|large|small|high|good|main|new|first|second|last|next|whole|single|fact|result|results|order|place|need|form|value|values|point|points|problem|side|group|term|terms|some|something|someone|people|person|rest|end|most|more|less|least|work|works|version|instance|goal|idea|item|items|entire|given|possible|long|short|local|global|only|full|certain|common|similar|additional|however|therefore|basic|general|particular|important|necessary|available|known|called|simple|better|best|worse|worst|binary|above|below)$/;

/**
 * The deck's nouns with the cards that use them: words that somewhere stand behind an article and before the end
 * of their phrase, and abbreviations. Words of other kinds in a gap would give themselves away by grammar.
 */
export function termsOf(cards: readonly { index: number; lines: readonly CardLine[] }[]): Map<string, Term> {
  const noun = new Map<string, number>();
  const used = new Map<string, Term>();
  for (const card of cards) {
    for (const line of card.lines) {
      const tokens = [...line.evidence.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)];
      for (const [place, token] of tokens.entries()) {
        const key = token[0].toLowerCase();
        if (!isTermShaped(token[0])) continue;
        const term = used.get(key) ?? {
          text: isAbbreviation(token[0]) ? token[0] : key,
          cards: new Set<number>(),
          isProper: true,
        };
        term.cards.add(card.index);
        if (place > 0 || /^\p{Ll}/u.test(token[0])) term.isProper &&= /^\p{Lu}/u.test(token[0]);
        used.set(key, term);
        const before = tokens[place - 1]?.[0].toLowerCase() ?? "";
        const after = line.evidence.slice(token.index + token[0].length).trimStart();
        const isNominal = NOMINAL_ENDING.test(key) && key.length >= 7;
        const isHead = DETERMINER.test(before) && AFTER_NOUN.test(after.toLowerCase());
        if (isHead || isNominal || isAbbreviation(token[0])) noun.set(key, (noun.get(key) ?? 0) + 1);
      }
    }
  }
  return new Map([...used].filter(([key]) => noun.has(key)));
}

export function isAbbreviation(word: string): boolean {
  return /^\p{Lu}[\p{Lu}\d-]{1,6}s?$/u.test(word);
}

function isTermShaped(word: string): boolean {
  if (isAbbreviation(word)) return true;
  const lower = word.toLowerCase();
  if (word.length < 5 || !/^\p{L}[\p{L}-]*$/u.test(word) || isFunctionWord(lower)) return false;
  return !NOT_A_NOUN.test(lower) && !ADJECTIVE_OR_VAGUE.test(lower);
}

/** Two words that a gap would take alike: number and case agree. */
export function agree(a: string, b: string): boolean {
  const plural = (word: string) => /[^s]s$/.test(word);
  return (
    plural(a) === plural(b) &&
    isAbbreviation(a) === isAbbreviation(b) &&
    stem(words(a)[0] ?? a) !== stem(words(b)[0] ?? b)
  );
}
