import { Readable } from "node:stream";
import { guardRequest, refuse } from "#server/auth/guard-request";
import { writeAnkiPackage } from "#server/files/apkg";
import { toCsv, writeXlsx } from "#server/files/spreadsheet";
import { correctionTrace } from "#server/queries/results/correction-trace";
import { missedBy, missedByClass } from "#server/queries/results/missed-cards";
import { sessionAnalysis, sessionResults } from "#server/queries/results/session-results";
import { resultTable, TABLES } from "#server/queries/results/tables";
import { runtime } from "#server/runtime";
import type { MissedCard, SessionResults } from "@/contract/results";

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
  const results = await sessionResults(runtime().database.prisma, teacher.teacherId, sessionId);
  if (!results) return refuse(404, "There is no such game.");
  const table = TABLES.find((name) => file === `${name}.csv`);
  if (table) {
    const { header, rows } = resultTable(results, table);
    return download(toCsv(header, rows), CSV, results, file);
  }
  switch (file) {
    case "results.xlsx":
      return download(workbook(results), XLSX, results, file);
    case "results.json":
      return download(await everything(results), "application/json", results, file);
    case "missed.csv":
    case "missed.apkg": {
      const cards = await missed(results, new URL(request.url).searchParams.get("student"));
      if (!cards) return refuse(404, "There is no such student in this game.");
      if (file === "missed.apkg")
        return download(await anki(results, cards), "application/octet-stream", results, file);
      const rows = cards.map(({ front, back, answered }) => [front, back, answered]);
      return download(toCsv(["front", "back", "answered"], rows), CSV, results, file);
    }
    default:
      return refuse(404, "There is no such file.");
  }
}

const workbook = (results: SessionResults): ReadableStream<Uint8Array> =>
  Readable.toWeb(
    writeXlsx(TABLES.map((name) => ({ name, ...resultTable(results, name) }))),
  ) as ReadableStream<Uint8Array>;

async function everything(results: SessionResults): Promise<string> {
  const db = runtime().database.prisma;
  const [analysis, corrections] = await Promise.all([
    sessionAnalysis(db, results),
    correctionTrace(db, results),
  ]);
  return JSON.stringify({ ...results, analysis, corrections }, null, 1);
}

/** Null for a student who was not in the game. */
async function missed(results: SessionResults, student: string | null): Promise<MissedCard[] | null> {
  if (student !== null && !results.students.some(({ playerId }) => playerId === student)) return null;
  const analysis = await sessionAnalysis(runtime().database.prisma, results);
  return student === null ? missedByClass(results, analysis) : missedBy(results, analysis, student);
}

/** Its cards keep their identity by the deck's name, so that a later package of the same deck updates them. */
async function anki(results: SessionResults, cards: readonly MissedCard[]): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await writeAnkiPackage(`${results.title}: missed cards`, cards, results.createdAt.getTime());
  return new Uint8Array(bytes);
}

function download(
  body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
  type: string,
  results: SessionResults,
  file: string,
): Response {
  const day = results.createdAt.toISOString().slice(0, 10);
  const name = `${results.title.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60)}-${day}-${file}`;
  return new Response(body, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      "cache-control": "no-store",
    },
  });
}
