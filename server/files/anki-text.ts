import { cellToMarkdown } from "./cell";
import { clozeCards, hasCloze } from "./cloze";
import { readRows } from "./csv";
import type { Draft, DraftCard, FileProblem, Recognition, TextFormat } from "./draft";
import { htmlToMarkdown } from "./html";
import { splitTags } from "./table";
import { quote } from "./text";

/** Anki's "Notes in plain text": `#separator:tab` and other headers, then one note a row, fields quoted where needed. */

const HEADER = /^#([a-z ]+):(.*)$/i;
const SEPARATORS: Record<string, string> = {
  tab: "\t",
  comma: ",",
  semicolon: ";",
  space: " ",
  pipe: "|",
  colon: ":",
};

type Headers = Map<string, string>;

function readHeaders(text: string): { headers: Headers; rows: number; rest: string } {
  const headers: Headers = new Map();
  let at = 0;
  let rows = 0;
  for (;;) {
    const end = text.indexOf("\n", at);
    const line = text.slice(at, end < 0 ? text.length : end);
    const match = HEADER.exec(line);
    if (!match) break;
    headers.set((match[1] ?? "").toLowerCase().trim(), (match[2] ?? "").trim());
    rows++;
    if (end < 0) return { headers, rows, rest: "" };
    at = end + 1;
  }
  return { headers, rows, rest: text.slice(at) };
}

/** 0-based place of a column that a header names (`#tags column:4`), or null. */
function columnOf(headers: Headers, name: string): number | null {
  const value = Number(headers.get(`${name} column`));
  return Number.isInteger(value) && value > 0 ? value - 1 : null;
}

function recognise(text: string): Recognition {
  const { headers } = readHeaders(text.slice(0, 10_000));
  if (headers.has("separator") || headers.has("html") || headers.has("notetype column"))
    return { score: 1, reason: "the headers of an Anki export" };
  const clozes = text.slice(0, 200_000).match(/\{\{c\d{1,3}::/g)?.length ?? 0;
  return clozes > 0 ? { score: 0.95, reason: "Anki clozes" } : { score: 0, reason: "no Anki headers" };
}

function read(text: string): Draft {
  const { headers, rows: offset, rest } = readHeaders(text);
  const named = headers.get("separator") ?? "tab";
  const separator = SEPARATORS[named.toLowerCase()] ?? (named.length === 1 ? named : "\t");
  const { rows, problems: quotes } = readRows(rest, separator);
  const problems: FileProblem[] = quotes.map((problem) => ({
    ...problem,
    line: (problem.line ?? 0) + offset,
  }));
  const tagsAt = columnOf(headers, "tags");
  const others = ["guid", "notetype", "deck"].map((name) => columnOf(headers, name));
  const html = headers.get("html")?.toLowerCase() !== "false";
  const side = (cell: string) => (html ? htmlToMarkdown(cell) : cellToMarkdown(cell));
  const cards: DraftCard[] = [];
  for (const row of rows) {
    const line = row.line + offset;
    if (!row.cells.some((cell) => cell.trim())) continue;
    const fields = row.cells.filter((_, at) => at !== tagsAt && !others.includes(at));
    const tags = tagsAt === null ? [] : splitTags(row.cells[tagsAt] ?? "");
    const cloze = fields.find(hasCloze);
    if (cloze !== undefined) {
      cards.push(...clozeCards(cloze, line, tags));
      continue;
    }
    const [front = "", back = ""] = fields;
    if (fields.length < 2)
      problems.push({
        code: "wrong-columns",
        message: `This note has one field only: ${quote(front)}.`,
        line,
      });
    else cards.push({ front: side(front), back: side(back), line, ...(tags.length ? { tags } : {}) });
  }
  const deck = headers.get("deck");
  return { title: deck ? (deck.split("::").at(-1) ?? deck) : null, declaredCount: null, cards, problems };
}

export const ankiText: TextFormat = { format: "anki-text", recognise, read };
