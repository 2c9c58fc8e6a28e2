import type { JoinRequest } from "@/contract/commands";
import type { RejectionCode } from "@/contract/errors";
import type { ClassRoster } from "@/contract/wire";
import { seated } from "../domain/game/state";
import type { ClassStudent } from "../room/ports";
import type { Room } from "../room/room";
import type { TransportContext } from "./context";

type Doors = Pick<TransportContext, "classSeats" | "wordsThrottle">;
type StudentJoin = Extract<JoinRequest, { student: unknown }>;
type Proof =
  | { ok: true; student: ClassStudent /** What the phone keeps for the next time. */; classSeat?: string }
  | { ok: false; code: RejectionCode };

/**
 * Which student a phone speaks for in this room: by two words or four pictures, few times wrong, or by the seat it has
 * kept. Both are looked up within the class of the room, so that no seat can be taken from another class.
 */
export async function proveSeat(
  { classSeats, wordsThrottle }: Doors,
  { classId }: Pick<Room, "classId">,
  { student: claim }: StudentJoin,
  address: string,
): Promise<Proof> {
  if (classId === null) return { ok: false, code: "no-such-student" };
  if ("classSeat" in claim) {
    const student = await classSeats.byPhone(classId, claim.classSeat);
    return student ? { ok: true, student } : { ok: false, code: "class-seat-unknown" };
  }
  const { studentId, words } = claim;
  const student = await wordsThrottle.judge(studentId, address, () =>
    classSeats.byWords(classId, studentId, words),
  );
  if (student === "throttled") return { ok: false, code: "words-throttled" };
  if (!student) return { ok: false, code: "wrong-words" };
  return { ok: true, student, classSeat: await classSeats.keepPhone(classId, studentId) };
}

/** The class list as a phone may see it that knows the PIN: names, who sits already, and its own student. */
export async function lookAtClass(
  { classSeats }: Doors,
  { classId, state }: Pick<Room, "classId" | "state">,
  kept: readonly string[],
): Promise<ClassRoster | null> {
  if (classId === null) return null;
  const { name, students } = await classSeats.roster(classId);
  let own: ClassStudent | null = null;
  for (const seat of kept) own ??= await classSeats.byPhone(classId, seat);
  const here = new Set([...seated(state)].map(({ studentId }) => studentId));
  return { name, own, students: students.map((student) => ({ ...student, seated: here.has(student.id) })) };
}
