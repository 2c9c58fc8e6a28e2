import type { CardLine } from "./facts";
import { isFunctionWord, stem, words } from "./text";

/** A word of the deck that names a thing, as far as the deck's own sentences show. */
export type Term = {
  text: string;
  cards: Set<number>;
  /** Written with a capital wherever it stands. */
  isProper: boolean;
  /** What stands before and behind it somewhere, as `besideOf` names it. */
  beside: Set<string>;
  /** How often each word with content stands right before or behind it. */
  partners: Map<string, number>;
};

const DETERMINER =
  /^(?:the|an?|its|their|each|every|this|these|those|of|no|any|all|der|die|das|ein|eine|le|la|les|un|une|des|el|los|las|una)$/;
/** What follows a noun: the end of the phrase, a preposition, a verb of being. */
export const AFTER_NOUN =
  /^(?:$|[.,;:)]|(?:of|in|to|for|from|with|and|or|is|are|was|were|that|which|by|on|at|as|can|into|has|have|over|than|will|may|might|must|should|could|would|does|do)\b)/;
const NOMINAL_ENDING = /(?:tion|sion|ment|ness|ity|ism|ance|ence|ship|logy|graphy|ture)s?$/;
const NOT_A_NOUN =
  /(?:ly|ing|ed|ous|ful|ive|able|ible|ical|less|fies|sel(?:f|ves))$|^(?:implies|applies|relies|multiplies|varies|denies|easier|simpler|larger|smaller|latter|former|latest|earliest|necessary|unnecessary|educational|efficient|sufficient|concurrent|consistent|persistent|transparent|independent|dependent|relevant)$/;
/** Before a verb: "which leads", "they compare", "to implement". */
const BEFORE_VERB =
  /^(?:i|you|we|they|he|she|it|who|which|that|to|not|can|could|will|would|shall|should|must|may|might|please|then)$/;
/** A noun has none of these behind it: "implement the list". */
const BEHIND_VERB = /^(?:them|him|us|me|the|an?|its|their|your|our|every|any)\b/;
/** Words that name no thing, or any: a gap for one of them has many right answers. Plurals count as their singular. */
const VAGUE = new Set(
  (
    "ability above absence almost action activity additional advantage algorithm allows alternative amount answer application " +
    "approach area aspect assumption available average basic behavior behaviour below benefit best better binary " +
    "calculation called capability capacity case category cause certain chance change chapter characteristic choice " +
    "circumstance class coefficient collection column combination common complete component computation concept conclusion condition " +
    "consequence construction content context contrary creation criteria criterion data decision decrease definition degree " +
    "description detail development device difference different direction distance domain drawback effect element end " +
    "ensures entire environment equation equipment estimation evaluation event evidence example existence experience " +
    "experiment explanation expression fact factor family feature field figure finds first form formula full function " +
    "general given global goal good group growth height high however hypothesis idea impact importance important increase " +
    "inference influence information input instance issue item joins kind knowledge known large last least length less " +
    "level likelihood limitation line list local location long lot machine main majority many material maximum meaning means " +
    "measure measurement mechanism member method minimum minority model more most natural necessary need new next notion number " +
    "object observation only operation option order other output parameter part particular pattern people percentage " +
    "performance person phase piece place point policy population position possibility possible practice prediction " +
    "presence principle probability problem procedure process product production program project property proportion " +
    "purpose quality question range rate ratio reason reduction region relation relationship relevance replacement " +
    "addition backend carry commodity eight extent fraction implement intention manner occurrence overhead seven three " +
    "representation requirement research resource response rest result risk role row same sample second section selection " +
    "sense sequence series service set several short side significance similar simple single situation small solution some " +
    "someone something space stage standard statement step strategy strength strong structure study subject system table task " +
    "technique term theme theory therefore thing time tool topic total trend type understanding use value variable variety " +
    "version way weakness whole width work worse worst " +
    // No nouns, though an ending or a place may make them look so.
    "across along although among beyond hence inside outside since though toward towards unless whereas whether within"
  ).split(" "),
);

/**
 * The deck's nouns with the cards that use them: words that somewhere stand behind an article and before the end
 * of their phrase, and abbreviations. Words of other kinds in a gap would give themselves away by grammar.
 */
