import { CLASS_LIMITS, type ClassAnswer, type ClassCommand } from "@/contract/class";
import { endOfDay } from "../domain/class/end-of-day";
import { type ClassBench, DONE, NOT_HERE, refuse } from "./bench";

/** Gives the class a deck to work through by the end of a day, as the teacher's clock has it. */
export async function setHomework(
  { db, classId, now }: ClassBench,
  teacherId: string,
  { deckId, dueOn, timeZone }: Extract<ClassCommand, { type: "set-homework" }>,
): Promise<ClassAnswer> {
  const dueAt = endOfDay(dueOn, timeZone);
  if (dueAt < now) return refuse("That day is over. Choose today or later.");
  const deck = await db.deck.findFirst({
    where: { id: deckId, teacherId, archivedAt: null },
    select: { id: true },
  });
  if (!deck) return refuse("This deck is not there any more.");
  const count = await db.homework.count({ where: { classId } });
  if (count >= CLASS_LIMITS.homework) return refuse("There is too much homework here. Remove what is over.");
  await db.homework.create({ data: { classId, deckId, dueAt, timeZone } });
  return DONE;
}

/** Takes homework back; what was answered for it stays known. */
export async function removeHomework({ db, classId }: ClassBench, homeworkId: string): Promise<ClassAnswer> {
  const { count } = await db.homework.deleteMany({ where: { id: homeworkId, classId } });
  return count === 1 ? DONE : NOT_HERE;
}
