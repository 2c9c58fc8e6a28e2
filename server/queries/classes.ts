import type { PrismaClient } from "../store/generated/client";

export type ClassToHost = { id: string; name: string };

/** The classes that this teacher may host a game for, by name. */
export function listClassesToHost(db: PrismaClient, teacherId: string): Promise<ClassToHost[]> {
  return db.class.findMany({
    where: { teachers: { some: { teacherId } } },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
}

export async function ownsClass(db: PrismaClient, teacherId: string, classId: string): Promise<boolean> {
  const found = await db.classTeacher.findUnique({ where: { classId_teacherId: { classId, teacherId } } });
  return found !== null;
}
