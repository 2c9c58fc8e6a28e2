import { MAX_PROMPT_CHARS } from "@/contract/question";
import { needsContext, pointsBack } from "../alone";
import type { Fact } from "../facts";
import { oneQuestion } from "../front";
import type { GapSentence } from "../gaps";
import { isFacet, isTelling } from "../labels";
import { splitLabel } from "../outline";
import { sentences } from "../sentences";
import type { StudiedCard, StudiedDeck } from "../study";
import {
  bare,
  chars,
  containsPhrase,
  contentStems,
  normalise,
  shareContent,
  upperFirst,
  words,
} from "../text";

export const GAP = "_____";
/** Fewer words on each side of a gap leave it open. */
const MIN_REACH = 8;
const ANY_GAP = /_{2,}|\[\.\.\.\]|\[…\]/;

/**
 * The front as a prompt, or the part of it that asks; undefined where none fits a phone. A longer back answers one of
 * several questions: the one that `answer` is about, or the first.
 */
export function frontPrompt(card: StudiedCard, answer?: string): string | undefined {
  if (card.front === "") return undefined;
  if (card.answer === undefined) {
    const one = oneQuestion(card.front, answer);
    if (one !== card.front) return one !== undefined && fits(one) ? one : undefined;
  }
  if (fits(card.front)) return card.front;
  if (card.hasGap) {
    const sentence = sentences(card.front).find((part) => ANY_GAP.test(part)) ?? card.front;
    return fits(sentence) ? sentence : roundTheGap(sentence);
  }
  return sentences(card.front).find((part) => fits(part) && part.endsWith("?"));
}

/**
 * "push (stack)", "size of a byte", in a deck of one language: a note that asks nothing when it is read aloud. Nor does "Add an element to a
 * queue.", where the answer `isOrder` of growth.
 */
export function askedAloud(front: string, deck: StudiedDeck, isOrder = false): string {
  const isOneLanguage = deck.languages.english && deck.languages.front === deck.languages.back;
  const isNote = /^\p{Ll}[^?!.:_…]*$/u.test(front) && words(front).length > 1;
  const isTold = isOrder && !/[?:_…]/.test(front) && words(front).length > 1;
  const asked = goesWith(front.replace(/\.$/, ""));
  return isOneLanguage && (isNote || isTold) && fits(asked) ? asked : front;
}

function goesWith(text: string): string {
  return `Which of these goes with ${quoted(text)}?`;
}

/** The clauses round a gap, as many as fit; "…" stands where the sentence goes on. */
function roundTheGap(sentence: string): string | undefined {
  const clauses = sentence.split(/(?<=[,;:])\s+/);
  let from = clauses.findIndex((clause) => ANY_GAP.test(clause));
  let to = from + 1;
  const window = (low: number, high: number) =>
    `${low > 0 ? "… " : ""}${clauses.slice(low, high).join(" ")}${high < clauses.length ? " …" : ""}`;
  if (from < 0) return undefined;
  if (!fits(window(from, to))) return wordsRoundTheGap(sentence);
  for (;;) {
    if (from > 0 && fits(window(from - 1, to))) from--;
    else if (to < clauses.length && fits(window(from, to + 1))) to++;
    else return window(from, to);
  }
}

/** Titles that say nothing without their card. */
const DEPENDENT_TITLE =
  /^(?:(?:how|why|what|when|where|for|vs|overall|in)\b.*|.*\b(?:benefits?|advantages?|disadvantages?|properties|limitations?|components?|innovations?|insights?|trade-?offs?|overview|summary|steps?|process|features?|uses?|applications?|differences?|idea|definition|factors?|formula|impact|examples?|pros|cons|notes?|details?|types?|analogy))$/i;

/** As many words before and after the gap as a phone shows, in equal parts. */
function wordsRoundTheGap(sentence: string): string | undefined {
  const parts = sentence.split(/\s+/);
  const gap = parts.findIndex((part) => ANY_GAP.test(part));
  for (let reach = parts.length; reach >= MIN_REACH; reach--) {
    const low = Math.max(0, gap - reach);
    const high = Math.min(parts.length, gap + reach + 1);
    const text = `${low > 0 ? "… " : ""}${parts.slice(low, high).join(" ")}${high < parts.length ? " …" : ""}`;
    if (fits(text)) return text;
  }
  return undefined;
}

