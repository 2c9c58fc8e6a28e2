import { type Card, MAX_OPTION_CHARS } from "@/contract/question";
import { isPersonal, isRemark } from "./alone";
import { answerForm, isWrittenForMachines } from "./answer-form";
import { type AnswerType, answerType, isFormula } from "./answers";
import { askedFor, namesOfAsked } from "./asked";
import { isProgram, looksLikeCode } from "./code";
import { withoutTerm } from "./definition";
import { type CardLine, type Fact, readFacts, readLines } from "./facts";
import { sharedFrames } from "./frames";
import { oneQuestion, tidyQuestion } from "./front";
import { type Languages, languagesOf } from "./language";
import { lookOf } from "./look";
import { isUnmarkedList, outline, splitLabel } from "./outline";
import { type Entry, Pool } from "./pool";
import { tidyEnd } from "./sentences";
import { type KeyStatement, keyStatement, YES_NO_OPENING } from "./statement";
import { type Term, termsOf } from "./terms";
import { bare, chars, contentStems, normalise, plain, upperFirst } from "./text";
import { type Topic, topicOf } from "./topic";

/** A back that is short enough to be an option as it stands. */
export type ShortAnswer = { text: string; type: AnswerType; alternatives: string[] };

export type StudiedCard = {
  index: number;
  card: Card;
  front: string;
  back: string;
  /** The back normalised, between spaces, to look names up in. */
  said: string;
  /** The card's term normalised, without its article. */
  named?: string;
  topic: Topic;
  frames: readonly string[];
  /** What the front asks for, as `namesOfAsked` names it; empty where the front does not say. */
  asked: readonly string[];
  /** The backs are English as far as can be told, so that their grammar can be read. */
  isEnglish: boolean;
  facts: readonly Fact[];
  /** The back line by line, whole. */
  lines: readonly CardLine[];
  answer?: ShortAnswer;
  statement?: KeyStatement;
  /** What defines the card's term, without naming it. */
  definition?: string;
  /** Programs in the back, each as its lines. */
  code: readonly string[][];
  /** Display formulas in the back. */
  formulas: readonly string[];
  /** Yes (true) or no (false), where the front asks for nothing more. */
  verdict?: boolean;
  /** The front is a sentence with a gap that the back fills. */
  hasGap: boolean;
};

/** Everything that questions need to know about a deck, read once. */
export type StudiedDeck = {
  cards: readonly StudiedCard[];
  languages: Languages;
  /** Cards by normalised front: equal fronts share their right answers. */
  byFront: ReadonlyMap<string, readonly StudiedCard[]>;
  /** Cards that are answered by yes, and those by no. */
  verdicts: { yes: readonly StudiedCard[]; no: readonly StudiedCard[] };
  answers: Pool;
  statements: Pool;
  definitions: Pool;
  terms: Pool;
  values: Pool;
  labels: Pool;
  items: Pool;
  /** Fronts that could stand as options, each in the form of its answer. */
  fronts: Pool;
  /** How many sections of the deck use a label (normalised). */
  labelUse: ReadonlyMap<string, number>;
  /** The nouns of the backs, by their lower-case form. */
  nouns: ReadonlyMap<string, Term>;
  nounList: readonly Term[];
  /** How many cards use a section title (normalised). */
  sectionUse: ReadonlyMap<string, number>;
  /** On how many backs a stem stands. */
  backStems: ReadonlyMap<string, number>;
  /** In how many fronts a stem stands. */
  frontStems: ReadonlyMap<string, number>;
  /** In how many terms a stem stands. */
  termStems: ReadonlyMap<string, number>;
};

