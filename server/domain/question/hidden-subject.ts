import { contentStems, upperFirst, words } from "./text";

/** A verb that surely ends the subject of an English sentence. */
const VERB =
  /^(.{2,60}?)\s((?:is|are|was|were|does|do|did|has|have|had|can|cannot|could|may|might|must|should|will|would|(?:allow|use|enable|help|provide|let|reduce|convert|measure|make|mean|give|describe|state|take|add|store|combine|consist|contain|require|perform|compute|find|learn|represent|occur|involve|work|create|prevent|remove|encourage|ensure|tell|return|show|divide|assume|keep|map|produce|receive|define|separate|control|include|support|avoid|carrie|penalize|assesse)s)\s.+)$/is;
const MANY_VERB = /^(?:are|were|do|have)\b/i;
const OF_ANY_NUMBER = /^(?:can|cannot|could|may|might|must|should|will|would|had|did)\b/i;
const MANY = /(?:[^suiy\W]s|[^aeiou]ies|[^s]ses)$/i;
/** What goes on with a subject of its own, or only compares, needs to name its subject. */
const NEEDS_NAME =
  /\b(?:while|whereas|unlike|than|both|between)\b|,\s(?:and|but)\s(?!(?:it|they|this|that|which|only|not|also)\b)/i;
const CLAUSE = /\b(?:if|when|whether|that|which|who|because|as|there|it|they|you|we)\b|,/i;
const COMPARES = /\b(?:differences?|differ|compare|versus|vs|between)\b/i;
/** One question alone asks what something means. */
const MEANS = /^(?:it|they|this) means? (?:that )?/i;
const MAX_SUBJECT_WORDS = 5;

/**
 * An English sentence with "It" or "They" for its subject, where the question has every telling word of that: "Oak racks do not rot" under "Why
 * are oak racks used?" becomes "They do not rot", and "A lathe means a turning bench" is left with the bench. As it is where the subject says more, or is needed to tell two things apart.
 */
export function withoutSharedSubject(question: string, sentence: string): string {
  const hidden = withPronoun(question, sentence);
  return MEANS.test(hidden) ? upperFirst(hidden.replace(MEANS, "")) : hidden;
}

function withPronoun(question: string, sentence: string): string {
  const [, subject = "", rest = ""] = VERB.exec(sentence) ?? [];
  const asked = new Set(contentStems(question));
  const said = contentStems(subject);
  if (said.length === 0 || !said.every((one) => asked.has(one))) return sentence;
  if (words(subject).length > MAX_SUBJECT_WORDS || CLAUSE.test(subject)) return sentence;
  if (COMPARES.test(question) || NEEDS_NAME.test(rest)) return sentence;
  const areMany = MANY_VERB.test(rest) || (OF_ANY_NUMBER.test(rest) && MANY.test(subject));
  return `${areMany ? "They" : "It"} ${rest}`;
}