/** A longer line that a list stands under is a sentence or a formula, and heads nothing. */
const MAX_TITLE_WORDS = 8;

/** "To remove a sail, run:", "The main worries were:" lead to what stands below them and name nothing. */
const LEAD =
  /^(?:to|if|when|once|after|before|then|like|for example|in order|these|this|here|note)\s|,\s|\b(?:you|we|whether)\b|\s(?:who|that|is|are|was|were|includes?|included|consider|argue|follows?)$/i;

/** True for a line that can head what stands under it. */
export function isTitle(text: string): boolean {
  return text !== "" && words(text).length <= MAX_TITLE_WORDS && !text.includes("=") && !LEAD.test(text);
}

/** "Multi-head attention · Benefits": where in the deck the question is, for the head of a prompt. */
export function heading(
  card: StudiedCard,
  fact: Pick<Fact, "section" | "subject">,
  deck: StudiedDeck,
): string {
  const section = fact.subject ?? (isTitle(fact.section) ? fact.section : "");
  const isUnique = section !== "" && deck.sectionUse.get(normalise(section)) === 1;
  const isWhole = isUnique && !DEPENDENT_TITLE.test(section);
  if (isWhole && (card.topic.name === undefined || fact.subject !== undefined)) return section;
  const name = card.topic.name ?? card.topic.heading ?? oneQuestion(card.front) ?? card.front;
  if (section === "" || containsPhrase(name, section)) return name;
  if (isUnique && ((isWhole && hasAcronym(section)) || namesSubject(section, name))) return section;
  if (/^(?:vs\.?|versus|compared (?:to|with))\s/i.test(section) && !isQuestion(name))
    return `${name} ${section}`;
  return under(name, section, deck);
}

/** "RNN training" says by itself whose training it is. */
function hasAcronym(section: string): boolean {
  return /\p{Lu}{2}/u.test(section) && words(section).length > 1;
}

/** "How mills work" and "Mill repair", on a card about mills, need not be told that they are about mills. */
function namesSubject(section: string, name: string): boolean {
  const own = new Set(contentStems(name));
  const said = new Set(contentStems(section));
  const shared = [...said].filter((one) => own.has(one)).length;
  return shared < said.size && shared * 2 >= Math.max(1, own.size) && shared > 0;
}

/** One more step down: a name goes on with a dot, a whole question or sentence with "Under …". */
export function under(head: string, section: string, deck: StudiedDeck): string {
  if (!/[?!.]$|Under “[^”]*”$/.test(head)) return `${head} · ${section}`;
  if (/”$/.test(head)) return `${head.slice(0, -1)} · ${section}”`;
  return deck.languages.english ? `${head} Under “${singleQuoted(section)}”` : `${head} (${section})`;
}

/** A label of two words, an abbreviation or a name as programs have it means the same without its card; "root" and "Data" do not. */
function isSpecific(label: string): boolean {
  return words(label).length >= 2 || /\p{L}\p{Lu}|[\d_()]/u.test(label);
}

/**
 * A question about a labelled line under its heading. Where only the whole front could head it, two questions would
 * stand in a row: then it is asked alone, or, with a label that says nothing alone, not at all.
 */
export function askUnder(
  card: StudiedCard,
  fact: Pick<Fact, "section" | "subject" | "label">,
  deck: StudiedDeck,
  question: string,
): string | undefined {
  const head = heading(card, fact, deck);
  // "Axle: which description fits “Axle”?" says the same twice.
  const label = bare(fact.label ?? "");
  if (containsPhrase(head, label) && words(head).length <= words(label).length + 1)
    return upperFirst(question);
  if (!isQuestion(head)) return ask(head, question);
  if (isSpecific(fact.label ?? "")) return upperFirst(question);
  // "Which stones and sails has a mill?": the front itself asks for the label.
  return containsPhrase(head, fact.label ?? "") ? ask(head, question) : undefined;
}

/** A heading and what is asked under it, joined as a person would punctuate. */
export function ask(head: string, rest: string): string {
  return /[?!.:]$|[?!.] \([^()]*(?:\([^()]*\))?[^()]*\)$/.test(head)
    ? `${head} ${/^wh(?:ich|at)\s/.test(rest) ? `W${rest.slice(1)}` : upperFirst(rest)}`
    : `${head}: ${rest}`;
}

