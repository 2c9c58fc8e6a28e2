import type { PrismaClient } from "../store/generated/client";

/** What a teacher may do with a class: everything but end it, or that too; null: nothing, by any route. */
export type Right = "owner" | "co-teacher" | null;

/** The right of this teacher on this class, asked of the database every time: a right that was taken is gone at once. */
export async function rightOn(db: PrismaClient, teacherId: string, classId: string): Promise<Right> {
  const found = await db.classTeacher.findUnique({
    where: { classId_teacherId: { classId, teacherId } },
    select: { owner: true },
  });
  if (!found) return null;
  return found.owner ? "owner" : "co-teacher";
}
