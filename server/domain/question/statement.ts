import { MAX_OPTION_CHARS } from "@/contract/question";
import { addsToAnother, isPersonal, isRemark, needsContext, refersToUnseen } from "./alone";
import { type AnswerForm, answerForm } from "./answer-form";
import { isFormula } from "./answers";
import { looksLikeCode } from "./code";
import {
  names,
  withoutAskedClause,
  withoutAskedOpening,
  withoutAskedSubject,
  withoutTerm,
} from "./definition";
import { type CardLine, isComplaint } from "./facts";
import { grammaticalForm } from "./grammar";
import { condense, sentences } from "./sentences";
import { contentStems, normalise, shareContent, stem, upperFirst, words } from "./text";
import type { Topic } from "./topic";

/** The one text that answers the front of a card with a longer back. */
export type KeyStatement = { text: string; evidence: string; shortened: boolean; isDefinition: boolean };

/** "No" opens more sentences than answers: only with a pause behind it is it one. */
export const YES_NO_OPENING =
  /^(?:(?:yes|yep|true|false|sí|oui|ja)\b|(?:no|nope|non|nein)\s*(?:[,.:;!–—-]|because\b|$))/i;

const DEFINITION = /^(?:definition|meaning|definición|définition|bedeutung)$/i;
const ASKED_NOUN = /^what (?:is|are|was|were) (?:an?|the|one|some)?\s*(?:main |key |major )?(\p{L}+)\b/iu;
const ASKS_COMPLAINT = /problem|limit|drawback|disadvantage|issue|challenge|weakness/i;
/** What leads to a list does not answer a front that asks for its entries. */
const ASKS_FOR_A_LIST =
  /^(?:what|which)\b.*\b(?:do you know|are there|exist|can you name)\b|^(?:name|list)\b/i;
const MIN_WORDS = 4;
/** "Device drivers." answers, where it opens the back. */
const MIN_OPENING_WORDS = 2;

/**
 * The sentence of a longer back that answers its front: the definition, the line whose label the front names, or the
 * opening sentence; never a complaint ("Problem: …") unless the front asks for one. Undefined where none is whole
 * and short enough.
 */
