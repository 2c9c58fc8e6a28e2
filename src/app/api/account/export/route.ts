import { guardRequest } from "#server/auth/guard-request";
import { zipStream } from "#server/files/zip-stream";
import { teacherExport } from "#server/queries/export/teacher-export";
import { runtime } from "#server/runtime";
import { downloadOf } from "../../download";

/** Everything of the signed-in teacher's, as a zip of JSON files. */
export async function GET(request: Request): Promise<Response> {
  const teacher = await guardRequest(request);
  if (teacher instanceof Response) return teacher;
  const files = teacherExport(runtime().database.prisma, teacher.teacherId);
  const day = new Date().toISOString().slice(0, 10);
  return downloadOf(zipStream(files), `Deckdash-${day}.zip`, "application/zip");
}
