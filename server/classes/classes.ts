import type pg from "pg";
import type { ClassAnswer, ClassCommand, SeatCard, SeatProof, WordsWish } from "@/contract/class";
import type { Roster } from "../domain/class/roster";
import { schoolYearEnd } from "../domain/class/school-year";
import type { PrismaClient } from "../store/generated/client";
import { type ClassBench, DONE, NOT_HERE, refuse } from "./bench";
import * as coTeachers from "./co-teachers";
import { deleteClass, removeStudent } from "./forget";
import { removeHomework, setHomework } from "./homework";
import { keepFor } from "./keep";
import { mergeGuest, unmergeGuest } from "./merge";
import { newPracticeLink, revokePracticeLink } from "./practice-links";
import { type Right, rightOn } from "./rights";
import { drawSeatCards } from "./seat-words";
import { addStudents, renameStudent } from "./students";

const OWNER_ONLY = refuse("Only the teacher who made this class can do that.");

/**
 * Everything that writes classes, their students and who may teach them. One instance per server, made by
 * `server/main.ts`. Every call takes the teacher's id, looks their right up, and without one does nothing.
 */
export function createClasses(deps: { db: PrismaClient; pool: pg.Pool; secret: string; now: () => Date }) {
  const { db, pool, secret, now } = deps;
  const bench = (classId: string): ClassBench => ({ db, pool, classId, now: now() });

  return {
    /** Makes a class of this teacher's with the students of a roster, which may be empty. */
    async create(
      teacherId: string,
      name: string,
      roster: Roster,
    ): Promise<{ classId: string; notes: string[] }> {
      const { id } = await db.class.create({
        data: {
          name,
          yearEndsAt: schoolYearEnd(now()),
          teachers: { create: { teacherId, owner: true } },
        },
        select: { id: true },
      });
      if (roster.names.length === 0) return { classId: id, notes: roster.problems };
      const added = await addStudents(bench(id), roster);
      return { classId: id, notes: added.ok ? (added.notes ?? []) : [added.message] };
    },

    /** Does what the command says to this class, or says why not; then nothing has changed. */
    async run(teacherId: string, classId: string, command: ClassCommand): Promise<ClassAnswer> {
      const right = await rightOn(db, teacherId, classId);
      return right === null ? NOT_HERE : perform(bench(classId), teacherId, right, command);
    },

    async addStudents(teacherId: string, classId: string, roster: Roster): Promise<ClassAnswer> {
      const right = await rightOn(db, teacherId, classId);
      return right === null ? NOT_HERE : addStudents(bench(classId), roster);
    },

    /** Removes a class for good, with everything about its students. */
    async delete(teacherId: string, classId: string): Promise<ClassAnswer> {
      const right = await rightOn(db, teacherId, classId);
      if (right === null) return NOT_HERE;
      return right === "owner" ? deleteClass(bench(classId)) : OWNER_ONLY;
    },

    /** New words or pictures for students, to print: see `drawSeatCards`. @returns null without a right on the class */
    async drawSeatCards(
      teacherId: string,
      classId: string,
      wish: WordsWish,
      proof: SeatProof,
    ): Promise<SeatCard[] | null> {
      if (!(await rightOn(db, teacherId, classId))) return null;
      return drawSeatCards(bench(classId), secret, wish, proof);
    },

    /** A new practice link of a student. @returns its token, this once, or null */
    async newPracticeLink(teacherId: string, classId: string, studentId: string): Promise<string | null> {
      if (!(await rightOn(db, teacherId, classId))) return null;
      return newPracticeLink(bench(classId), studentId);
    },

    /** A link for one colleague. @returns its token, this once, or null */
    async invite(teacherId: string, classId: string): Promise<string | null> {
      if (!(await rightOn(db, teacherId, classId))) return null;
      return coTeachers.inviteToClass(bench(classId), teacherId);
    },
    classOfLink: (token: string) => coTeachers.classOfLink(db, token, now()),
    acceptLink: (token: string, teacherId: string) => coTeachers.acceptClassLink(db, token, teacherId, now()),
  };
}

export type Classes = ReturnType<typeof createClasses>;

async function perform(
  bench: ClassBench,
  teacherId: string,
  right: Exclude<Right, null>,
  command: ClassCommand,
): Promise<ClassAnswer> {
  const { db, classId, now } = bench;
  switch (command.type) {
    case "rename-class":
      await db.class.update({ where: { id: classId }, data: { name: command.name } });
      return DONE;
    case "archive-class":
      if (right !== "owner") return OWNER_ONLY;
      await db.class.update({ where: { id: classId }, data: { archivedAt: command.archived ? now : null } });
      return DONE;
    case "keep":
      if (right !== "owner") return OWNER_ONLY;
      return keepFor(bench, command);
    case "rename-student":
      return renameStudent(bench, command.studentId, command.name);
    case "remove-student":
      return removeStudent(bench, command.studentId);
    case "remove-teacher":
      // A co-teacher may leave; only the owner shows others out.
      if (right !== "owner" && command.teacherId !== teacherId) return OWNER_ONLY;
      return coTeachers.removeTeacher(bench, command.teacherId);
    case "withdraw-link":
      return coTeachers.withdrawLink(bench, command.invitationId);
    case "revoke-practice":
      return revokePracticeLink(bench, command.studentId);
    case "merge-guest":
      return mergeGuest(bench, command.playerId, command.studentId);
    case "unmerge-guest":
      return unmergeGuest(bench, command.playerId);
    case "set-homework":
      return setHomework(bench, teacherId, command);
    case "remove-homework":
      return removeHomework(bench, command.homeworkId);
  }
}
