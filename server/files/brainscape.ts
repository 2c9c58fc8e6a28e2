import { missingCards } from "./count";
import type { Draft, DraftCard, FileProblem, Recognition, TextFormat } from "./draft";
import { toMarkdown } from "./structure";
import { quote } from "./text";

/**
 * A Brainscape deck page as a person copies it:
 *
 *     Title Flashcards / (17 cards) / 1 / Q / <front> / A / <back> / How well did you know this? / 1 … 5 / 2 / Q / …
 *
 * The menu of the page may stand around it, numbers may be missing, and the ratings may be worded otherwise.
 */

const QUESTION_MARK = /^(Q|Question|Front)[.:]?$/i;
const ANSWER_MARK = /^(A|Answer|Back)[.:]?$/i;
const CARD_NUMBER = /^(?:card |#)?(\d{1,5})[.:]?$/i;
const DECLARED = /^\(?\s*(\d{1,6}) (?:cards?|flashcards?)\s*\)?$/i;
const AUTHOR_LABEL = /^(?:back|answer)\s*(?:\((?:answer|back)\))?\s*:?$/i;
/** The scale below each card. */
const RATINGS = ["1", "2", "3", "4", "5"];
const RATING_WORD_CHARS = 60;
/** A front shorter than this that happens to begin its back says nothing about a cut. */
const CUT_FRONT_CHARS = 20;
/** How much of a cut-off question may be missing. */
const CUT_REST_CHARS = 400;

type Mark = { number: number | null; numberAt: number; questionAt: number };

/** Where cards begin: a number line, then `Q`. On a page with numbers a lone `Q` is part of a card's text. */
function findMarks(lines: readonly string[]): Mark[] {
  const marks: Mark[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (!QUESTION_MARK.test(lines[at] ?? "")) continue;
    let above = at - 1;
    if (lines[above] === "") above--;
    const number = CARD_NUMBER.exec(lines[above] ?? "")?.[1];
    marks.push({
      number: number === undefined ? null : Number(number),
      numberAt: number === undefined ? at : above,
      questionAt: at,
    });
  }
  return marks.some((mark) => mark.number !== null) ? marks.filter((mark) => mark.number !== null) : marks;
}

/** The line of `A` between the sides: the first one that stands alone between blank lines, else the first. */
function answerAt(lines: readonly string[], from: number, to: number): number | null {
  let first: number | null = null;
  for (let at = from; at < to; at++) {
    if (!ANSWER_MARK.test(lines[at] ?? "")) continue;
    if (lines[at - 1] === "" && (lines[at + 1] ?? "") === "") return at;
    first ??= at;
  }
  return first;
}

/**
 * Where the rating scale of a card begins and ends, or null. It is the last run of 1…5 on lines of their own, with
 * at most one short wording after each, in whatever language; the question above it belongs to it.
 */
function ratingAt(lines: readonly string[], from: number, to: number): { start: number; end: number } | null {
  for (let start = to - 1; start >= from; start--) {
    if (lines[start] !== RATINGS[0]) continue;
    const end = scaleEnd(lines, start, to);
    if (end === null) continue;
    let asked = start - 1;
    while (asked > from && lines[asked] === "") asked--;
    const isQuestion = asked >= from && /\?$/.test(lines[asked] ?? "") && (lines[asked] ?? "").length <= 80;
    return { start: isQuestion ? asked : start, end };
  }
  return null;
}

function scaleEnd(lines: readonly string[], start: number, to: number): number | null {
  let at = start;
  for (const step of RATINGS) {
    while (at < to && lines[at] === "") at++;
    if (lines[at] !== step) return null;
    at++;
    while (at < to && lines[at] === "") at++;
    const wording = lines[at] ?? "";
    if (at < to && wording.length <= RATING_WORD_CHARS && !/^\d+$/.test(wording)) at++;
  }
  return at;
}

/** A question without its numbers: the page asks it below every card, so it is a footer even without a scale. */
const BARE_FOOTER = /^how well did you know this\?$/i;

function footerAt(lines: readonly string[], from: number, to: number): number {
  for (let at = from; at < to; at++) if (BARE_FOOTER.test(lines[at] ?? "")) return at;
  return to;
}

/**
 * A front that the page cut off, when its author had repeated the whole question at the head of the back:
 * the card as it was meant, or null.
 */
function restoreCutFront(front: string, back: readonly string[]): { front: string; back: string[] } | null {
  const firstAt = back.findIndex((line) => line.trim());
  const full = back[firstAt]?.trim() ?? "";
  const cut = front.replace(/(…|\.\.\.)$/, "").trimEnd();
  const missing = full.length - cut.length;
  if (cut.length < CUT_FRONT_CHARS || missing <= 0 || missing > CUT_REST_CHARS || !full.startsWith(cut))
    return null;
  let rest = back.slice(firstAt + 1);
  const nextAt = rest.findIndex((line) => line.trim());
  if (nextAt < 0) return null;
  const labelled = AUTHOR_LABEL.test(rest[nextAt]?.trim() ?? "");
  // Without the author's label, a back may well begin with the words of its front ("Osmosis in plants: …"): then
  // only a cut inside a word, or a question mark that the front has lost, shows that something was cut off.
  const insideWord = /^\p{L}/u.test(full.slice(cut.length)) && /\p{L}$/u.test(cut);
  const lostMark = /\?$/.test(full) && !/[.!?:]$/.test(cut);
  if (!labelled && !insideWord && !lostMark) return null;
  rest = rest.slice(labelled ? nextAt + 1 : nextAt);
  return rest.some((line) => line.trim()) ? { front: full, back: rest } : null;
}

function readCard(raw: readonly string[], lines: readonly string[], mark: Mark, to: number): DraftCard {
  const middle = answerAt(lines, mark.questionAt + 1, to);
  const frontLines = raw.slice(mark.questionAt + 1, middle ?? to);
  const backLines = middle === null ? [] : raw.slice(middle + 1, to);
  const front = toMarkdown(frontLines.join("\n").trim());
  const back = toMarkdown(backLines.join("\n"));
  const restored =
    frontLines.filter((line) => line.trim()).length === 1
      ? restoreCutFront(frontLines.join("").trim() || front, backLines)
      : null;
  const line = mark.numberAt + 1;
  if (!restored) return { front, back, line };
  const message = `The question was cut off at ${quote(front.slice(-40), 40)}. Its back repeats it in full, so the front was completed from there and the repetition taken out of the back.`;
  return {
    front: toMarkdown(restored.front),
    back: toMarkdown(restored.back.join("\n")),
    line,
    mended: { code: "front-cut-off", message, before: { front, back } },
  };
}

function readTitle(lines: readonly string[], declaredAt: number | null, firstCard: number): string | null {
  const end = declaredAt ?? firstCard;
  for (let at = end - 1; at >= 0; at--) {
    const line = lines[at] ?? "";
    if (!line) continue;
    if (/flashcards$/i.test(line)) return line.replace(/\s*flashcards$/i, "").trim() || null;
    if (declaredAt !== null || at === 0) return line;
  }
  return null;
}

function read(text: string): Draft {
  const raw = text.split("\n");
  const lines = raw.map((line) => line.trim());
  const marks = findMarks(lines);
  const first = marks[0]?.numberAt ?? lines.length;
  const declaredAt = lines.findIndex((line, at) => at < first && DECLARED.test(line));
  const declared = declaredAt < 0 ? null : Number(DECLARED.exec(lines[declaredAt] ?? "")?.[1]);
  const problems: FileProblem[] = [];
  const cards: DraftCard[] = [];
  for (const [index, mark] of marks.entries()) {
    const next = marks[index + 1]?.numberAt ?? lines.length;
    const rating = ratingAt(lines, mark.questionAt + 1, next);
    const end = rating?.start ?? footerAt(lines, mark.questionAt + 1, next);
    cards.push(readCard(raw, lines, mark, end));
    const after = rating?.end ?? next;
    const left = lines.slice(after, next).filter(Boolean);
    // Below the last card stands the page's own footer; between two cards there should be nothing.
    if (left.length && index < marks.length - 1)
      problems.push({
        code: "unread-text",
        message: `Text between two cards was left out: ${quote(left.join(" "))}.`,
        line: after + 1,
      });
  }
  const numbers = marks.flatMap((mark) => (mark.number === null ? [] : [mark.number]));
  const count = declared === null ? null : missingCards(declared, marks.length, numbers, declaredAt + 1);
  if (count) problems.unshift(count);
  return {
    title: readTitle(lines, declaredAt < 0 ? null : declaredAt, first),
    declaredCount: declared,
    cards,
    problems,
  };
}

function recognise(text: string): Recognition {
  const lines = text.split("\n").map((line) => line.trim());
  const marks = findMarks(lines);
  const numbered = marks.filter((mark) => mark.number !== null).length;
  const answers = lines.filter((line) => ANSWER_MARK.test(line)).length;
  const footer = lines.some((line) => BARE_FOOTER.test(line));
  const declared = lines.some((line) => DECLARED.test(line));
  if (marks.length === 0 || answers === 0) return { score: 0, reason: "no Q and A lines" };
  if (numbered > 0 && (footer || declared))
    return { score: 1, reason: "numbered Q and A lines of a Brainscape page" };
  if (numbered > 0) return { score: 0.9, reason: "numbered Q and A lines" };
  return { score: 0.7, reason: "Q and A on lines of their own" };
}

export const brainscape: TextFormat = { format: "brainscape", recognise, read };
