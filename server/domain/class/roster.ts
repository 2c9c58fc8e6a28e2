import { CLASS_LIMITS } from "@/contract/class";

/** Names as a teacher pasted them, or as the rows of a file, and what could not be taken. */
export type Roster = { names: string[]; problems: string[] };

const HEADS = {
  whole:
    /^(name|names|student|students|student name|full name|display name|sch[üu]ler(in)?|nom|nombre|nome)$/i,
  first: /^(first|first name|firstname|given name|forename|vorname|pr[ée]nom|nome proprio)$/i,
  last: /^(last|last name|lastname|surname|family name|nachname|familienname|nom de famille|apellidos?|cognome)$/i,
} as const;
/** A leading number of a register: "7", "7." or "7)". */
const NUMBER = /^\d{1,4}[.)]?$/;

/** Reads pasted names: one a line, or all in one line between commas; a table keeps its columns. */
export function rosterFromText(text: string): Roster {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== "");
  const [only] = lines;
  if (lines.length === 1 && only !== undefined && !only.includes("\t"))
    return rosterFromRows(only.split(/[,;]/).map((name) => [name]));
  const separator = lines.every((line) => line.includes("\t")) ? "\t" : null;
  return rosterFromRows(
    lines.map((line) => {
      const bare = line.trim().replace(/^(\d{1,4}[.)]|[-*•])\s+/, "");
      return separator ? line.split(separator) : bare.includes(";") ? bare.split(";") : [turned(bare)];
    }),
  );
}

/**
 * Reads the rows of a table: by its heads where it has them (a name, or first and last name), else the first column
 * that is not a number. Empty rows are left out; a name that comes twice is taken once and told.
 */
export function rosterFromRows(rows: readonly (readonly string[])[]): Roster {
  const cells = rows.map((row) => row.map((cell) => cell.trim()));
  const head = cells[0] ?? [];
  const at = (pattern: RegExp) => head.findIndex((cell) => pattern.test(cell));
  const [whole, first, last] = [at(HEADS.whole), at(HEADS.first), at(HEADS.last)];
  const headed = whole >= 0 || first >= 0 || last >= 0;
  const nameOf = (row: readonly string[]) => {
    if (first >= 0 || last >= 0) return [row[first], row[last]].filter(Boolean).join(" ");
    if (whole >= 0) return turned(row[whole] ?? "");
    return turned(row.find((cell) => cell !== "" && !NUMBER.test(cell)) ?? "");
  };
  return distinct(cells.slice(headed ? 1 : 0).map(nameOf));
}

/** "Lovelace, Ada" → "Ada Lovelace". */
function turned(name: string): string {
  const [last, first, ...more] = name.split(",").map((part) => part.trim());
  return last && first && more.length === 0 ? `${first} ${last}` : name;
}

function distinct(raw: readonly string[]): Roster {
  const names: string[] = [];
  const problems: string[] = [];
  const known = new Set<string>();
  for (const cell of raw) {
    const name = cleanStudentName(cell);
    if (name === "") continue;
    const key = name.toLocaleLowerCase();
    if (name.length > CLASS_LIMITS.nameChars)
      problems.push(
        `“${name.slice(0, 30)}…” is longer than ${CLASS_LIMITS.nameChars} letters and was left out.`,
      );
    else if (known.has(key)) problems.push(`“${name}” stands there twice; the second was left out.`);
    else if (names.length >= CLASS_LIMITS.students)
      problems.push(
        `“${name}” and those after it were left out: a class holds ${CLASS_LIMITS.students} students.`,
      );
    else {
      known.add(key);
      names.push(name);
    }
    if (names.length >= CLASS_LIMITS.students && problems.length > 0) break;
  }
  return { names, problems };
}

/** A name without control and format characters and with single spaces. */
export function cleanStudentName(raw: string): string {
  return raw
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}]/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
}
