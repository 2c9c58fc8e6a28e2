import { type AnswerForm, answerForm } from "../answer-form";
import { goesOn } from "../front";
import type { CardList } from "../lists";
import { sentences } from "../sentences";
import type { StudiedCard, StudiedDeck } from "../study";
import { words } from "../text";
import { ask, fits, frontPrompt, heading, isQuestion, isTitle, quoted } from "./prompt";

/** A longer lead to nested entries is a sentence, not a name. */
const MAX_NAME_WORDS = 5;

/** A prompt for an entry of a list, and whether its question only stands behind the front instead of being made of it. */
export type ListPrompt = { text: string; isAppended: boolean };

/**
 * The prompt that asks for an entry of a card's list (for `item`, where its form decides how to ask) or, negated, for what is no
 * entry of it; undefined where it does not fit a phone, or would need words of a language that the templates do not speak.
 */
export function listPrompt(
  card: StudiedCard,
  list: CardList,
  deck: StudiedDeck,
  { item = "", negated = false }: { item?: string; negated?: boolean } = {},
): ListPrompt | undefined {
  const prompt = deck.languages.english ? englishPrompt(card, list, deck, item, negated) : undefined;
  const found = deck.languages.english || negated ? prompt : plainPrompt(card, list, deck);
  return found !== undefined && fits(found.text) ? found : undefined;
}

function plainPrompt(card: StudiedCard, list: CardList, deck: StudiedDeck): ListPrompt | undefined {
  const text = isTitle(list.section) ? `${heading(card, list, deck)} — ?` : frontPrompt(card);
  return text === undefined ? undefined : { text, isAppended: false };
}

function englishPrompt(
  card: StudiedCard,
  list: CardList,
  deck: StudiedDeck,
  item: string,
  negated: boolean,
): ListPrompt | undefined {
  // A whole question and a title below it would be two things asked at once.
  const head = isTitle(list.section) ? heading(card, list, deck) : "";
  return head !== "" && !isQuestion(head)
    ? { text: ask(head, negated ? notListed(list) : listed(list)), isAppended: false }
    : frontAsked(card, item, negated);
}

/** The front itself, turned so that it asks for one entry; where its words do not allow that, with a question behind it. */
function frontAsked(card: StudiedCard, item: string, negated: boolean): ListPrompt | undefined {
  const parts = sentences(card.front);
  const areQuestions = parts.length === 1 || parts.every((part) => part.endsWith("?"));
  const turn = (part: string) =>
    entryQuestion(part, negated) ?? (negated ? undefined : formQuestion(part, item, card));
  const only = parts.find((part) => areQuestions && turn(part) !== undefined);
  const turned = only === undefined ? undefined : turn(only);
  if (only === undefined || turned === undefined) {
    const front = frontPrompt(card);
    if (front === undefined) return undefined;
    const what = /\?/.test(front) ? "the answer" : "it";
    const text = ask(front, `which of these ${negated ? "does NOT belong" : "belongs"} to ${what}?`);
    return { text, isAppended: true };
  }
  // "What is a mill? What are the parts of it?": the second question needs the name from the first.
  if (only === parts[0] || !goesOn(only)) return { text: turned, isAppended: false };
  if (card.topic.name === undefined) return undefined;
  return { text: ask(card.topic.name, turned.replace(/^W/, "w")), isAppended: false };
}

const ARE =
  /^(?:what|which) (?:are|were) (?:the|some of the|some|your|a few|\d+|two|three|four|five|six) (?:possible )?(.+?)\??$/i;
/** "What are desirable properties of mills?": the noun is asked for where something hangs on it. */
const BARE_ARE = /^(?:what|which) (?:are|were) (\p{L}+(?: \p{L}+)? (?:of|for) .+?)\??$/iu;
const KNOWN =
  /^(?:what|which) (?:other )?(.+?) (?:do you know|are there|exist|can you name|can you think of)\b([^?]*)\??$/i;
const NAME =
  /^(?:name|list|give|state)(?: me)? (?:some of the|some|all of the|all the|all|the|a few|any)? ?(.+?)[.?]?$/i;
const COUNT = /^(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\s/i;
const EXAMPLES = /^(?:common |typical |good |well-known )?examples? of\s+(.+)$/i;
/** "What factors affect the harvest?" */
const DOERS =
  /^(?:what|which) ((?:\p{L}+ ){0,2}\p{L}+[^s\W]s) ((?:affect|cause|determine|influence|help|prevent|make|can|could|may|should|must)\b[^?]*)\??$/iu;
/** Where the noun of a phrase ends: "parts | of a mill", "machines | that grind". */
const NOUN_END =
  /\s(?:of|for|in|to|with|that|which|who|used|when|where|on|by|from|between|within|during|at|about|behind|against|you|we)\b.*$/i;

/**
 * "What are the parts of a mill?" → "Which of these is one of the parts of a mill?", or the same of what is no part.
 * Undefined for a front of another form.
 */
export function entryQuestion(front: string, negated: boolean): string | undefined {
  const doers = DOERS.exec(front)?.slice(1, 3).join(" that ");
  const [, found = doers ?? "", rest = ""] =
    ARE.exec(front) ?? BARE_ARE.exec(front) ?? KNOWN.exec(front) ?? NAME.exec(front) ?? [];
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

/** "What is stored in a barn?", "What can affect the harvest?", "What happens in winter?": the answer is the subject. */
const SUBJECT_ASKED =
  /^what ((?:(?:is|was) (?:\p{L}+ed|kept|held|made|done|built|lost|sent|found|known|shown) (?:in|on|at|by|to|for|with|from|when|during)\s|(?:can|could|may|might) (?!(?:you|we|i|one|be|the|an?|it)\b)\p{L}+\s|(?:happens|affects|causes|determines|influences|prevents)\s).+?)\??$/iu;
/** "How do we keep mice out?" */
const DOING =
  /^how (?:(?:do|can|could|should|would) (?:we|you|i|one)|to) (?!know\b|interpret\b|explain\b)(.+?)\??$/i;
const WAYS: readonly AnswerForm[] = ["means", "instruction"];
const SAYINGS: readonly AnswerForm[] = ["sentence", "clause", "predicate"];

/** True for an entry that says something of its subject instead of naming a thing. */
function isSaying(item: string): boolean {
  return SAYINGS.includes(answerForm(item));
}

/** What asks for one entry where it depends on how the entry is built; undefined where no such question can be told. */
function formQuestion(front: string, item: string, card: StudiedCard): string | undefined {
  const form = answerForm(item);
  const subject = SUBJECT_ASKED.exec(front)?.[1];
  if (subject !== undefined && !isSaying(item)) return `Which of these ${subject}?`;
  const doing = DOING.exec(front)?.[1];
  // The steps of a procedure are no ways to reach its end.
  const areSteps = /^\s*\d+[.)]\s/m.test(card.card.back);
  if (doing !== undefined && WAYS.includes(form) && !areSteps) return `Which of these is a way to ${doing}?`;
  const { term } = card.topic;
  return term !== undefined && isSaying(item) && isNamedBy(front, term)
    ? `Which of these is true of ${lowerArticle(term)}?`
    : undefined;
}

/** The front asks for its term and nothing more. */
function isNamedBy(front: string, term: string): boolean {
  return /^(?:what|who) (?:is|are)\s/i.test(front) && front.replace(/\?$/, "").endsWith(term);
}

function lowerArticle(term: string): string {
  return term.replace(/^(?:An?|The)(?=\s)/, (article) => article.toLowerCase());
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
