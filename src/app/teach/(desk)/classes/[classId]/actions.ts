"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { requireTeacher } from "#server/auth/require-teacher";
import { runtime } from "#server/runtime";
import { type ClassAnswer, ClassCommand, type SeatCard, SeatProof, WordsWish } from "@/contract/class";
import { readRoster } from "../read-roster";

/** Does one thing to a class of the signed-in teacher, and brings the page up to date. */
export async function classCommand(classId: string, command: unknown): Promise<ClassAnswer> {
  const { teacherId } = await requireTeacher();
  const parsed = ClassCommand.safeParse(command);
  if (!parsed.success) {
    const why = parsed.error.issues[0]?.message ?? "That could not be read.";
    return { ok: false, message: `${why} Nothing was changed.` };
  }
  const answer = await runtime().classes.run(teacherId, String(classId), parsed.data);
  refresh();
  return answer;
}

/** Takes typed or pasted names, or a file of them, into the class. */
export async function addStudents(
  classId: string,
  _before: ClassAnswer | null,
  form: FormData,
): Promise<ClassAnswer> {
  const { teacherId } = await requireTeacher();
  const roster = await readRoster(form);
  if (!roster) return { ok: false, message: "Type or paste a name, or choose a file." };
  const answer = await runtime().classes.addStudents(teacherId, String(classId), roster);
  refresh();
  return answer;
}

/** Deletes a class for good and leads back to the list. */
export async function deleteClass(classId: string): Promise<ClassAnswer> {
  const { teacherId } = await requireTeacher();
  const answer = await runtime().classes.delete(teacherId, String(classId));
  if (!answer.ok) return answer;
  redirect("/teach/classes");
}

/** New words or pictures, this once; null for a wish that is none, and without a right on the class. */
export async function drawSeatCards(
  classId: string,
  wish: unknown,
  proof: unknown,
): Promise<SeatCard[] | null> {
  const { teacherId } = await requireTeacher();
  const whose = WordsWish.safeParse(wish);
  const what = SeatProof.safeParse(proof);
  if (!whose.success || !what.success) return null;
  return runtime().classes.drawSeatCards(teacherId, String(classId), whose.data, what.data);
}

/** The address of a new link for one colleague, this once. */
export async function inviteColleague(classId: string): Promise<string | null> {
  const { teacherId } = await requireTeacher();
  const { classes, addresses } = runtime();
  const token = await classes.invite(teacherId, String(classId));
  refresh();
  return token && `${addresses.phones ?? addresses.local}/teach/classes/join/${token}`;
}

/** The address of a student's new practice page, this once. */
export async function makePracticeLink(classId: string, studentId: string): Promise<string | null> {
  const { teacherId } = await requireTeacher();
  const { classes, addresses } = runtime();
  const token = await classes.newPracticeLink(teacherId, String(classId), String(studentId));
  return token && `${addresses.phones ?? addresses.local}/practice/${token}`;
}