export function keyStatement(
  front: string,
  topic: Topic,
  lines: readonly CardLine[],
): KeyStatement | undefined {
  // "Can we …?" is answered by the yes or no that its back opens with, and by nothing after it.
  const opens = lines.find((line) => !line.aside)?.text ?? "";
  if (YES_NO_OPENING.test(opens) && !/^(?:what|which|why|how|when|where|who)\b/i.test(front))
    return undefined;
  if (ASKS_FOR_A_LIST.test(front) && lines.some((line) => line.bullet)) return undefined;
  const name = topic.term ?? topic.name;
  const asked = ASKED_NOUN.exec(front)?.[1];
  const usable = lines.filter((line) => !line.aside && (ASKS_COMPLAINT.test(front) || !isComplaint(line)));
  const named = usable.filter(({ label }) => {
    if (label === undefined) return false;
    if (DEFINITION.test(label)) return true;
    return [asked, name].some(
      (one) => one !== undefined && normalise(one.replace(/^(?:an?|the)\s/i, "")) === normalise(label),
    );
  });
  const running = usable.filter((line) => !line.bullet && line.label === undefined);
  // Below a formula or a program stand remarks on it, and no answer.
  const isRemark = /^["“]{3}|^[=#]|^\/\//.test(opens) || isFormula(opens);
  const opening = isRemark
    ? []
    : running
        .filter((line) => line.section === "" || DEFINITION.test(line.section))
        .filter((line, place) => place === 0 || shareContent(line.text, front))
        .slice(0, 2);
  const titled = running.filter((line) => isTitledAs(line.section, front)).slice(0, 1);
  const found = [...named, ...opening, ...titled].flatMap((line) => {
    const one = fromLine(line, topic, front, line === opening[0] || line.label !== undefined, lines);
    return one !== undefined && saysMoreThan(front, one.text) ? [one] : [];
  });
  // "Why is it important?" is answered by "It is important because …", and not by what it is.
  const reason = /^why\b/i.test(front)
    ? found.find(({ evidence }) => GIVES_A_REASON.test(evidence))
    : undefined;
  return reason ?? found[0];
}

const GIVES_A_REASON = /\b(?:because|since|so that|in order to|due to|as a result)\b/i;

/** "How It Works", where the front asks how it works: the title says nothing that the front does not. */
function isTitledAs(title: string, front: string): boolean {
  const asked = new Set(words(front).map(stem));
  return title !== "" && words(title).every((word) => asked.has(stem(word)));
}

/** Content words that a statement must add to its front. */
const MIN_NEWS = 2;

/** "There are several assumptions of linear regression" says nothing that its front does not. */
function saysMoreThan(front: string, text: string): boolean {
  const known = new Set(contentStems(front));
  if (/^(?:there are|here are|there is)\b/i.test(text)) return false;
  return new Set(contentStems(text).filter((one) => !known.has(one))).size >= MIN_NEWS;
}

/** "A part of supervised learning" fits more than one thing; so does a definition that lost its second half. */
const BROAD = /^an?\s(?:part|type|kind|form|sort|example|class|branch|area|field)\sof\b/i;
const MAX_BROAD_WORDS = 7;

/** True for a card whose definition fits more than its own term. */
export function isBroad({
  definition = "",
  statement,
}: {
  definition?: string;
  statement?: KeyStatement;
}): boolean {
  return (
    statement?.shortened === true || (BROAD.test(definition) && words(definition).length <= MAX_BROAD_WORDS)
  );
}

/** Telling words of a shortened definition from which it still defines one thing. */
const ENOUGH_STEMS = 8;

/** True for a broad definition that says too little to be told from what defines other terms. */
export function saysTooLittle(card: { definition?: string; statement?: KeyStatement }): boolean {
  return isBroad(card) && new Set(contentStems(card.definition ?? "")).size < ENOUGH_STEMS;
}

/** "First, …" begins an enumeration. */
const ENUMERATES = /^(?:first|firstly|second|secondly|third|thirdly|next|lastly|finally|besides)\b,?\s/i;

/** An address is no knowledge. */
const ADDRESS = /https?:|ftp:|www\./i;
/** A text that opens with a sign was torn from something. */
const TORN = /^[^\p{L}\p{N}"“‘'`$\\([{«¿¡]/u;
/** How an answer is built that needs no word of its question to be one. */
const FITS: Readonly<Record<string, readonly AnswerForm[]>> = {
  how: ["means", "instruction", "command", "code", "formula", "infinitive"],
  why: ["reason", "infinitive"],
  when: ["condition", "date"],
  measure: ["measure", "order", "formula"],
  effect: ["predicate"],
};

/** Share of a deck's fronts in which a word is too common to tie an answer to one of them. */
const COMMON_SHARE = 0.2;

/**
 * True where a statement can be seen to answer its front: it defines what is asked, repeats a telling word of it or two that are
 * common in the deck, or is built as such answers are. What answers yes or no without saying so is left to the reader's guess.
 */
export function answersItsFront(
  { front, topic, asked }: { front: string; topic: Topic; asked: readonly string[] },
  { text, evidence, isDefinition }: KeyStatement,
  deck: { cards: readonly unknown[]; frontStems: ReadonlyMap<string, number> },
): boolean {
  const [kind = "open"] = (asked[0] ?? "open").split(":");
  if (isDefinition || topic.term !== undefined) return true;
  if (kind === "yes-no") return false;
  const said = new Set(contentStems(evidence));
  const shared = [...new Set(contentStems(front))].filter((one) => said.has(one));
  const limit = Math.max(2, deck.cards.length * COMMON_SHARE);
  const isTied = shared.length >= 2 || shared.some((one) => (deck.frontStems.get(one) ?? 0) <= limit);
  return isTied || FITS[kind]?.includes(answerForm(text)) === true;
}

function fromLine(
  line: CardLine,
  topic: Topic,
  front: string,
  mayPointBack: boolean,
  all: readonly CardLine[],
): KeyStatement | undefined {
  for (const [place, sentence] of sentences(line.text).slice(0, 2).entries()) {
    if (sentence.endsWith("?") || looksLikeCode(sentence) || YES_NO_OPENING.test(sentence)) continue;
    if (isRemark(sentence) || isPersonal(sentence) || refersToUnseen(sentence)) continue;
    if (addsToAnother(sentence) || /\?\s/.test(sentence)) continue;
    if (TORN.test(sentence) || (topic.term !== undefined && ENUMERATES.test(sentence))) continue;
    if (topic.term !== undefined && isNamedElsewhere(topic.term, sentence, all)) continue;
    const isFirst = place === 0 && mayPointBack;
    const rest = topic.term === undefined ? undefined : withoutTerm(topic.term, sentence);
    if (rest !== undefined && (isFirst || !needsContext(sentence))) {
      const short = condense(rest, MAX_OPTION_CHARS);
      if (short !== undefined && !ADDRESS.test(short.text)) return statement(short, line, sentence, true);
    }
    if (!isFirst && needsContext(sentence)) continue;
    const said =
      withoutAskedOpening(front, sentence) ??
      (topic.term === undefined
        ? (withoutAskedClause(front, sentence) ?? withoutAskedSubject(front, sentence))
        : undefined);
    const short = condense(said ?? sentence, MAX_OPTION_CHARS);
    if (short === undefined || ADDRESS.test(short.text)) continue;
    if (words(short.text).length >= (isFirst ? MIN_OPENING_WORDS : MIN_WORDS)) {
      const isNamed = topic.term !== undefined && names(topic.term, sentence);
      if (topic.term !== undefined && !isNamed && !isFirst) continue;
      if (topic.term !== undefined && isNamed && !opensWith(topic.term, sentence)) continue;
      return statement(short, line, sentence, topic.term !== undefined && !isNamed);
    }
  }
  return undefined;
}

/** "Ciphers work on blocks. … The length of a block is the block size.": the first sentence only leads to the term. */
function isNamedElsewhere(term: string, sentence: string, lines: readonly CardLine[]): boolean {
  const saysAll = (text: string) => {
    const said = new Set(contentStems(text));
    return contentStems(term).every((one) => said.has(one));
  };
  if (saysAll(sentence) || PRONOUN.test(sentence) || grammaticalForm(sentence) !== "sentence") return false;
  return lines.some((line) => !line.aside && sentences(line.text).some(saysAll));
}

/** Words that may stand before a term that is the subject: "In short, a". */
const MAX_LEAD_WORDS = 3;

/** "You can buy a mill anywhere" speaks of mills, and does not say what one is. */
function opensWith(term: string, sentence: string): boolean {
  const start = sentence.split(/\s+/).slice(0, MAX_LEAD_WORDS + words(term).length);
  return names(term, start.join(" ")) && !/^(?:you|we|i|one|they)\b/i.test(sentence);
}

/** What a speaker says before they answer. */
const FILLER =
  /^(?:first of all|in fact|in short|however|in a nutshell|in other words|basically|actually|well|of course|simply put|essentially|generally speaking|ok(?:ay)?|so|yeah|sure)(?:,\s+however)?,\s+/i;

/** "In fact, it rains" → "It rains". */
export function withoutFiller(text: string): string {
  return upperFirst(text.replace(FILLER, ""));
}

const PRONOUN = /^(?:it|this|that|they|these|those)\b/i;

function statement(
  short: { text: string; shortened: boolean },
  line: CardLine,
  sentence: string,
  isDefinition: boolean,
): KeyStatement {
  const evidence = line.label === undefined ? sentence : line.evidence;
  return {
    text: withoutFiller(short.text),
    evidence,
    shortened: short.shortened,
    isDefinition,
  };
}
