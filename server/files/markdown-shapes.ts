import type { DraftCard, FileProblem } from "./draft";
import { bodyOf, type MarkdownLine, outdented } from "./markdown-lines";
import { bestPairSeparator, type Separator, splitAnyPair } from "./pairs";
import { toMarkdown } from "./structure";
import { readTable, type TableRow } from "./table";
import { quote } from "./text";

export { type MarkdownLine, markdownLines } from "./markdown-lines";

type Reading = { cards: DraftCard[]; problems: FileProblem[] };

/** One way to write cards in Markdown. `fits` gives 0 (not so) to 0.85 (certainly); `read` takes any lines. */
type Shape = {
  reason: string;
  fits: (lines: readonly MarkdownLine[]) => number;
  read: (lines: readonly MarkdownLine[]) => Reading;
};

const QUESTION =
  /^\s*(?:[-*]\s+)?(?:\*\*|__)?(?:Q|Question|Frage|Pregunta|Domanda)\s?\d{0,4}\s?[:.)](?:\*\*|__)?\s*(.*)$/i;
const ANSWER =
  /^\s*(?:[-*]\s+)?(?:\*\*|__)?(?:A|Answer|Antwort|R[ée]ponse|Respuesta|Risposta)\s?\d{0,4}\s?[:.)](?:\*\*|__)?\s*(.*)$/i;

const text = (lines: readonly MarkdownLine[]) => lines.filter((line) => !line.fenced && line.text.trim());

/** Splits lines at the ones that begin an entry; what stands before the first is dropped. */
function entries<T>(lines: readonly MarkdownLine[], begins: (line: MarkdownLine) => T | null) {
  const found: { head: MarkdownLine; mark: T; body: MarkdownLine[] }[] = [];
  for (const line of lines) {
    const mark = begins(line);
    if (mark !== null) found.push({ head: line, mark, body: [] });
    else found.at(-1)?.body.push(line);
  }
  return found;
}

const pairsQA: Shape = {
  reason: "lines that begin with Q: and A:",
  fits: (lines) => {
    const asked = text(lines).filter((line) => QUESTION.test(line.text)).length;
    const answered = text(lines).filter((line) => ANSWER.test(line.text)).length;
    return asked > 0 && answered > 0 && answered * 2 >= asked ? 0.85 : 0;
  },
  read: (lines) => {
    const found = entries(lines, (line) => (line.fenced ? null : (QUESTION.exec(line.text)?.[1] ?? null)));
    const cards = found.map(({ head, mark, body }) => {
      const end = body.findIndex((line) => line.heading || line.rule);
      const own = end < 0 ? body : body.slice(0, end);
      const at = own.findIndex((line) => !line.fenced && ANSWER.test(line.text));
      const front = [mark, ...own.slice(0, Math.max(0, at)).map((line) => line.text)].join("\n");
      const answer = own[at];
      const first = answer ? { ...answer, text: ANSWER.exec(answer.text)?.[1] ?? "", item: null } : null;
      const back = first ? bodyOf([first, ...own.slice(at + 1)]) : "";
      return { front: toMarkdown(front.trim()), back: toMarkdown(back), line: head.line };
    });
    return { cards, problems: [] };
  },
};

const TABLE_ROW = /^\s*\|.*\|\s*$/;
const TABLE_RULE = /^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)+\|?\s*$/;

function tableCells(line: string): string[] {
  const inner = line.trim().replace(/^\|/, "").replace(/\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll("\\|", "|").trim());
}

const table: Shape = {
  reason: "a Markdown table",
  fits: (lines) => {
    const rows = text(lines).filter((line) => TABLE_ROW.test(line.text)).length;
    const ruled = text(lines).some((line) => TABLE_RULE.test(line.text));
    return ruled && rows >= 3 && rows >= text(lines).length * 0.5 ? 0.84 : 0;
  },
  read: (lines) => {
    const rows: TableRow[] = [];
    let inTable = false;
    let headed = false;
    for (const [at, line] of lines.entries()) {
      const next = lines[at + 1];
      if (TABLE_RULE.test(line.text)) continue;
      if (!line.text.includes("|")) inTable = false;
      // The row above the rule is the header: its names tell which columns are meant, so the first one stays.
      else if (next && TABLE_RULE.test(next.text)) {
        inTable = true;
        if (!headed) rows.push({ cells: tableCells(line.text), line: line.line });
        headed = true;
      } else if (inTable) rows.push({ cells: tableCells(line.text), line: line.line });
    }
    const { cards, problems } = readTable(rows, null, true);
    return { cards, problems };
  },
};

/** Bold lines of their own with text below: the shape of question lists. */
function boldHeads(lines: readonly MarkdownLine[]) {
  const heads = lines.filter((line) => line.bold);
  const asking = heads.filter((line) => /\?\W*$/.test(line.bold ?? ""));
  return { heads, mostlyQuestions: heads.length > 0 && asking.length >= heads.length * 0.8 };
}

/** What an author writes where the answer is still to come. */
const PLACEHOLDER = /^\s*(answer here|todo|tbd|\?+|\.\.\.|…)\s*$/i;

