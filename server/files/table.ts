import { cellToMarkdown } from "./cell";
import type { Draft, DraftCard, FileProblem } from "./draft";
import { quote } from "./text";

/** Rows of a table (CSV, TSV, a spreadsheet, a Markdown table) → cards: which row is the header, which column is what. */

export type TableRow = { cells: string[] /** 1-based line of the source. */; line: number };

const FRONT_NAMES =
  /^(front|question|questions|term|word|prompt|q|key|frage|fragen|begriff|wort|vorderseite|vokabel|recto|mot|terme|anverso|pregunta|t[ée]rmino|palabra|fronte|domanda|termine|voorkant|vraag|pytanie)$/i;
const BACK_NAMES =
  /^(back|answer|answers|definition|meaning|translation|a|correct|antwort|antworten|r[üu]ckseite|bedeutung|[üu]bersetzung|erkl[äa]rung|verso|r[ée]ponse|d[ée]finition|traduction|reverso|respuesta|definici[óo]n|significado|traducci[óo]n|retro|risposta|definizione|significato|achterkant|antwoord|odpowied[źz])$/i;
const TAG_NAMES = /^(tags?|category|categories|kategorie|chapter|topic|thema|kapitel|schlagw[öo]rter)$/i;
/** Columns that hold no side of a card: identifiers, pictures, sources. */
const OTHER_NAMES =
  /^(guid|id|no\.?|nr\.?|#|number|index|picture|image|images|img|bild|audio|sound|url|source|licen[cs]e|source & license|notetype|deck|created|modified|due)$/i;

/** Vocabulary lists are headed by their two languages. */
const LANGUAGE_NAMES =
  /^(english|german|french|spanish|italian|latin|portuguese|dutch|polish|russian|greek|chinese|japanese|englisch|deutsch|franz[öo]sisch|spanisch|italienisch|latein|anglais|allemand|fran[çc]ais|espagnol|ingl[ée]s|alem[áa]n|franc[ée]s|espa[ñn]ol|inglese|tedesco|francese|spagnolo|italiano)$/i;

type Columns = { front: number; back: number; tags: number | null; hasHeader: boolean };

/** Few enough to be sure that a deviating first row is chance, enough for a small deck. */
const ROWS_TO_JUDGE = 4;

const filled = (row: TableRow) => row.cells.some((cell) => cell.trim() !== "");

/** A first row that is set apart by its own style: all lower-case names over capitalised data, or words over numbers. */
function looksLikeHeader(first: TableRow, rest: readonly TableRow[]): boolean {
  const names = first.cells.map((cell) => cell.trim());
  if (rest.length < ROWS_TO_JUDGE || names.length < 2 || names.some((name) => !name || name.length > 40))
    return false;
  if (new Set(names).size < names.length) return false;
  const column = (at: number) => rest.map((row) => (row.cells[at] ?? "").trim()).filter(Boolean);
  const share = (values: string[], test: RegExp) =>
    values.length === 0 ? 0 : values.filter((value) => test.test(value)).length / values.length;
  const overNumbers = names.some(
    (name, at) => !/\d/.test(name) && share(column(at), /^[-+]?[\d.,\s]+%?$/) >= 0.9,
  );
  const lowerNames = names.every((name) => /^[a-z][a-z0-9 _:.-]*$/.test(name));
  return overNumbers || (lowerNames && share(column(0), /^[^\p{Ll}]/u) >= 0.8);
}

function chooseColumns(rows: readonly TableRow[], knownHeader: boolean): Columns {
  const first = rows[0];
  const names = first?.cells.map((cell) => cell.trim()) ?? [];
  const find = (pattern: RegExp, not = -1) => names.findIndex((name, at) => at !== not && pattern.test(name));
  const front = find(FRONT_NAMES);
  const back = find(BACK_NAMES, front);
  const tags = find(TAG_NAMES);
  const others = names.filter((name) => OTHER_NAMES.test(name) || TAG_NAMES.test(name)).length;
  const languages = names.length >= 2 && names.every((name) => LANGUAGE_NAMES.test(name));
  const named = (front >= 0 && back >= 0) || (names.length > 2 && others >= 2) || languages;
  if (!first || !(knownHeader || named || looksLikeHeader(first, rows.slice(1)))) {
    const shift = names.length > 2 && isCounter(rows) ? 1 : 0;
    return { front: shift, back: shift + 1, tags: null, hasHeader: false };
  }
  const content = names.flatMap((name, at) => (OTHER_NAMES.test(name) || TAG_NAMES.test(name) ? [] : [at]));
  const chosenFront = front >= 0 ? front : (content.find((at) => at !== back) ?? 0);
  const chosenBack = back >= 0 ? back : (content.find((at) => at !== chosenFront) ?? 1);
  return { front: chosenFront, back: chosenBack, tags: tags < 0 ? null : tags, hasHeader: true };
}

/** True for a row that names its columns "front" and "back" or the like: a table, then, not a list of cards. */
export function isNamedHeader(cells: readonly string[]): boolean {
  const front = cells.findIndex((cell) => FRONT_NAMES.test(cell.trim()));
  return front >= 0 && cells.some((cell, at) => at !== front && BACK_NAMES.test(cell.trim()));
}

/** A first column that only counts the rows: 1, 2, 3 … */
function isCounter(rows: readonly TableRow[]): boolean {
  const start = Number(rows[0]?.cells[0]?.trim() || Number.NaN);
  return (
    rows.length > 1 &&
    (start === 0 || start === 1) &&
    rows.every((row, at) => Number(row.cells[0]) === start + at)
  );
}

/** How many cells most rows have, counted without empty cells at the end. */
function usualWidth(rows: readonly TableRow[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const width = row.cells.findLastIndex((cell) => cell.trim() !== "") + 1;
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

function extraColumns(columns: Columns, header: TableRow | null, width: number): FileProblem | null {
  if (width <= 2) return null;
  const name = (at: number) => (header ? quote(header.cells[at] ?? "", 30) : `column ${at + 1}`);
  const asTags = columns.tags === null ? "" : ` and ${name(columns.tags)} as tags`;
  if (width === 3 && columns.tags !== null) return null;
  return {
    code: "extra-columns",
    message: `The table has ${width} columns: ${name(columns.front)} was taken as front, ${name(columns.back)} as back${asTags}. The others were left out.`,
    line: header?.line ?? null,
  };
}

/**
 * Reads rows into cards. A row with one filled cell, where others have two, is reported with its line; a row
 * wider than the rest keeps its surplus in the back when the table has two columns and the reader says that
 * its separator may stand inside a text (`joinWith`). `knownHeader`: the format itself marks the first row as one.
 */
export function readTable(rows: readonly TableRow[], joinWith: string | null, knownHeader = false): Draft {
  const used = rows.filter(filled);
  const columns = chooseColumns(used, knownHeader);
  const header = columns.hasHeader ? (used[0] ?? null) : null;
  const body = header ? used.slice(1) : used;
  const width = Math.max(usualWidth(body), header ? header.cells.filter((cell) => cell.trim()).length : 0);
  const problems: FileProblem[] = [];
  const extra = extraColumns(columns, header, width);
  if (extra) problems.push(extra);
  const cards: DraftCard[] = [];
  for (const { cells, line } of body) {
    let back = cells[columns.back] ?? "";
    const surplus = cells.slice(Math.max(width, columns.back + 1)).filter((cell) => cell.trim());
    if (surplus.length > 0) {
      const joined = joinWith !== null && width === 2;
      if (joined) back = [back, ...cells.slice(2)].join(joinWith).trimEnd();
      problems.push({
        code: "wrong-columns",
        message: `This row has ${cells.length} cells where the others have ${width}. ${
          joined
            ? "Everything after the first was taken as the back."
            : `Left out: ${quote(surplus.join(" · "))}.`
        } Put quotes round a text that holds the separator.`,
        line,
      });
    }
    const tags = columns.tags === null ? [] : splitTags(cells[columns.tags] ?? "");
    cards.push({
      front: cellToMarkdown(cells[columns.front] ?? ""),
      back: cellToMarkdown(back),
      line,
      ...(tags.length ? { tags } : {}),
    });
  }
  return { title: null, declaredCount: null, cards, problems };
}

/** "a, b; c" → ["a", "b", "c"]; tags without commas are separated by spaces, as Anki does. */
export function splitTags(cell: string): string[] {
  const parts = /[,;]/.test(cell) ? cell.split(/[,;]/) : cell.split(/\s+/);
  return [...new Set(parts.map((tag) => tag.trim()).filter(Boolean))];
}
