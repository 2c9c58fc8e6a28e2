import { type Card, MAX_OPTION_CHARS } from "@/contract/question";
import { type AnswerType, answerType } from "./answers";
import { withoutTerm } from "./definition";
import { type Fact, isComplaint, readFacts } from "./facts";
import { sharedFrames } from "./frames";
import { type Languages, languagesOf } from "./language";
import { outline } from "./outline";
import { type Entry, Pool } from "./pool";
import { condense, tidyEnd } from "./sentences";
import { chars, contentStems, normalise, plain, shareContent, upperFirst, words } from "./text";
import { type Topic, topicOf } from "./topic";

/** A back that is short enough to be an option as it stands. */
export type ShortAnswer = { text: string; type: AnswerType; alternatives: string[] };

/** The one text that answers the front of a card with a longer back. */
export type KeyStatement = { text: string; evidence: string; shortened: boolean; isDefinition: boolean };

export type StudiedCard = {
  index: number;
  card: Card;
  front: string;
  back: string;
  topic: Topic;
  frames: readonly string[];
  facts: readonly Fact[];
  answer?: ShortAnswer;
  statement?: KeyStatement;
  /** What defines the card's term, without naming it. */
  definition?: string;
  /** Programs in the back, each as its lines. */
  code: readonly string[][];
  /** Display formulas in the back. */
  formulas: readonly string[];
  /** The front is a sentence with a gap that the back fills. */
  hasGap: boolean;
};

/** Everything that questions need to know about a deck, read once. */
export type StudiedDeck = {
  cards: readonly StudiedCard[];
  languages: Languages;
  /** Cards by normalised front: equal fronts share their right answers. */
  byFront: ReadonlyMap<string, readonly StudiedCard[]>;
  answers: Pool;
  statements: Pool;
  definitions: Pool;
  terms: Pool;
  values: Pool;
  labels: Pool;
  items: Pool;
  /** How many sections of the deck use a label (normalised). */
  labelUse: ReadonlyMap<string, number>;
  /** In how many fronts a stem stands. */
  frontStems: ReadonlyMap<string, number>;
};

const YES_NO_OPENING = /^(?:yes|no|yep|nope|true|false|sí|oui|non|ja|nein)\b[\s,.:;–—-]*/i;
/** A sentence that points back at another one proves nothing alone. */
const ANAPHORA =
  /^(?:this|these|those|that|it|they|he|she|such|here|there|however|but|and|so|thus|hence|therefore|then|also|moreover|furthermore|in addition|additionally|for example|for instance|e\.g\.|in this|in that|the above|as (?:mentioned|shown|above)|finally|another|otherwise|instead|by the way|some of its|see)\b/i;

/** Reads a deck. Linear in its cards; never throws. */
export function studyDeck(cards: readonly Card[]): StudiedDeck {
  const fronts = cards.map((card) => plain(card.front));
  const frames = sharedFrames(fronts);
  const studied = cards.map((card, index) =>
    studyCard(card, index, fronts[index] ?? "", frames[index] ?? []),
  );
  const byFront = new Map<string, StudiedCard[]>();
  for (const card of studied) {
    const key = normalise(card.front);
    byFront.set(key, [...(byFront.get(key) ?? []), card]);
  }
  return {
    cards: studied,
    languages: languagesOf(
      fronts,
      studied.map((card) => card.back),
    ),
    byFront,
    answers: new Pool(studied.flatMap((card) => entry(card, card.answer?.text))),
    statements: new Pool(studied.flatMap((card) => entry(card, card.statement?.text))),
    definitions: new Pool(studied.flatMap((card) => entry(card, card.definition))),
    terms: new Pool(studied.flatMap((card) => entry(card, card.topic.term))),
    values: new Pool(factEntries(studied, "labelled", (fact) => fact.text)),
    labels: new Pool(factEntries(studied, "labelled", (fact) => fact.label)),
    items: new Pool(factEntries(studied, "item", (fact) => fact.text)),
    labelUse: countLabels(studied),
    frontStems: countStems(fronts),
  };
}

function studyCard(card: Card, index: number, front: string, frames: readonly string[]): StudiedCard {
  const sections = outline(card.back);
  const facts = readFacts(card.back);
  const topic = topicOf(card.front);
  const answer = shortAnswer(card.back);
  const statement = answer === undefined ? keyStatement(front, topic, facts) : undefined;
  const definition = definitionOf(topic, answer, statement);
  return {
    index,
    card,
    front,
    back: plain(card.back),
    topic,
    frames,
    facts,
    ...(answer && { answer }),
    ...(statement && { statement }),
    ...(definition !== undefined && { definition }),
    code: sections.flatMap((section) => section.code),
    formulas: sections.flatMap((section) => section.formulas),
    hasGap: /_{2,}|\[\.\.\.\]|\[…\]/.test(front),
  };
}

function shortAnswer(back: string): ShortAnswer | undefined {
  const lines = back
    .replace(/<br\s*\/?>/gi, "\n")
    .split("\n")
    .filter((line) => line.trim() !== "" && !/^\s*```/.test(line));
  const isChoice = lines.length === 3 && /^\s*(?:or|oder|ou|o)\s*$/i.test(lines[1] ?? "");
  const first = lines[0];
  if (first === undefined || (lines.length > 1 && !isChoice)) return undefined;
  const text = tidyEnd(plain(first.replace(/^\s*(?:[-*•]|#{1,6})\s+/, "")));
  if (text === "" || chars(text) > MAX_OPTION_CHARS || /[:：]$/.test(text)) return undefined;
  const type = answerType(text);
  const shown = type === "clause" || type === "phrase" ? upperFirst(text) : text;
  return { text: shown, type, alternatives: isChoice ? [plain(lines[2] ?? "")] : [] };
}

function keyStatement(front: string, topic: Topic, facts: readonly Fact[]): KeyStatement | undefined {
  const asksComplaint = /problem|limit|drawback|disadvantage|issue|challenge|weakness/i.test(front);
  const running = facts.filter(
    (fact) => !fact.aside && (asksComplaint || !isComplaint(fact)) && !YES_NO_OPENING.test(fact.text),
  );
  const definesByLabel = running.find((fact) =>
    /^(?:definition|meaning|definición|définition|bedeutung)$/i.test(fact.label ?? fact.section),
  );
  const candidates = [
    ...(definesByLabel ? [definesByLabel] : []),
    ...running.filter((fact) => fact.role === "statement" && fact.section === "").slice(0, 2),
    ...running.filter((fact) => fact.role === "statement" && shareContent(fact.section, front)).slice(0, 1),
  ];
  for (const [place, fact] of candidates.entries()) {
    if (topic.term !== undefined) {
      const rest = withoutTerm(topic.term, fact.evidence);
      const short = rest === undefined ? undefined : condense(rest, MAX_OPTION_CHARS);
      if (short !== undefined)
        return {
          text: upperFirst(short.text),
          evidence: fact.evidence,
          shortened: short.shortened,
          isDefinition: true,
        };
    }
    if (place > 0 && ANAPHORA.test(fact.text)) continue;
    if (words(fact.text).length < 4) continue;
    return {
      text: fact.text,
      evidence: fact.evidence,
      shortened: fact.shortened,
      isDefinition: topic.term !== undefined,
    };
  }
  return undefined;
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
  return [{ text, card: card.index, source: card.front, frames: card.frames, tags: card.card.tags ?? [] }];
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
        entry(card, read(fact)).map((one) => ({ ...one, frames: [], source: sourceOf(card, fact) })),
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

function countStems(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const one of new Set(contentStems(text))) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  return counts;
}
