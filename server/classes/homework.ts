import { CLASS_LIMITS, type ClassAnswer } from "@/contract/class";
import { type ClassBench, DONE, NOT_HERE, refuse } from "./bench";

/**
 * Gives the class a deck to work through by the end of a day. @param dueOn YYYY-MM-DD; due at that day's end, UTC
 */
export async function setHomework(
  { db, classId, now }: ClassBench,
  teacherId: string,
  deckId: string,
  dueOn: string,
): Promise<ClassAnswer> {
  const dueAt = new Date(`${dueOn}T23:59:59.999Z`);
  if (dueAt < now) return refuse("That day is over. Choose today or later.");
  const deck = await db.deck.findFirst({
    where: { id: deckId, teacherId, archivedAt: null },
    select: { id: true },
  });
  if (!deck) return refuse("This deck is not there any more.");
  const count = await db.homework.count({ where: { classId } });
  if (count >= CLASS_LIMITS.homework) return refuse("There is too much homework here. Remove what is over.");
  await db.homework.create({ data: { classId, deckId, dueAt } });
  return DONE;
}

/** Takes homework back; what was answered for it stays known. */
export async function removeHomework({ db, classId }: ClassBench, homeworkId: string): Promise<ClassAnswer> {
  const { count } = await db.homework.deleteMany({ where: { id: homeworkId, classId } });
  return count === 1 ? DONE : NOT_HERE;
}
