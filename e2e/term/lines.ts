import ExcelJS from "exceljs";
import Papa from "papaparse";
import type pg from "pg";
import type { Exported } from "./reckoning";
import type { TermTeacher } from "./teacher";

/** An answer as it stands in any of the four places, in words that can be compared. */
export type Line = string;
const line = (
  number: unknown,
  student: unknown,
  answer: unknown,
  right: unknown,
  taken: unknown,
  points: unknown,
  rating: unknown,
): Line => [number, student, answer, right, taken, points, rating ?? ""].map(String).join(" | ");
/** Files put an apostrophe before what a spreadsheet would run. */
const plain = (cell: string | undefined) => (cell ?? "").replace(/^'(?=[=+\-@])/, "");

/** As `answers.csv` says them. */
export async function csvLines(teacher: TermTeacher, sessionId: string): Promise<Line[]> {
  const text = await (await teacher.get(`/api/sessions/${sessionId}/answers.csv`)).text();
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  return data
    .map((row) =>
      line(
        row.question,
        plain(row.student),
        plain(row.answer),
        row.correct,
        row.taken_ms,
        row.points,
        row.confidence,
      ),
    )
    .sort();
}

/** As the workbook says them. */
export async function xlsxLines(teacher: TermTeacher, sessionId: string): Promise<Line[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(
    await (await teacher.get(`/api/sessions/${sessionId}/results.xlsx`)).arrayBuffer(),
  );
  const lines: Line[] = [];
  workbook.getWorksheet("answers")?.eachRow((row, number) => {
    const [, question, , student, answer, right, taken, points, , , , , rating] = row.values as unknown[];
    if (number > 1) lines.push(line(question, student, answer, right, taken, points, rating));
  });
  return lines.sort();
}

/** As `results.json` says them. */
export function jsonLines({ answers, rounds, students }: Exported): Line[] {
  const names = new Map(students.map(({ playerId, name }) => [playerId, name]));
  return answers
    .map(({ roundId, playerId, optionId, correct, takenMs, points, confidence }) => {
      const round = rounds.find(({ id }) => id === roundId);
      const text = round?.options.find(({ id }) => id === optionId)?.text;
      return line(round?.number, names.get(playerId), text, correct, takenMs, points, confidence);
    })
    .sort();
}

/** As they are stored. */
export async function storedLines(db: pg.Pool, sessionId: string): Promise<Line[]> {
  const { rows } = await db.query(
    `select r.number, p.name, o->>'text' text, a.correct, a."takenMs" taken, a.confidence,
        case when r.voided then 0 else a.points end points
       from "Answer" a join "Round" r on r.id = a."roundId" join "Player" p on p.id = a."playerId"
       join jsonb_array_elements(r.options) o on o->>'id' = a."optionId"
      where a."sessionId" = $1`,
    [sessionId],
  );
  return rows
    .map((row) => line(row.number, row.name, row.text, row.correct, row.taken, row.points, row.confidence))
    .sort();
}
