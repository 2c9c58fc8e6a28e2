import { CLASS_LIMITS } from "@/contract/class";
import { type Roster, rosterFromRows, rosterFromText } from "../domain/class/roster";
import { readRows } from "./csv";
import { decodeText } from "./text";
import { zipHas } from "./unpack";
import { isWorkbook, workbookSheets } from "./xlsx";

/** A class list is small; what unpacks to more is something else, and must not hold up a running game. */
const UNPACKED_BYTES = 4 * 1024 * 1024;
const SEPARATORS = ["\t", ";", ","] as const;

/** Reads the names out of a CSV file, a text file or an Excel workbook. Never throws: a bad file is a problem. */
export async function readRosterFile(bytes: Uint8Array): Promise<Roster> {
  if (bytes.length > CLASS_LIMITS.rosterBytes)
    return refused("This file is too large for a class list. Save the list of names alone.");
  try {
    if (zipHas(bytes, isWorkbook)) {
      const [first] = await workbookSheets(bytes, UNPACKED_BYTES);
      return first ? rosterFromRows(first.rows.map(({ cells }) => cells)) : NOTHING;
    }
  } catch {
    return refused("This workbook could not be read. Save it again as .xlsx or .csv.");
  }
  const decoded = decodeText(bytes);
  if (!decoded) return refused("This is not a list of names. Choose a .csv, .txt or .xlsx file.");
  const { text } = decoded;
  const first = text.split("\n", 1)[0] ?? "";
  const separator = SEPARATORS.find((mark) => first.includes(mark));
  if (!separator) return rosterFromText(text);
  return rosterFromRows(readRows(text, separator).rows.map(({ cells }) => cells));
}

const refused = (problem: string): Roster => ({ names: [], problems: [problem] });
const NOTHING = refused("There is no name in this file.");