const boldQuestions: Shape = {
  reason: "bold questions with their answers below",
  fits: (lines) => {
    const { heads, mostlyQuestions } = boldHeads(lines);
    return heads.length >= 2 && mostlyQuestions ? 0.82 : heads.length >= 3 ? 0.6 : 0;
  },
  read: (lines) => {
    const { mostlyQuestions } = boldHeads(lines);
    const cards: DraftCard[] = [];
    const problems: FileProblem[] = [];
    for (const { head, mark, body } of entries(lines, (line) => line.bold)) {
      const end = body.findIndex((line) => line.heading || line.rule);
      const back = bodyOf(end < 0 ? body : body.slice(0, end));
      const line = head.line;
      if (mostlyQuestions && !mark.includes("?")) {
        const mend = { kind: "add-card", label: "Take it as a card", front: mark, back, line } as const;
        const message = `${quote(mark)} is no question, where the other bold lines are. It was taken for a heading and left out.`;
        problems.push({ code: "unread-text", message, line, ...(back ? { mend } : {}) });
      } else cards.push({ front: mark, back: PLACEHOLDER.test(back) ? "" : back, line });
    }
    return { cards, problems };
  },
};

type Entry = { head: MarkdownLine; mark: string; body: MarkdownLine[] };

type Listed = { items: (Entry & { section: string | null })[]; outside: MarkdownLine[] };

/** Top items of lists with everything nested below them and the heading they stand under, and the lines outside. */
function listEntries(lines: readonly MarkdownLine[]): Listed {
  const items: Listed["items"] = [];
  const outside: MarkdownLine[] = [];
  let section: string | null = null;
  let open = false;
  for (const line of lines) {
    const nested = !line.text.trim() || line.fenced || /^\s/.test(line.text);
    if (line.heading) {
      section = line.heading.level > 1 ? line.heading.text : null;
      open = false;
    } else if (line.item && line.item.indent < 2) {
      items.push({ head: line, mark: line.item.text, body: [], section });
      open = true;
    } else if (open && nested) items.at(-1)?.body.push(line);
    else {
      open = false;
      if (line.text.trim() && !line.rule) outside.push(line);
    }
  }
  return { items, outside };
}

function asCard({ mark, body }: Entry, separator: Separator) {
  const pair = splitAnyPair(mark, separator);
  const below = outdented(body);
  if (pair) return { front: pair.front, back: below ? `${pair.back}\n\n${below}` : pair.back };
  return below ? { front: mark.replace(/[:：]$/, ""), back: below } : null;
}

const pairList: Shape = {
  reason: "a list with a term and its definition in each item",
  fits: (lines) => {
    const { items, outside } = listEntries(lines);
    if (items.length === 0) return 0;
    const { separator } = bestPairSeparator(items.map((item) => item.mark));
    const good = items.filter((item) => asCard(item, separator)).length / items.length;
    const inList = items.reduce((sum, item) => sum + 1 + text(item.body).length, 0);
    return good >= 0.7 && inList >= outside.length * 2 ? 0.8 : 0;
  },
  read: (lines) => {
    const { items, outside } = listEntries(lines);
    const { separator } = bestPairSeparator(items.map((item) => item.mark));
    const cards: DraftCard[] = [];
    const problems: FileProblem[] = outside.map(({ text: left, line }) => ({
      code: "unread-text",
      message: `This line is no item of the list and was left out: ${quote(left)}.`,
      line,
    }));
    for (const item of items) {
      const card = asCard(item, separator);
      const line = item.head.line;
      const tags = item.section ? { tags: [item.section] } : {};
      if (card) cards.push({ front: toMarkdown(card.front), back: toMarkdown(card.back), line, ...tags });
      else
        problems.push({
          code: "wrong-columns",
          message: `There is no “${separator.name}” between term and definition in ${quote(item.mark)}.`,
          line,
        });
    }
    return { cards, problems };
  },
};

/** The heading level that has the most headings with text directly below, and how many those are. */
function cardLevel(lines: readonly MarkdownLine[]): { level: number; count: number } {
  const counts = new Map<number, number>();
  for (const { mark, body } of entries(lines, (line) => line.heading))
    if (body.some((line) => line.text.trim() && !line.rule))
      counts.set(mark.level, (counts.get(mark.level) ?? 0) + 1);
  const [level, count] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
  return { level, count };
}

const headedBodies: Shape = {
  reason: "headings with text below",
  fits: (lines) => {
    const { count } = cardLevel(lines);
    return count >= 2 ? 0.7 : count === 1 ? 0.3 : 0;
  },
  read: (lines) => {
    const { level } = cardLevel(lines);
    const cards: DraftCard[] = [];
    let section: string | null = null;
    let open: { front: string; line: number; body: MarkdownLine[] } | null = null;
    const close = () => {
      if (open)
        cards.push({
          front: open.front,
          back: bodyOf(open.body),
          line: open.line,
          ...(section ? { tags: [section] } : {}),
        });
      open = null;
    };
    for (const line of lines) {
      const heading = line.heading;
      if (heading && heading.level <= level) {
        close();
        if (heading.level === level) open = { front: heading.text, line: line.line, body: [] };
        else section = heading.level > 1 ? heading.text : null;
      } else open?.body.push(line);
    }
    close();
    return { cards, problems: [] };
  },
};

/** In the order that decides between equal fits. */
export const SHAPES: readonly [Shape, ...Shape[]] = [pairsQA, table, boldQuestions, pairList, headedBodies];
