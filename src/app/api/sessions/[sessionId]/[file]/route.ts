import { Readable } from "node:stream";
import { guardRequest, refuse } from "#server/auth/guard-request";
import { toCsv, writeXlsx } from "#server/files/spreadsheet";
import { sessionResults } from "#server/queries/results/session-results";
import { resultTable, TABLES } from "#server/queries/results/tables";
import { runtime } from "#server/runtime";
import type { SessionResults } from "@/contract/results";

/** A session's results as files: `answers.csv`, `students.csv`, `questions.csv`, and all three in `results.xlsx`. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ sessionId: string; file: string }> },
): Promise<Response> {
  const teacher = await guardRequest(request);
  if (teacher instanceof Response) return teacher;
  const { sessionId, file } = await params;
  const table = TABLES.find((name) => file === `${name}.csv`);
  if (!table && file !== "results.xlsx") return refuse(404, "There is no such file.");
  const results = await sessionResults(runtime().database.prisma, teacher.teacherId, sessionId);
  if (!results) return refuse(404, "There is no such game.");
  if (table) {
    const { header, rows } = resultTable(results, table);
    return download(toCsv(header, rows), "text/csv; charset=utf-8", results, file);
  }
  const workbook = writeXlsx(TABLES.map((name) => ({ name, ...resultTable(results, name) })));
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return download(Readable.toWeb(workbook) as ReadableStream<Uint8Array>, type, results, file);
}

function download(
  body: string | ReadableStream<Uint8Array>,
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
