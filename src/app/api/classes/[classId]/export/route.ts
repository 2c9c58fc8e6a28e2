import { guardRequest, refuse } from "#server/auth/guard-request";
import { inFileName } from "#server/files/file-name";
import { classExport } from "#server/queries/export/class-export";
import { runtime } from "#server/runtime";
import { downloadOf } from "../../../download";

/** Everything that is kept about a class and its students, as JSON. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ classId: string }> },
): Promise<Response> {
  const teacher = await guardRequest(request);
  if (teacher instanceof Response) return teacher;
  const found = await classExport(runtime().database.prisma, teacher.teacherId, (await params).classId);
  if (!found) return refuse(404, "There is no such class.");
  return downloadOf(found.text, `${inFileName(found.name)}.json`, "application/json");
}