export function termsOf(cards: readonly { index: number; lines: readonly CardLine[] }[]): Map<string, Term> {
  const noun = new Map<string, number>();
  const used = new Map<string, Term>();
  const verbs = new Set<string>();
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
          beside: new Set<string>(),
          partners: new Map<string, number>(),
        };
        term.cards.add(card.index);
        if (place > 0 || /^\p{Ll}/u.test(token[0])) term.isProper &&= /^\p{Lu}/u.test(token[0]);
        used.set(key, term);
        const before = tokens[place - 1]?.[0].toLowerCase() ?? "";
        const after = line.evidence.slice(token.index + token[0].length).trimStart();
        for (const partner of partnersOf(line.evidence.slice(0, token.index), after))
          term.partners.set(partner, (term.partners.get(partner) ?? 0) + 1);
        for (const name of besideOf(line.evidence.slice(0, token.index), after)) term.beside.add(name);
        const isNominal = NOMINAL_ENDING.test(key) && key.length >= 7;
        const isHead =
          DETERMINER.test(before) && AFTER_NOUN.test(after.toLowerCase()) && !/^(?:and|or)\b/i.test(after);
        if (!isNominal && (BEFORE_VERB.test(before) || BEHIND_VERB.test(after.toLowerCase()))) verbs.add(key);
        if (isHead || isNominal || isAbbreviation(token[0])) noun.set(key, (noun.get(key) ?? 0) + 1);
      }
    }
  }
  return new Map([...used].filter(([key]) => noun.has(key) && !verbs.has(key)));
}

/** The words with content right before and right behind a place in a sentence: "path _____" has "path <". */
export function partnersOf(before: string, after: string): string[] {
  const [, left = ""] = /([\p{L}’'-]+)\s$/u.exec(before.slice(-40).toLowerCase()) ?? [];
  const [, right = ""] = /^\s*([\p{L}’'-]+)/u.exec(after.slice(0, 40).toLowerCase()) ?? [];
  const hasContent = (word: string) => word !== "" && !isFunctionWord(word);
  return [...(hasContent(left) ? [`${left} <`] : []), ...(hasContent(right) ? [`> ${right}`] : [])];
}

/** "An incomplete outer _____" wants what can be counted, as "an _____" does. */
const ONE_OF_SOME = /\ban?\s(?:(?!of\b|to\b|in\b|for\b|and\b|or\b|is\b)[\p{L}-]+\s){1,2}$/u;

/**
 * The small words beside a place in a sentence, which a word must be able to stand between: an article or none, a
 * preposition, the end. Words with content say nothing of the form and are left out.
 */
export function besideOf(before: string, after: string): string[] {
  const [, left = ""] = /([\p{L}’']+)\s$/u.exec(before.slice(-24).toLowerCase()) ?? [];
  const [, right = ""] = /^\s*([\p{L}’']+|[.;:,)]|$)/u.exec(after.slice(0, 24).toLowerCase()) ?? [];
  const names: string[] = [];
  if (/^an?$/.test(left) || ONE_OF_SOME.test(before.slice(-40).toLowerCase())) names.push("a <");
  else if (DETERMINER.test(left)) names.push("the <");
  else if (isFunctionWord(left)) names.push("of <");
  if (/^(?:[.;:,)]|)$/.test(right)) names.push("> .");
  else if (isFunctionWord(right)) names.push(`> ${right}`);
  return names;
}

/** "GPU", "BERT", "LSTMs". */
export function isAbbreviation(word: string): boolean {
  return /^\p{Lu}[\p{Lu}\d-]{1,6}s?$/u.test(word);
}

function isTermShaped(word: string): boolean {
  const lower = word.toLowerCase();
  if (isAbbreviation(word)) return !isFunctionWord(lower);
  // "printSolution" names something in a program.
  if (/\p{Ll}\p{Lu}/u.test(word)) return false;
  if (word.length < 5 || !/^\p{L}[\p{L}-]*$/u.test(word) || isFunctionWord(lower)) return false;
  return !NOT_A_NOUN.test(lower) && !VAGUE.has(lower) && !VAGUE.has(singular(lower));
}

export function singular(word: string): string {
  if (/ies$/.test(word)) return word.replace(/ies$/, "y");
  return /(?:ch|sh|ss|x)es$/.test(word) ? word.slice(0, -2) : word.replace(/s$/, "");
}

/** Two words that a gap would take alike: number and case agree. */
export function agree(a: string, b: string): boolean {
  const plural = (word: string) =>
    /[^siu]s$|(?:^|[^aeiou])ies$|^(?:children|people|criteria|phenomena)$/.test(word);
  return (
    plural(a) === plural(b) &&
    isAbbreviation(a) === isAbbreviation(b) &&
    stem(words(a)[0] ?? a) !== stem(words(b)[0] ?? b)
  );
}
