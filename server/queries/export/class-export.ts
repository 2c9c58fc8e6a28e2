import type { PrismaClient } from "../../store/generated/client";
import { studentExport } from "./student-export";

/**
 * Everything that is kept about a class and its students as the text of one JSON file, student by student, so that it
 * needs no more memory than the largest of them. @returns null when this teacher has no right on the class
 */
export async function classExport(
  db: PrismaClient,
  teacherId: string,
  classId: string,
): Promise<{ name: string; text: AsyncGenerator<string> } | null> {
  const found = await db.class.findFirst({
    where: { id: classId, teachers: { some: { teacherId } } },
    select: {
      ...{ id: true, name: true, createdAt: true, archivedAt: true, retentionDays: true, yearEndsAt: true },
      teachers: { select: { owner: true, addedAt: true, teacher: { select: { name: true } } } },
      homework: { select: { id: true, deckId: true, dueAt: true, createdAt: true } },
      sessions: { select: { id: true, title: true, startedAt: true, endedAt: true } },
      students: { select: { id: true }, orderBy: { name: "asc" } },
    },
  });
  if (!found) return null;
  const { students, ...about } = found;
  async function* text() {
    yield `{"class":${JSON.stringify(about)},"students":[`;
    let between = "";
    for (const { id } of students) {
      const student = await studentExport(db, teacherId, classId, id);
      if (!student) continue;
      yield `${between}\n${JSON.stringify(student)}`;
      between = ",";
    }
    yield "\n]}\n";
  }
  return { name: found.name, text: text() };
}