/**
 * A sentence with a gap under its heading, or alone where it needs none; undefined where a listener could not tell what
 * it speaks of. A line `label: value` is no sentence: its label joins the heading, and the prompt asks what is `missing`
 * from its value. `isLast` where the card has no other question: then a whole question may head any whole sentence.
 */
export function gapPrompt(
  card: StudiedCard,
  sentence: GapSentence,
  gapped: string,
  deck: StudiedDeck,
  missing: "number" | "word" | "year",
  isLast = false,
): string | undefined {
  const head = gapHeading(card, sentence, deck);
  const line = deck.languages.english ? splitLabel(gapped) : undefined;
  const [, alone] = /^_{2,}\s*[:–—-]\s+(.+)$/s.exec(gapped) ?? [];
  if (deck.languages.english && (alone !== undefined || (line && ANY_GAP.test(line.label)))) {
    // "The great mill (_____): burnt down": a listener hears a line, and is asked for its gap.
    const question =
      alone === undefined
        ? `which ${missing} is missing in ${quoted(gapped)}?`
        : `which ${missing} goes with ${quoted(alone)}?`;
    // A year tells of itself what it is about; words do where the front says them too.
    if (isQuestion(head) && missing === "word" && !shareContent(card.front, gapped)) return undefined;
    const asked = isQuestion(head) ? upperFirst(question) : ask(head, question);
    return fits(asked) ? asked : undefined;
  }
  if (line !== undefined) {
    // A question and a label are two things asked at once; a telling label asks alone.
    const above = !isQuestion(head) ? under(head, line.label, deck) : upperFirst(line.label);
    if (isQuestion(head) && (!isTelling(line.label, deck) || isFacet(line.label))) return undefined;
    const asked = ask(above, `which ${missing} is missing in ${quoted(line.text)}?`);
    return fits(asked) ? asked : undefined;
  }
  if (!deck.languages.english) {
    const whole = ask(head, gapped);
    return fits(whole) ? whole : fits(gapped) && !pointsBack(sentence.text) ? gapped : undefined;
  }
  if (namesItself(head, gapped)) return fits(gapped) ? upperFirst(gapped) : undefined;
  // Behind a question stands its answer, and nothing that only goes on from there.
  const isWhole = !needsContext(saidOf(card, sentence.text));
  const isUnderstood = sentence.opens || (isWhole && (isLast || !isQuestion(head)));
  const whole = ask(head, gapped);
  if (isUnderstood && fits(whole)) return whole;
  const isAlone = !needsContext(sentence.text) && shareContent(card.front, sentence.text);
  return isAlone && fits(gapped) ? upperFirst(gapped) : undefined;
}

/** Above the sentence that answers it stands the question, where the card's subject has no short name. */
function gapHeading(card: StudiedCard, sentence: GapSentence, deck: StudiedDeck): string {
  const isAnswer = sentence.opens && sentence.section === "" && card.topic.name === undefined;
  return (isAnswer ? oneQuestion(card.front) : undefined) ?? heading(card, sentence, deck);
}

/** Under the name of a thing "It" is that thing. */
function saidOf(card: StudiedCard, sentence: string): string {
  return card.topic.term === undefined ? sentence : sentence.replace(/^(?:It|They)\s/, `${card.topic.term} `);
}

/** True for a heading that is a whole question or sentence. */
export function isQuestion(head: string): boolean {
  return /[?!.][”)]?$/.test(head);
}

/** "MAC: MAC is …": a sentence that opens with its heading needs none. */
function namesItself(head: string, sentence: string): boolean {
  return ` ${normalise(bare(sentence))} `.startsWith(` ${normalise(bare(head))} `);
}

/** True where a phone shows the whole prompt. */
export function fits(prompt: string): boolean {
  return chars(prompt) <= MAX_PROMPT_CHARS;
}

/** `“text”`; quotation marks inside become single ones, and a text that is one quotation stays as it is. */
export function quoted(text: string): string {
  return /^(?:“[^“”]*”|"[^"]*")$/.test(text) ? text : `“${singleQuoted(text)}”`;
}

function singleQuoted(text: string): string {
  return text
    .replace(/"([^"]*)"/g, "‘$1’")
    .replace(/“/g, "‘")
    .replace(/”/g, "’");
}
