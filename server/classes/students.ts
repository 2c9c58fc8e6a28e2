import { nanoid } from "nanoid";
import { CLASS_LIMITS, type ClassAnswer } from "@/contract/class";
import { drawPseudonym } from "../domain/class/pseudonym";
import { cleanStudentName, type Roster } from "../domain/class/roster";
import { cryptoChance } from "../room/chance";
import { Prisma } from "../store/generated/client";
import { type ClassBench, DONE, NOT_HERE, refuse } from "./bench";

/** Puts the names of a roster into a class; those that are there already stay as they are, and are told. */
export async function addStudents({ db, classId }: ClassBench, roster: Roster): Promise<ClassAnswer> {
  const { names, problems } = roster;
  if (names.length === 0) return refuse(problems[0] ?? "There is no name here.");
  return db.$transaction(async (tx) => {
    // The class's row is the lock: two pastes at once must not overfill it or draw one pseudonym twice.
    await tx.$queryRaw`SELECT "id" FROM "Class" WHERE "id" = ${classId} FOR UPDATE`;
    const there = await tx.student.findMany({ where: { classId }, select: { name: true, pseudonym: true } });
    const known = new Set(there.map(({ name }) => name.toLocaleLowerCase()));
    const pseudonyms = new Set(there.map(({ pseudonym }) => pseudonym));
    const fresh = names.filter((name) => !known.has(name.toLocaleLowerCase()));
    const room = CLASS_LIMITS.students - there.length;
    const notes = [...problems];
    const again = names.length - fresh.length;
    if (again > 0) notes.push(`${again} ${again === 1 ? "was" : "were"} in the class already.`);
    if (fresh.length > room)
      notes.push(`Only ${room} fitted: a class holds ${CLASS_LIMITS.students} students.`);
    const data = fresh.slice(0, room).map((name) => {
      const pseudonym = drawPseudonym(pseudonyms, cryptoChance.random);
      pseudonyms.add(pseudonym);
      return { id: nanoid(), classId, name, pseudonym };
    });
    await tx.student.createMany({ data });
    return { ok: true, notes };
  });
}

/** Gives a student another name; the past keeps the name that was played under. */
export async function renameStudent(
  { db, classId }: ClassBench,
  studentId: string,
  raw: string,
): Promise<ClassAnswer> {
  const name = cleanStudentName(raw);
  if (name === "") return refuse("A student needs a name.");
  try {
    const { count } = await db.student.updateMany({ where: { id: studentId, classId }, data: { name } });
    return count === 1 ? DONE : NOT_HERE;
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002")
      return refuse(`There is another ${name} in this class. Add a letter to tell them apart.`);
    throw error;
  }
}
