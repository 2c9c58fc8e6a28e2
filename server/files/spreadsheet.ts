import { once } from "node:events";
import { PassThrough, type Readable } from "node:stream";
import ExcelJS from "exceljs";
import Papa from "papaparse";

/** Tables out: CSV and XLSX that open right in Excel, whatever a student typed as a name. */

export type Cell = string | number | boolean | null;

/**
 * A text cell that begins like a formula would be run by the spreadsheet that opens it (OWASP, "CSV Injection");
 * an apostrophe in front makes it text. Numbers are left alone, so that -5 stays a number.
 */
const FORMULA_START = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
/** Without it Excel takes UTF-8 for the computer's own encoding and spoils every accent. */
const BYTE_ORDER_MARK = "\ufeff";

/** Rows that travel together: enough to be worth a packet, few enough to forget. */
const ROWS_AT_ONCE = 500;

/**
 * Header and rows → CSV text piece by piece, with a byte order mark, CRLF line ends and quotes where needed. `null` is an
 * empty cell.
 */
export async function* toCsv(
  header: readonly string[],
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
): AsyncGenerator<string> {
  const lines = (table: Cell[][]) =>
    `${Papa.unparse(table, { newline: "\r\n", escapeFormulae: FORMULA_START })}\r\n`;
  yield BYTE_ORDER_MARK + lines([[...header]]);
  let waiting: Cell[][] = [];
  for await (const row of rows) {
    waiting.push([...row]);
    if (waiting.length < ROWS_AT_ONCE) continue;
    yield lines(waiting);
    waiting = [];
  }
  if (waiting.length > 0) yield lines(waiting);
}

export type Sheet = {
  /** Excel allows 31 characters and none of []:*?/\ in it; others are replaced. */
  name: string;
  header: readonly string[];
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
};

const SHEET_NAME_CHARS = 31;
/** A cell holds no more than this; Excel calls a longer one damage. */
const CELL_CHARS = 32_767;
// XML 1.0 has no place for these, and one of them makes the whole workbook unreadable.
const NOT_XML = /(?![\t\n\r])[\p{Cc}\p{Surrogate}\ufffe\uffff]/gu;
const WIDEST_COLUMN = 60;

function sheetName(name: string, taken: Set<string>): string {
  const base =
    name
      .replace(/[[\]:*?/\\]/g, " ")
      .replace(/^'+|'+$/g, "")
      .trim() || "Sheet";
  for (let copy = 1; ; copy++) {
    const suffix = copy === 1 ? "" : ` (${copy})`;
    const candidate = base.slice(0, SHEET_NAME_CHARS - suffix.length) + suffix;
    if (taken.has(candidate.toLowerCase())) continue;
    taken.add(candidate.toLowerCase());
    return candidate;
  }
}

const cellValue = (cell: Cell) =>
  typeof cell === "string" ? cell.replace(NOT_XML, "").slice(0, CELL_CHARS) : cell;

async function fill(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  sheets: readonly Sheet[],
  out: PassThrough,
): Promise<void> {
  const taken = new Set<string>();
  const gone = new AbortController();
  out.once("close", () => gone.abort());
  for (const { name, header, rows } of sheets) {
    const sheet = workbook.addWorksheet(sheetName(name, taken), { views: [{ state: "frozen", ySplit: 1 }] });
    sheet.columns = header.map((title) => ({
      width: Math.min(WIDEST_COLUMN, Math.max(10, title.length + 4)),
    }));
    const top = sheet.addRow(header.map(cellValue));
    top.font = { bold: true };
    top.commit();
    for await (const row of rows) {
      // What is not fetched would pile up: a slow download waits here, and one that was broken off reads no further.
      gone.signal.throwIfAborted();
      if (out.writableNeedDrain) await once(out, "drain", { signal: gone.signal });
      sheet.addRow(row.map(cellValue)).commit();
    }
    sheet.commit();
  }
  await workbook.commit();
}

/**
 * Sheets → the bytes of a workbook, as a stream: rows are encoded and packed as they are read, so that a long
 * history never stands in memory as a table. Text is stored as text, never as a formula. An error in `rows` destroys
 * the stream with it.
 */
export function writeXlsx(sheets: readonly Sheet[]): Readable {
  const out = new PassThrough();
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: out,
    useStyles: true,
    useSharedStrings: false,
  });
  fill(workbook, sheets, out).catch((error: Error) => out.destroy(error));
  return out;
}
