import { createHmac } from "node:crypto";
import type { SeatCard, SeatProof, WordsWish } from "@/contract/class";
import { drawPictures } from "../domain/class/pictures";
import { drawWords, normalWords } from "../domain/class/words";
import { cryptoChance } from "../room/chance";
import type { ClassBench } from "./bench";

/**
 * What is kept of a student's two words, or of the names of their four pictures. There are too few of either for a bare
 * hash: with the server's secret in it, a stolen database alone tells nothing.
 * @param secret of this server, at least 32 characters
 */
export function hashWords(secret: string, studentId: string, typed: string): string {
  return createHmac("sha256", `${secret}/seat words`)
    .update(`${studentId}/${normalWords(typed)}`)
    .digest("base64url");
}

const DRAW = { words: drawWords, pictures: drawPictures };

/**
 * Draws new words or pictures for one student, for all, or for those who have none. What was drawn before, and the phones
 * that were let in by it, is good no longer. The only time that they are known. @returns sorted by name
 */
export async function drawSeatCards(
  { db, classId }: ClassBench,
  secret: string,
  wish: WordsWish,
  proof: SeatProof,
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
    let words = DRAW[proof](cryptoChance.random);
    // Two neighbours with the same card would each be able to be the other.
    while (used.has(words)) words = DRAW[proof](cryptoChance.random);
    used.add(words);
    return { studentId: id, name, words, proof };
  });
  await db.$transaction([
    db.classSeat.deleteMany({ where: { studentId: { in: students.map(({ id }) => id) } } }),
    db.class.update({ where: { id: classId }, data: { proof } }),
    ...cards.map(({ studentId, words }) =>
      db.student.update({
        where: { id: studentId },
        data: { secretHash: hashWords(secret, studentId, words), proof },
      }),
    ),
  ]);
  return cards;
}
