import { randomBytes } from "node:crypto";
import type { ClassAnswer } from "@/contract/class";
import { hashSecret } from "../room/chance";
import { type ClassBench, DONE, NOT_HERE } from "./bench";

/**
 * A new secret link to a student's practice page, 256 bits, shown once; the one before it stops working.
 * @returns null when the student is not in this class
 */
export async function newPracticeLink(
  { db, classId }: ClassBench,
  studentId: string,
): Promise<string | null> {
  const token = randomBytes(32).toString("base64url");
  const { count } = await db.student.updateMany({
    where: { id: studentId, classId },
    data: { linkHash: hashSecret(token) },
  });
  return count === 1 ? token : null;
}

/** The student's link stops working, and there is no other. */
export async function revokePracticeLink(
  { db, classId }: ClassBench,
  studentId: string,
): Promise<ClassAnswer> {
  const { count } = await db.student.updateMany({
    where: { id: studentId, classId },
    data: { linkHash: null },
  });
  return count === 1 ? DONE : NOT_HERE;
}
