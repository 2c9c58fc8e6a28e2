import { sentences } from "./sentences";
import { shareContent, upperFirst, words } from "./text";
import { gerund } from "./verb-forms";

/** English fronts, read so that a prompt can take from them what it needs: one question, or the name of what it is about. */

/** "Why?", "And for prices?", "When is it used?" go on with the question before them. */
const GOES_ON =
  /^(?:and|or|but|so|then|if so|if not|also|bonus|for|from|in|on)\b|\b(?:it|they|them|its|their|this|that|these|those|one|he|she|there|do so|your)\b/i;
const MIN_QUESTION_WORDS = 3;

/** True for a question that cannot be asked without the one before it. */
export function goesOn(question: string): boolean {
  return GOES_ON.test(question);
}

/** "What is a mill, and when is it used?", "What is a mill, why do we need it?" */
const JOINED =
  /^((?:what|which|how|why|when|where|who)\b[^,?]+(?:,(?!\s(?:(?:and|or)\s)?(?:how|why|what|when|where|which|who)\b)[^,?]+)*),\s(?:(?:and|or)\s)?(?:how|why|what|when|where|which|who)\s[^?]+\?$/i;
/** "What is a mill and how does it work?" */
const JOINED_BY_AND =
  /^((?:what|which|how|why)\b[^,?]+?)\s(?:and|or)\s(?:how|why|when|where|what|which)\s(?:do|does|did|is|are|was|were|can|could|should|would)\s[^?]+\?$/i;

/** The first of two questions that one sentence joins; any other question as it is. */
function firstJoined(question: string): string {
  const first = (JOINED.exec(question) ?? JOINED_BY_AND.exec(question))?.[1];
  return first !== undefined && words(first).length >= MIN_QUESTION_WORDS ? `${first}?` : question;
}

/**
 * Of a front that is nothing but questions ("What is X? When is it used?") the one that `answer` answers, or else the
 * first; any other front as it is. Undefined where no question of it stands alone.
 */
