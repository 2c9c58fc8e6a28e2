import { guardRequest, refuse } from "#server/auth/guard-request";
import { inFileName } from "#server/files/file-name";
import { studentExport } from "#server/queries/export/student-export";
import { runtime } from "#server/runtime";
import { downloadOf } from "../../../../../download";

/** Everything that is kept about one student, as JSON. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ classId: string; studentId: string }> },
): Promise<Response> {
  const teacher = await guardRequest(request);
  if (teacher instanceof Response) return teacher;
  const { classId, studentId } = await params;
  const found = await studentExport(runtime().database.prisma, teacher.teacherId, classId, studentId);
  if (!found) return refuse(404, "There is no such student.");
  const text = `${JSON.stringify(found, null, 1)}\n`;
  return downloadOf([text], `${inFileName(found.name)}.json`, "application/json");
}
