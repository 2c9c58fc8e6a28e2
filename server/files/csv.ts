import Papa from "papaparse";
import type { Draft, FileProblem, Recognition, TextFormat } from "./draft";
import { isNamedHeader, readTable, type TableRow } from "./table";

/** Comma, semicolon, bar and tab separated tables, with quotes, newlines inside cells and header rows. */

const SEPARATORS = [",", ";", "|"] as const;
/** Rows that recognition looks at: enough to be sure, few enough to be quick on any file. */
const SAMPLE_ROWS = 200;
/** A quote that never closes is put right this often; after that all quotes are read as letters. */
const MAX_QUOTE_REPAIRS = 20;
/** Stands for a quotation mark that is a letter, while the table is parsed again. Private use: in no real text. */
const LITERAL_QUOTE = "\ue000";

const newlines = (text: string) => text.split("\n").length - 1;

function parse(text: string, delimiter: string, preview = 0): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(text, { delimiter, newline: "\n", quoteChar: '"', escapeChar: '"', preview });
}

function withLines(data: readonly string[][]): TableRow[] {
  let line = 1;
  return data.map((cells) => {
    const row = { cells: cells.map((cell) => cell.replaceAll(LITERAL_QUOTE, '"')), line };
    line += 1 + cells.reduce((sum, cell) => sum + newlines(cell), 0);
    return row;
  });
}

/**
 * A quote that nothing closes, or that an unrelated quote some lines below seems to close. Loose quotes inside one
 * line ("He said "hi" there") do no harm: the parser reads them as they are meant.
 */
function swallows(error: Papa.ParseError, data: readonly string[][]): boolean {
  if (error.code === "MissingQuotes") return true;
  const cells = data[error.row ?? -1] ?? [];
  return error.code === "InvalidQuotes" && cells.some((cell) => cell.includes("\n") && cell.includes('"'));
}

/**
 * Rows with their lines. A quotation mark that opens and never closes would swallow the rest of the file: it is
 * taken for a letter, the row is reported, and everything below it is read as it stands.
 */
export function readRows(source: string, delimiter: string): { rows: TableRow[]; problems: FileProblem[] } {
  const problems: FileProblem[] = [];
  let text = source.replaceAll(LITERAL_QUOTE, "");
  for (let repair = 0; ; repair++) {
    const parsed = parse(text, delimiter);
    const rows = withLines(parsed.data);
    const open = parsed.errors.find((error) => swallows(error, parsed.data));
    if (!open) return { rows, problems };
    const line = rows[open.row ?? 0]?.line ?? rows.at(-1)?.line ?? 1;
    problems.push({
      code: "unclosed-quote",
      message:
        "A quotation mark opens here and is never closed. It was read as a letter, so that the rows below it were not lost.",
      line,
    });
    if (repair >= MAX_QUOTE_REPAIRS)
      return { rows: withLines(parse(text.replaceAll('"', LITERAL_QUOTE), delimiter).data), problems };
    text = literalQuoteAt(text, line, delimiter);
  }
}

/** Turns the quotation mark that opens the first cell of the row at `line` that is not closed properly into a letter. */
function literalQuoteAt(text: string, line: number, delimiter: string): string {
  let start = 0;
  for (let at = 1; at < line; at++) start = text.indexOf("\n", start) + 1;
  let opened = -1;
  for (let at = start; at < text.length; at++) {
    if (text[at] !== '"') continue;
    const after = text[at + 1];
    if (opened < 0) {
      const before = text[at - 1] ?? "\n";
      if (at === start || before === delimiter || before === "\n") opened = at;
    } else if (after === '"') at++;
    else if (after === undefined || after === delimiter || after === "\n") opened = -1;
    else break;
  }
  const at = opened < 0 ? text.indexOf('"', start) : opened;
  return at < 0
    ? text.replaceAll('"', LITERAL_QUOTE)
    : `${text.slice(0, at)}${LITERAL_QUOTE}${text.slice(at + 1)}`;
}

/** Share of the rows (0–1) that have the usual number of cells, two at least; 0 where one cell is usual. */
function evenness(text: string, delimiter: string): { share: number; width: number; headed: boolean } {
  const { data } = parse(text, delimiter, SAMPLE_ROWS);
  const rows = data.filter((cells) => cells.some((cell) => cell.trim()));
  const counts = new Map<number, number>();
  for (const cells of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [width, count] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [0, 0];
  const headed = isNamedHeader(rows[0] ?? []);
  return { share: width < 2 || rows.length === 0 ? 0 : count / rows.length, width, headed };
}

const NAMES: Record<string, string> = { ",": "comma", ";": "semicolon", "|": "bar", "\t": "tab" };

/** The separator that cuts the text most evenly; narrower tables first, because prose is full of commas. */
function bestSeparator(text: string): { separator: string; share: number; width: number } {
  const tried = SEPARATORS.map((separator) => ({ separator, ...evenness(text, separator) }));
  tried.sort(
    (a, b) => b.share - a.share || SEPARATORS.indexOf(a.separator) - SEPARATORS.indexOf(b.separator),
  );
  return tried[0] ?? { separator: ",", share: 0, width: 0 };
}

const isNamed = (fileName: string, ending: string) => fileName.toLowerCase().endsWith(ending);

function recogniseCsv(text: string, fileName: string): Recognition {
  const best = bestSeparator(text);
  if (best.share === 0)
    return { score: isNamed(fileName, ".csv") ? 0.3 : 0, reason: "no separator in common" };
  const named = isNamed(fileName, ".csv");
  const score = named ? 0.6 + 0.35 * best.share : best.share >= 0.9 ? 0.6 : best.share * 0.4;
  return { score, reason: `${NAMES[best.separator]}-separated table with ${best.width} columns` };
}

function readSeparated(text: string, separator: string): Draft {
  const { rows, problems } = readRows(text, separator);
  const draft = readTable(rows, separator);
  return { ...draft, problems: [...problems, ...draft.problems] };
}

export const csv: TextFormat = {
  format: "csv",
  recognise: recogniseCsv,
  read: (text) => readSeparated(text, bestSeparator(text).separator),
};

function recogniseTsv(text: string, fileName: string): Recognition {
  const { share, width, headed } = evenness(text, "\t");
  if (share === 0) return { score: 0, reason: "no tabs" };
  const quoted = /(^|[\t\n])"[^"]*(""[^"]*)*"(?=[\t\n]|$)/.test(text.slice(0, 100_000));
  const table = width > 2 || quoted || headed || isNamed(fileName, ".tsv");
  return {
    score: table ? 0.65 + 0.25 * share : 0.4 * share,
    reason: `tab-separated table with ${width} columns`,
  };
}

export const tsv: TextFormat = {
  format: "tsv",
  recognise: recogniseTsv,
  read: (text) => readSeparated(text, "\t"),
};
