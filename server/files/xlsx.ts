import type ExcelJS from "exceljs";
import { zipSync } from "fflate";
import type { Draft, FileProblem } from "./draft";
import { readTable, type TableRow } from "./table";
import { unpackZip } from "./unpack";

/** An Excel workbook: the first sheet that holds anything is the deck. */

/** Sheets become objects many times their size in memory, so less is unpacked here than from a card database. */
const UNPACKED_BYTES = 24 * 1024 * 1024;
const MAX_COLUMNS = 40;
/** The parts that hold cells and their names. Pictures, macros and links to elsewhere are not even unpacked. */
const PARTS =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/sheet\d{1,4}\.xml)$/;
const IGNORED_NODES = [
  "drawing",
  "legacyDrawing",
  "picture",
  "tableParts",
  "hyperlinks",
  "dataValidations",
  "conditionalFormatting",
  "extLst",
];

const WORKBOOK = "xl/workbook.xml";

/** Whether a file of the archive is the workbook or one of its sheets. */
export const isWorkbook = (name: string) => name === WORKBOOK || name.startsWith("xl/worksheets/");

function cellText(cell: ExcelJS.Cell): string {
  const value = cell.value;
  if (value === null || value === undefined) return "";
  if (value instanceof Date)
    return value
      .toISOString()
      .slice(0, value.getUTCHours() === 0 ? 10 : 16)
      .replace("T", " ");
  return cell.text ?? "";
}

function sheetRows(sheet: ExcelJS.Worksheet): TableRow[] {
  const rows: TableRow[] = [];
  sheet.eachRow({ includeEmpty: false }, (row, line) => {
    const width = Math.min(row.cellCount, MAX_COLUMNS);
    const cells = Array.from({ length: width }, (_, at) =>
      cellText(row.getCell(at + 1)).replace(/\r\n?/g, "\n"),
    );
    if (cells.some((cell) => cell.trim())) rows.push({ cells, line });
  });
  return rows;
}

/**
 * The sheets of a workbook that hold anything, in its order. Throws when it is damaged or unpacks to more than `limit`
 * bytes.
 */
export async function workbookSheets(
  bytes: Uint8Array,
  limit: number,
): Promise<{ name: string; rows: TableRow[] }[]> {
  const parts = unpackZip(bytes, (name) => PARTS.test(name), limit);
  if (!parts.has(WORKBOOK)) throw new Error("no workbook in the archive");
  const small = zipSync(Object.fromEntries(parts), { level: 0 });
  // A second's work and 20 MB, which only a workbook needs.
  const { default: excel } = await import("exceljs");
  const workbook = new excel.Workbook();
  await workbook.xlsx.load(small.slice().buffer as ArrayBuffer, { ignoreNodes: IGNORED_NODES });
  const sheets = workbook.worksheets.map((sheet) => ({ name: sheet.name, rows: sheetRows(sheet) }));
  return sheets.filter((sheet) => sheet.rows.length > 0);
}

/** Reads a workbook. Throws when it is damaged or unpacks to more than the limits allow. */
export async function readWorkbook(bytes: Uint8Array): Promise<Draft> {
  const filled = await workbookSheets(bytes, UNPACKED_BYTES);
  const [first, ...others] = filled;
  if (!first) return { title: null, declaredCount: null, cards: [], problems: [] };
  const draft = readTable(first.rows, null);
  const problems: FileProblem[] = others.map((sheet) => ({
    code: "unread-text",
    message: `Only the sheet “${first.name}” was read. The sheet “${sheet.name}” has ${sheet.rows.length} rows of its own.`,
    line: null,
  }));
  return { ...draft, problems: [...problems, ...draft.problems] };
}
