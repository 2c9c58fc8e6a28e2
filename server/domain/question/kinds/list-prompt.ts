import { goesOn } from "../front";
import type { CardList } from "../lists";
import { sentences } from "../sentences";
import type { StudiedCard, StudiedDeck } from "../study";
import { words } from "../text";
import { ask, fits, frontPrompt, heading, isQuestion, isTitle, quoted } from "./prompt";

/** A longer lead to nested entries is a sentence, not a name. */
const MAX_NAME_WORDS = 5;

/**
 * The prompt that asks for an entry of a card's list, or, negated, for what is no entry of it; undefined where it does
 * not fit a phone, or where it would need words of a language that the templates do not speak.
 */
export function listPrompt(
  card: StudiedCard,
  list: CardList,
  deck: StudiedDeck,
  negated: boolean,
): string | undefined {
  if (!deck.languages.english) {
    const prompt = !isTitle(list.section) ? frontPrompt(card) : `${heading(card, list, deck)} — ?`;
    return negated || prompt === undefined || !fits(prompt) ? undefined : prompt;
  }
  // A whole question and a title below it would be two things asked at once.
  const head = isTitle(list.section) ? heading(card, list, deck) : "";
  const prompt =
    head !== "" && !isQuestion(head)
      ? ask(head, negated ? notListed(list) : listed(list))
      : frontAsked(card, negated);
  return prompt !== undefined && fits(prompt) ? prompt : undefined;
}

/** The front itself, turned so that it asks for one entry; where its words do not allow that, with a question behind it. */
function frontAsked(card: StudiedCard, negated: boolean): string | undefined {
  const parts = sentences(card.front);
  const areQuestions = parts.length === 1 || parts.every((part) => part.endsWith("?"));
  const only = parts.find((part) => areQuestions && entryQuestion(part, negated) !== undefined);
  const turned = only === undefined ? undefined : entryQuestion(only, negated);
  if (only === undefined || turned === undefined) {
    const front = frontPrompt(card);
    if (front === undefined) return undefined;
    const what = /\?/.test(front) ? "the answer" : "it";
    return ask(front, `which of these ${negated ? "does NOT belong" : "belongs"} to ${what}?`);
  }
  // "What is a mill? What are the parts of it?": the second question needs the name from the first.
  if (only === parts[0] || !goesOn(only)) return turned;
  return card.topic.name === undefined ? undefined : ask(card.topic.name, turned.replace(/^W/, "w"));
}

const ARE =
  /^(?:what|which) (?:are|were) (?:the|some of the|some|your|a few|\d+|two|three|four|five|six) (?:possible )?(.+?)\??$/i;
const KNOWN =
  /^(?:what|which) (?:other )?(.+?) (?:do you know|are there|exist|can you name|can you think of)\b([^?]*)\??$/i;
const NAME =
  /^(?:name|list|give|state)(?: me)? (?:some of the|some|all of the|all the|all|the|a few|any)? ?(.+?)[.?]?$/i;
const COUNT = /^(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\s/i;
const EXAMPLES = /^(?:common |typical |good |well-known )?examples? of\s+(.+)$/i;
/** Where the noun of a phrase ends: "parts | of a mill", "machines | that grind". */
const NOUN_END =
  /\s(?:of|for|in|to|with|that|which|who|used|when|where|on|by|from|between|within|during|at|about|behind|against|you|we)\b.*$/i;

/**
 * "What are the parts of a mill?" → "Which of these is one of the parts of a mill?", or the same of what is no part.
 * Undefined for a front of another form.
 */
export function entryQuestion(front: string, negated: boolean): string | undefined {
  const [, found = "", rest = ""] = ARE.exec(front) ?? KNOWN.exec(front) ?? NAME.exec(front) ?? [];
  const asked = `${found.replace(COUNT, "")}${/^\s*of$/.test(rest) ? "" : rest}`;
  const is = negated ? "is NOT" : "is";
  const [, example] = EXAMPLES.exec(asked) ?? [];
  if (example !== undefined) return `Which of these ${is} an example of ${example}?`;
  const noun = asked.replace(NOUN_END, "");
  const isSeveral =
    /(?:[^s]s|criteria|phenomena|people)$/i.test(noun) && words(noun).length <= MAX_NAME_WORDS;
  if (!isSeveral || /[:;?]|\b(?:and|or) (?:how|why|what|when|give)\b/i.test(asked)) return undefined;
  return `Which of these ${is} one of the ${asked}?`;
}

function listed(list: CardList): string {
  if (list.lead !== undefined) return `${list.lead} …`;
  if (isNamed(list)) return "which of these is true of it?";
  return isPlural(list.section)
    ? `which of these is one of the ${quoted(list.section)}?`
    : "which of these is listed there?";
}

function notListed(list: CardList): string {
  if (isNamed(list)) return "which of these is NOT said of it?";
  return isPlural(list.section)
    ? `which of these is NOT one of the ${quoted(list.section)}?`
    : "which of these is NOT listed there?";
}

/** Entries nested below a label describe it. */
function isNamed(list: CardList): boolean {
  return list.group.includes(".") && words(list.section).length <= MAX_NAME_WORDS;
}

function isPlural(title: string): boolean {
  return /[^s]s$/i.test(title) && words(title).length <= MAX_NAME_WORDS;
}
