/** How an English option is built, as far as its opening words show. */
type Form = "sentence" | "predicate" | "definition" | "phrase";

const FINITE =
  /\b(?:is|are|was|were|can|could|will|would|should|must|may|might|has|have|had|does|do|did|gets?|uses?|makes?|takes?|means|becomes?)\b/i;
/** What follows one of these only describes the noun before it. */
const RELATIVE = /\b(?:that|which|who|whose|where|when|if|while|because|so)\b|[:;(]/i;
/** Says something of the front's subject, which it does not name. */
export const ABOUT_IT = /^(?:it|they)\b/i;
const PRONOUN = /^(?:it|they|we|you|he|she|this|these|those|there|your|i)\b/i;
const PREDICATE =
  /^(?:can|could|will|may|must|should|is|are|was|were|has|have|does|used (?:to|for|in|by|as)|uses|allows|enables|helps|provides|makes|gives|reduces|converts|measures|adds|stores|combines|contains|consists|requires|performs|prevents|removes|shows|returns|keeps|maps|creates|computes|finds|learns|captures)\b/i;

/** With so many of the key's own form the others are not needed. */
const ENOUGH = 4;

/** The candidates that begin as the key does, with a capital or without, or all where too few do. */
export function alikeInCase<T extends { text: string }>(key: string, candidates: readonly T[]): T[] {
  const isSmall = (text: string) => /^\p{Ll}/u.test(text);
  const alike = candidates.filter((candidate) => isSmall(candidate.text) === isSmall(key));
  return alike.length >= ENOUGH ? alike : [...candidates];
}

/**
 * A sentence has a subject and its verb, a predicate only the verb, a definition opens with an article; everything else is a
 * phrase. What follows the first full stop does not count: "The successor to SSL. Its versions are …" is a definition.
 */
export function grammaticalForm(whole: string): Form {
  const text = whole.replace(/(?<=\p{Ll}{2}|\p{Lu}{2}|[)\]”"])[.!?]\s.*$/su, "");
  if (PREDICATE.test(text)) return "predicate";
  if (PRONOUN.test(text)) return "sentence";
  const verb = FINITE.exec(text)?.index;
  const relative = RELATIVE.exec(text)?.index ?? Number.POSITIVE_INFINITY;
  if (verb !== undefined && verb < relative) return "sentence";
  return /^(?:an?|the)\s/i.test(text) ? "definition" : "phrase";
}

/** The candidates that answer in the key's grammatical form, or all where too few do: the odd sentence out gives itself away. */
export function alikeInGrammar<T extends { text: string }>(key: string, candidates: readonly T[]): T[] {
  const form = grammaticalForm(key);
  const alike = candidates.filter((candidate) => grammaticalForm(candidate.text) === form);
  return alike.length >= ENOUGH ? alike : [...candidates];
}