export function oneQuestion(front: string, answer = ""): string | undefined {
  // An ornament at the end is no sentence.
  const text = front.replace(/\?\s+\p{Ll}/gu, (next) => next.toUpperCase());
  const parts = sentences(text).filter((part) => /\p{L}{2}/u.test(part));
  if (parts.length === 1 && firstJoined(front) !== front) return firstJoined(front);
  if (parts.length === 0 || sentences(text).length < 2 || parts.some((part) => !/[?]["”’»)]*$/.test(part)))
    return front;
  const alone = parts.filter(
    (part, place) => words(part).length >= MIN_QUESTION_WORDS && (place === 0 || !goesOn(part)),
  );
  const one = alone.find((part) => shareContent(part, answer)) ?? alone[0];
  return one === undefined ? undefined : firstJoined(one);
}

/** "How do we", "When should I need to", "Is it possible to": what follows is done by nobody in particular. */
const DOING =
  /^(?:(?:how|when|why|where)\s+(?:(?:do|can|could|should|would|might|must|did)\s+(?:we|you|i|one|people)|to)|(?:can|could|should|may|must)\s+(?:we|you|i|one)|is it (?:possible|easy|hard|necessary|useful|good|safe) to)\s+(?:(?:need|have|want)\s+to\s+)?(.+)$/is;
const NO_VERB = /ly$|^(?:not|also|then|best|be|have|first|even|always|never|ever|still|just|go|do|know)$/i;
/** "What methods for X do you know?" is about methods for X. */
const KNOWN =
  /^(?:what|which)\s+(?:(?:kinds?|types?|sorts?)\s+of\s+)?(.+?)\s+(?:do|can|could|would|should)\s+(?:you|we|i|one)\s+(?:know|name|think|use|list)\b[^,]*$/is;
const ORDER =
  /^(?:(?:can|could|would) you\s+)?(?:please\s+)?(?:compare|contrast|explain|describe|discuss|outline|summari[sz]e|list|name|state|give|define)\s+(.+)$/is;
const DETERMINERS = /^(?:(?:the|all|some|both|any|two|three|four|five|six|seven|\d+|different|main)\s+)+/i;
const CLAUSE = /^(?:how|why|what|when|where|which|who|whether|if|me|us|an?\s+example|examples)\b/i;
const MAX_HEADING_WORDS = 11;

const SECOND_VERB = /\s(?:and|or)\s\p{Ll}+\s(?:the|an?|it|them|its|their)\b|\b(?:and|or)\s\p{Ll}+$/u;
const FIRST_PERSON = /\b(?:I|me|my|mine|we|our|us)\b/;

/**
 * A heading for what an English question or order is about, where its subject has no short name of its own: "How do we
 * choose K?" → "Choosing K", "Compare the three main designs of mills: A and B" → "Designs of mills". Undefined where none can be told.
 */
export function headingOf(front: string): string | undefined {
  const [first = ""] = sentences(front);
  const asked = first
    .replace(/[?.!\s]+$/, "")
    .replace(/,\s+(?:and|or)\s+(?:how|why|what|when|where)\b.*$/is, "");
  const order = ORDER.exec(asked)?.[1];
  if (order !== undefined) return CLAUSE.test(order) ? undefined : named(order.replace(/:.*$/s, ""));
  const known = KNOWN.exec(asked)?.[1];
  if (known !== undefined) return named(known);
  const done = DOING.exec(asked)?.[1];
  const [verb = "", ...rest] = done?.split(/\s+/) ?? [];
  if (!/^\p{Ll}{2,}$/u.test(verb) || NO_VERB.test(verb) || rest.length === 0) return undefined;
  // "Making and selling sails"; elsewhere behind "and" a second verb cannot be told from a noun.
  const [join = "", second = ""] = rest;
  const doing = /^(?:and|or)$/.test(join) ? [join, gerund(second), ...rest.slice(2)] : rest;
  if (SECOND_VERB.test(doing.join(" ")) || FIRST_PERSON.test(asked.slice(asked.indexOf(verb))))
    return undefined;
  return named(`${gerund(verb)} ${doing.join(" ")}`);
}

function named(text: string): string | undefined {
  const name = text.replace(DETERMINERS, "").trim();
  const isName = words(name).length > 0 && words(name).length <= MAX_HEADING_WORDS && !/[?:;]/.test(name);
  return isName ? upperFirst(name) : undefined;
}

const ASKS_TO_TELL =
  /^((?:\p{Lu}[\p{L}+#]*(?:\s\p{L}+)?:\s+)?)(?:please\s+)?(define|explain|describe|discuss|outline|summari[sz]e|state|give|tell me about)\s+(.+?)[.!:]?$/iu;
const SAYS: Record<string, string> = {
  define: "defines",
  explain: "explains",
  describe: "describes",
  discuss: "describes",
  outline: "outlines",
  summarise: "sums up",
  summarize: "sums up",
  state: "states",
  "tell me about": "describes",
};

/** "Grain milling", "Grain milling?": a name that asks for what it names. */
const NAME_ASKED =
  /^(?!(?:what|which|who|whose|when|where|why|how|is|are|was|were|do|does|did|can|could|will|would|should|may|must|has|have|if|in|on|for|with|to|at|and|or|so|but|give|name|list|state|define|explain|describe|discuss|outline|write|build|make|add|find|use|set|get|show|run|draw|print|put|take|create|solve|compute|calculate|compare|convert|insert|remove|design)\b)(?:\p{L}[\p{L}\p{N}’'/-]*\s){0,9}\p{L}[\p{L}\p{N}’'/-]*\??$/iu;
/** "What is sails?" */
const MANY_AS_ONE =
  /^(?!.*\b(?:and|or)\s(?:what|how|why|when|where|which)\b)what(?:’s|'s| is)\s+(?:an?\s)?((?:the\s)?(?:[\p{L}\p{N}-]+\s)*[\p{L}-]*[^siu\W]s)\?$/iu;

/** "And how about …", "OK, what is …": what joins a question to the one before it. */
const GOES_BEFORE =
  /^(?:and|but|so|ok(?:ay)?|well|now)\b,?\s+(?=(?:what|which|how|why|when|where|who|is|are|do|does|can)\b)/i;
/** "What is disadvantages of mills?" */
const FACET_AS_ONE =
  /^(what) is (?:the )?((?:\p{L}+ )?(?:(?:dis)?advantages|benefits|drawbacks|pros|cons|types|kinds|parts|steps|uses|limitations|differences)\s)/iu;
/** "What is a mill, and give examples." asks two things. */
const WITH_EXAMPLES = /(?<=^what (?:is|are)\s[^?.]*?),? and give (?:some |an )?examples?[.?]$/i;

/** A question without what joins it to the one before, without a wish for examples, and with the number that its noun has. */
export function tidyQuestion(front: string): string {
  return upperFirst(front.replace(GOES_BEFORE, ""))
    .replace(FACET_AS_ONE, "$1 are the $2")
    .replace(WITH_EXAMPLES, "?");
}

/**
 * "Explain how a mill works." → "Which of these explains how a mill works?"; a bare name and a slip of number ("What is sails?")
 * become "Which of these describes …?"; any other front as it is.
 */
export function orderAsQuestion(written: string): string {
  const front = tidyQuestion(written);
  const [, lead = "", order = "", rest = ""] = ASKS_TO_TELL.exec(front) ?? [];
  const which = lead === "" ? "Which" : "which";
  const named =
    MANY_AS_ONE.exec(front)?.[1] ?? (NAME_ASKED.test(front) ? front.replace(/\?$/, "") : undefined);
  if (named !== undefined) return `Which of these describes ${named}?`;
  if (rest === "" || sentences(front).length > 1) return front;
  if (/^give$/i.test(order))
    return /^an?\s+example\b/i.test(rest) ? `${lead}${which} of these is ${rest}?` : front;
  return `${lead}${which} of these ${SAYS[order.toLowerCase()]} ${rest}?`;
}