/** Reads a deck. Linear in its cards; never throws. */
export function studyDeck(cards: readonly Card[]): StudiedDeck {
  const fronts = cards.map((card) => plain(card.front));
  const frames = sharedFrames(fronts);
  const languages = languagesOf(
    fronts,
    cards.map((card) => plain(card.back)),
  );
  const studied = cards.map((card, index) =>
    studyCard(card, index, fronts[index] ?? "", frames[index] ?? [], languages),
  );
  const byFront = new Map<string, StudiedCard[]>();
  for (const card of studied) {
    const key = normalise(card.front);
    byFront.set(key, [...(byFront.get(key) ?? []), card]);
  }
  const nouns = termsOf(studied);
  return {
    cards: studied,
    nouns,
    nounList: [...nouns.values()],
    languages,
    byFront,
    verdicts: {
      yes: studied.filter((card) => card.verdict === true),
      no: studied.filter((card) => card.verdict === false),
    },
    answers: new Pool(studied.flatMap((card) => entry(card, card.answer?.text))),
    statements: new Pool(studied.flatMap((card) => entry(card, card.statement?.text))),
    definitions: new Pool(studied.flatMap((card) => entry(card, card.definition))),
    terms: new Pool(studied.flatMap((card) => entry(card, card.topic.term))),
    values: new Pool(factEntries(studied, "labelled", (fact) => fact.text)),
    labels: new Pool(factEntries(studied, "labelled", (fact) => fact.label)),
    items: new Pool(factEntries(studied, "item", (fact) => fact.text)),
    fronts: new Pool(studied.flatMap(frontEntry)),
    labelUse: countLabels(studied),
    sectionUse: countSections(studied),
    backStems: countStems(studied.map((card) => card.back)),
    frontStems: countStems(fronts),
    termStems: countStems(studied.flatMap((card) => card.topic.term ?? [])),
  };
}

function studyCard(
  card: Card,
  index: number,
  front: string,
  frames: readonly string[],
  languages: Languages,
): StudiedCard {
  const sections = outline(card.back);
  const facts = readFacts(sections);
  const lines = readLines(sections);
  const topic = topicOf(card.front);
  const answer = shortAnswer(card.back);
  const statement = answer === undefined ? keyStatement(front, topic, lines) : undefined;
  const definition = definitionOf(topic, answer, statement);
  const back = plain(card.back);
  const verdict = verdictOf(front, back);
  return {
    index,
    card,
    front,
    ...(verdict !== undefined && { verdict }),
    back,
    said: ` ${normalise(back)} `,
    ...(topic.term !== undefined && { named: normalise(bare(topic.term)) }),
    topic,
    frames,
    asked: namesOfAsked(askedFor(front, topic)),
    isEnglish: languages.back === "eng" || languages.back === "und",
    facts,
    lines,
    ...(answer && { answer }),
    ...(statement && { statement }),
    ...(definition !== undefined && { definition }),
    code: sections.flatMap((section) => section.code),
    formulas: sections.flatMap((section) => section.formulas),
    hasGap: /_{2,}|\[\.\.\.\]|\[…\]/.test(front),
  };
}

/** "How?" on a back asks the reader again and answers nothing. */
const ASKS_BACK =
  /^(?:(?:and\s+)?(?:how|why|what|when|where|who|which)(?:\s+(?:would|do|could|can|should)\s+(?:you|we)\b[^?]*)?)?\s*\?+$/i;

