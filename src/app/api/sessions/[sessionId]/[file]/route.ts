import { guardRequest, refuse } from "#server/auth/guard-request";
import { writeAnkiPackage } from "#server/files/apkg";
import { inFileName } from "#server/files/file-name";
import { toCsv, writeXlsx } from "#server/files/spreadsheet";
import { everythingAsJson } from "#server/queries/results/everything";
import { missedBy, missedByClass } from "#server/queries/results/missed-cards";
import { SessionReading } from "#server/queries/results/session-reading";
import { sessionAnalysis, sessionResults } from "#server/queries/results/session-results";
import { resultTable, TABLES } from "#server/queries/results/tables";
import { runtime } from "#server/runtime";
import type { MissedCard, SessionResults } from "@/contract/results";
import { downloadOf } from "../../../download";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const CSV = "text/csv; charset=utf-8";

/**
 * A session's results as files: `answers.csv`, `students.csv`, `questions.csv`, all three in `results.xlsx`, everything in
 * `results.json`, and the missed cards in `missed.csv` and `missed.apkg`, of one student with `?student=`.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ sessionId: string; file: string }> },
): Promise<Response> {
  const teacher = await guardRequest(request);
  if (teacher instanceof Response) return teacher;
  const { sessionId, file } = await params;
  const db = runtime().database.prisma;
  const session = await SessionReading.open(db, teacher.teacherId, sessionId);
  if (!session) return refuse(404, "There is no such game.");
  const day = session.createdAt.toISOString().slice(0, 10);
  const send = (pieces: Parameters<typeof downloadOf>[0], type: string) =>
    downloadOf(pieces, `${inFileName(session.title)}-${day}-${file}`, type);
  const table = TABLES.find((name) => file === `${name}.csv`);
  if (table) {
    const { header, rows } = resultTable(session, table);
    return send(toCsv(header, rows), CSV);
  }
  switch (file) {
    case "results.xlsx":
      return send(writeXlsx(TABLES.map((name) => ({ name, ...resultTable(session, name) }))), XLSX);
    case "results.json":
      return send(everythingAsJson(db, session), "application/json");
    case "missed.csv":
    case "missed.apkg": {
      const results = await sessionResults(db, teacher.teacherId, sessionId);
      const cards = results && (await missed(results, new URL(request.url).searchParams.get("student")));
      if (!cards) return refuse(404, "There is no such student in this game.");
      if (file === "missed.apkg") return send([await anki(session, cards)], "application/octet-stream");
      const rows = cards.map(({ front, back, answered }) => [front, back, answered]);
      return send(toCsv(["front", "back", "answered"], rows), CSV);
    }
    default:
      return refuse(404, "There is no such file.");
  }
}

/** Null for a student who was not in the game. */
async function missed(results: SessionResults, student: string | null): Promise<MissedCard[] | null> {
  if (student !== null && !results.students.some(({ playerId }) => playerId === student)) return null;
  const analysis = await sessionAnalysis(runtime().database.prisma, results);
  return student === null ? missedByClass(results, analysis) : missedBy(results, analysis, student);
}

/** Its cards keep their identity by the deck's name, so that a later package of the same deck updates them. */
const anki = ({ title, createdAt }: SessionReading, cards: readonly MissedCard[]): Promise<Uint8Array> =>
  writeAnkiPackage(`${title}: missed cards`, cards, createdAt.getTime());
