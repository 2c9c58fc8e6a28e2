import { randomBytes } from "node:crypto";
import { LIMITS } from "@/contract/limits";
import { hashSecret } from "../room/chance";
import type { ClassSeats } from "../room/ports";
import type { PrismaClient } from "../store/generated/client";
import { hashWords } from "./seat-words";

/**
 * The door of a class's games: its list, and who can prove a seat in it.
 * @param secret of this server, at least 32 characters
 */
export function createClassSeats(db: PrismaClient, secret: string): ClassSeats {
  return {
    async roster(classId) {
      const found = await db.class.findUnique({
        where: { id: classId },
        select: {
          name: true,
          students: { select: { id: true, name: true, proof: true }, orderBy: { name: "asc" } },
        },
      });
      return found ?? { name: "", students: [] };
    },

    byWords: (classId, studentId, words) =>
      db.student.findFirst({
        where: { id: studentId, classId, secretHash: hashWords(secret, studentId, words) },
        select: { id: true, name: true },
      }),

    async byPhone(classId, classSeat) {
      const seat = await db.classSeat.findFirst({
        where: { tokenHash: hashSecret(classSeat), classId, student: { classId } },
        select: { id: true, student: { select: { id: true, name: true } } },
      });
      if (seat) await db.classSeat.updateMany({ where: { id: seat.id }, data: { usedAt: new Date() } });
      return seat?.student ?? null;
    },

    async keepPhone(classId, studentId) {
      const token = randomBytes(32).toString("base64url");
      await db.classSeat.create({ data: { tokenHash: hashSecret(token), classId, studentId } });
      const old = await db.classSeat.findMany({
        where: { studentId },
        orderBy: { usedAt: "desc" },
        skip: LIMITS.phonesPerStudent,
        select: { id: true },
      });
      await db.classSeat.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } });
      return token;
    },
  };
}
