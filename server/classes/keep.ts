import type { ClassAnswer, ClassCommand } from "@/contract/class";
import { endOfDay } from "../domain/class/end-of-day";
import { type ClassBench, DONE, refuse } from "./bench";

/** Sets how long a class's games are kept, and until the end of which day what it knows. What is over goes within a day. */
export async function keepFor(
  { db, classId, now }: ClassBench,
  { days, yearEndsOn }: Extract<ClassCommand, { type: "keep" }>,
): Promise<ClassAnswer> {
  const yearEndsAt = yearEndsOn === null ? null : endOfDay(yearEndsOn, "UTC");
  if (yearEndsAt && yearEndsAt < now) return refuse("That day is over. Choose today or later.");
  await db.class.update({ where: { id: classId }, data: { retentionDays: days, yearEndsAt } });
  return DONE;
}