function shortAnswer(back: string): ShortAnswer | undefined {
  const lines = back
    .replace(/<br\s*\/?>/gi, "\n")
    .split("\n")
    .filter((line) => line.trim() !== "" && !/^\s*```/.test(line));
  const isChoice = lines.length === 3 && /^\s*(?:or|oder|ou|o)\s*$/i.test(lines[1] ?? "");
  const first = lines[0];
  if (first === undefined || (lines.length > 1 && !isChoice && !isTerseOpening(back, lines)))
    return undefined;
  const text = tidyEnd(plain(first.replace(/^\s*(?:[-*•]|#{1,6})\s+/, "")));
  if (text === "" || chars(text) > MAX_OPTION_CHARS || /[:：]$/.test(text)) return undefined;
  if (ASKS_BACK.test(text)) return undefined;
  const type = answerType(text);
  const isProse = (type === "clause" || type === "phrase") && !isWrittenForMachines(answerForm(text));
  const shown = isProse ? upperFirst(text) : text;
  return { text: shown, type, alternatives: isChoice ? [plain(lines[2] ?? "")] : [] };
}

/** The longest opening line that is an answer with an explanation below it, in characters. */
const MAX_TERSE = 60;

/** "O(log n)", and below it why: the first line answers, the others explain. Not the head of a list or of a program. */
function isTerseOpening(back: string, lines: readonly string[]): boolean {
  const [first = ""] = lines;
  // "**1. Causes**" heads what stands below it.
  if (lines.length > 1 && /^\s*\*\*[^*]+\*\*:?\s*$/.test(first)) return false;
  if (/^\s*(?:#{1,6}|[-*•+>]|\d+[.)])\s|[:：,?？]\s*$|["“]{3}/.test(first) || chars(first) > MAX_TERSE)
    return false;
  if (
    isProgram(lines) ||
    (looksLikeCode(first) && !isFormula(first.trim())) ||
    isUnmarkedList(lines) ||
    splitLabel(first.trim()) !== undefined
  )
    return false;
  if (isRemark(first.trim()) || isPersonal(first.trim())) return false;
  return (
    !YES_NO_OPENING.test(first.trim()) && !/^\s*$/.test(plain(first)) && back.trim().startsWith(first.trim())
  );
}

function verdictOf(front: string, back: string): boolean | undefined {
  const opening = YES_NO_OPENING.exec(back)?.[0];
  // "Is it a mill? Why?": the yes answers the first question.
  const asked = oneQuestion(front) ?? front;
  if (opening === undefined || chars(asked) > MAX_OPTION_CHARS || !/^[^?]+\?$/.test(asked)) return undefined;
  if (/^(?:what|why|how|when|where|who|which)\b|\bor\b/i.test(asked)) return undefined;
  return /^(?:yes|yep|true|sí|oui|ja)/i.test(opening);
}

function definitionOf(
  topic: Topic,
  answer: ShortAnswer | undefined,
  statement: KeyStatement | undefined,
): string | undefined {
  if (topic.term === undefined) return undefined;
  if (statement?.isDefinition) return statement.text;
  if (answer === undefined || (answer.type !== "clause" && answer.type !== "phrase")) return undefined;
  const rest = withoutTerm(topic.term, answer.text);
  return rest === undefined ? answer.text : rest;
}

function entry(card: StudiedCard, text: string | undefined): Entry[] {
  if (text === undefined) return [];
  const { index, front, frames, asked } = card;
  const look = lookOf(text, card);
  return [{ text, card: index, source: front, frames, asked, look, tags: card.card.tags ?? [] }];
}

function frontEntry(card: StudiedCard): Entry[] {
  const reply = replyOf(card) ?? card.facts[0]?.text;
  const question = askableQuestion(card, reply);
  if (reply === undefined || card.asked.length === 0 || chars(question) > MAX_OPTION_CHARS) return [];
  return entry(card, question).map((one) => ({ ...one, look: lookOf(reply, card) }));
}

/** The question of a front that its `reply` answers, as it may stand among others. */
export function askableQuestion({ front, isEnglish }: StudiedCard, reply?: string): string {
  const question = oneQuestion(front, reply) ?? front;
  return isEnglish ? tidyQuestion(question) : question;
}

/** What a card says to its front in one option: the short back, or the statement of a longer one. */
export function replyOf(card: StudiedCard): string | undefined {
  return card.answer?.text ?? card.statement?.text;
}

function factEntries(
  cards: readonly StudiedCard[],
  role: Fact["role"],
  read: (fact: Fact) => string | undefined,
): Entry[] {
  return cards.flatMap((card) =>
    card.facts
      .filter((fact) => fact.role === role && !fact.aside)
      .flatMap((fact) =>
        entry(card, read(fact)).map((one) => ({
          ...one,
          frames: [],
          source: sourceOf(card, fact),
          fact: {
            section: fact.section,
            text: fact.text,
            ...(fact.label !== undefined && { label: fact.label }),
          },
        })),
      ),
  );
}

/** "Multi-head attention · Benefits", or the front where the card has no short name. */
export function sourceOf(card: StudiedCard, fact: Pick<Fact, "section">): string {
  const name = card.topic.name ?? card.front;
  return fact.section === "" || normalise(fact.section) === normalise(name)
    ? name
    : `${name} · ${fact.section}`;
}

function countLabels(cards: readonly StudiedCard[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const card of cards) {
    const seen = new Set(
      card.facts.flatMap((fact) =>
        fact.label === undefined ? [] : [`${fact.group} ${normalise(fact.label)}`],
      ),
    );
    for (const use of seen) {
      const label = use.slice(use.indexOf(" ") + 1);
      uses.set(label, (uses.get(label) ?? 0) + 1);
    }
  }
  return uses;
}

function countSections(cards: readonly StudiedCard[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const card of cards) {
    for (const title of new Set(card.lines.map((line) => normalise(line.section)))) {
      uses.set(title, (uses.get(title) ?? 0) + 1);
    }
  }
  return uses;
}

function countStems(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const one of new Set(contentStems(text))) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  return counts;
}
