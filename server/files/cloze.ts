import type { DraftCard } from "./draft";
import { htmlToMarkdown } from "./html";

/**
 * Anki's clozes: `{{c1::hidden::hint}}` in a sentence. Each number is a card: the sentence with a gap, and what was in
 * it.
 */

/** The gap in a front. */
const GAP = "_____";
const OPEN = /\{\{c(\d{1,3})::/g;
/** Clozes inside clozes; deeper ones are read as text. */
const MAX_DEPTH = 8;
const MAX_NUMBERS = 50;

/** Whether a text has anything that `clozeCards` would read. */
export const hasCloze = (text: string) => /\{\{c\d{1,3}::/.test(text) && text.includes("}}");

type Span = { number: number; parts: (string | Span)[] };

/** A text with nested clozes → a tree. Unclosed clozes end with the text; stray `}}` stays text. */
function parseSpans(text: string): (string | Span)[] {
  const root: Span = { number: 0, parts: [] };
  const stack: Span[] = [root];
  const top = () => stack.at(-1) ?? root;
  let from = 0;
  for (const match of text.matchAll(/\{\{c(\d{1,3})::|\}\}/g)) {
    const opening = match[1] !== undefined;
    if (opening ? stack.length > MAX_DEPTH : stack.length === 1) continue;
    top().parts.push(text.slice(from, match.index));
    from = match.index + match[0].length;
    if (opening) {
      const span: Span = { number: Number(match[1]), parts: [] };
      top().parts.push(span);
      stack.push(span);
    } else stack.pop();
  }
  top().parts.push(text.slice(from));
  return root.parts;
}

/** The hint after a second `::` is no part of what was hidden. */
const withoutHint = (hidden: string) => hidden.split("::")[0] ?? "";

function shown(parts: readonly (string | Span)[]): string {
  return parts.map((part) => (typeof part === "string" ? part : withoutHint(shown(part.parts)))).join("");
}

function gapped(parts: readonly (string | Span)[], number: number, hidden: string[]): string {
  return parts
    .map((part) => {
      if (typeof part === "string") return part;
      if (part.number !== number) return withoutHint(gapped(part.parts, number, hidden));
      hidden.push(withoutHint(shown(part.parts)).trim());
      return GAP;
    })
    .join("");
}

/** The numbers of the clozes in a text, ascending. */
function clozeNumbers(text: string): number[] {
  const numbers = new Set<number>();
  for (const match of text.matchAll(OPEN)) numbers.add(Number(match[1]));
  return [...numbers].sort((a, b) => a - b).slice(0, MAX_NUMBERS);
}

/**
 * A cloze text (HTML or plain) → one card for each of its numbers, or only for `only`. Gaps with the same number
 * share a card; its back then lists what was hidden, separated by semicolons.
 */
export function clozeCards(text: string, line: number, tags: string[] = [], only?: number): DraftCard[] {
  const parts = parseSpans(text);
  const numbers = clozeNumbers(text).filter((number) => only === undefined || number === only);
  return numbers.map((number) => {
    const hidden: string[] = [];
    const front = htmlToMarkdown(gapped(parts, number, hidden));
    const back = [...new Set(hidden.map(htmlToMarkdown))].filter(Boolean).join("; ");
    return { front, back, line, ...(tags.length ? { tags } : {}) };
  });
}
