import { createHmac } from "node:crypto";
import type { SeatCard, WordsWish } from "@/contract/class";
import { drawWords, normalWords } from "../domain/class/words";
import { cryptoChance } from "../room/chance";
import type { ClassBench } from "./bench";

/**
 * What is kept of a student's two words. There are too few pairs of words for a bare hash: with the server's secret in
 * it, a stolen database alone tells nothing.
 * @param secret of this server, at least 32 characters
 */
export function hashWords(secret: string, studentId: string, typed: string): string {
  return createHmac("sha256", `${secret}/seat words`)
    .update(`${studentId}/${normalWords(typed)}`)
    .digest("base64url");
}

/**
 * Draws new words for one student, for all, or for those who have none. The words before them, and the phones that were
 * let in by them, are good no longer. The only time that the words are known. @returns sorted by name
 */
export async function drawSeatCards(
  { db, classId }: ClassBench,
  secret: string,
  wish: WordsWish,
): Promise<SeatCard[]> {
  const students = await db.student.findMany({
    where: {
      classId,
      ...(typeof wish === "object" ? { id: wish.studentId } : {}),
      ...(wish === "missing" ? { secretHash: null } : {}),
    },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
  const used = new Set<string>();
  const cards = students.map(({ id, name }): SeatCard => {
    let words = drawWords(cryptoChance.random);
    // Two neighbours with the same words would each be able to be the other.
    while (used.has(words)) words = drawWords(cryptoChance.random);
    used.add(words);
    return { studentId: id, name, words };
  });
  await db.$transaction([
    db.classSeat.deleteMany({ where: { studentId: { in: students.map(({ id }) => id) } } }),
    ...cards.map(({ studentId, words }) =>
      db.student.update({
        where: { id: studentId },
        data: { secretHash: hashWords(secret, studentId, words) },
      }),
    ),
  ]);
  return cards;
}
