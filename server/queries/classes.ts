import type { ClassHomework, ClassPage, ClassSummary } from "@/contract/class";
import type { PrismaClient } from "../store/generated/client";

export type ClassToHost = { id: string; name: string };

/** The classes that this teacher may host a game for, by name. */
export function listClassesToHost(db: PrismaClient, teacherId: string): Promise<ClassToHost[]> {
  return db.class.findMany({
    where: { teachers: { some: { teacherId } }, archivedAt: null },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
}

/** Whether this teacher has any right on the class, as its owner or beside them. */
export async function teachesClass(db: PrismaClient, teacherId: string, classId: string): Promise<boolean> {
  const found = await db.classTeacher.findUnique({ where: { classId_teacherId: { classId, teacherId } } });
  return found !== null;
}

/** This teacher's classes by name; those put away only where asked for. */
export async function listClasses(
  db: PrismaClient,
  teacherId: string,
  archived = false,
): Promise<ClassSummary[]> {
  const classes = await db.class.findMany({
    where: { teachers: { some: { teacherId } }, archivedAt: archived ? { not: null } : null },
    select: {
      id: true,
      name: true,
      archivedAt: true,
      teachers: { where: { teacherId }, select: { owner: true } },
      sessions: { orderBy: { createdAt: "desc" }, take: 1, select: { createdAt: true } },
      _count: { select: { students: true } },
    },
    orderBy: { name: "asc" },
  });
  return classes.map(({ id, name, archivedAt, teachers, sessions, _count }) => ({
    id,
    name,
    students: _count.students,
    own: teachers[0]?.owner ?? false,
    archived: archivedAt !== null,
    lastPlayedAt: sessions[0]?.createdAt ?? null,
  }));
}

/** A class with its students, colleagues and homework; null when this teacher has no right on it. */
export async function classPage(
  db: PrismaClient,
  teacherId: string,
  classId: string,
  now: Date,
): Promise<ClassPage | null> {
  const found = await db.class.findFirst({
    where: { id: classId, teachers: { some: { teacherId } } },
    select: {
      id: true,
      name: true,
      archivedAt: true,
      retentionDays: true,
      yearEndsAt: true,
      sessions: {
        where: { endedAt: { not: null } },
        select: { id: true, title: true, endedAt: true },
        orderBy: { endedAt: "asc" },
      },
      proof: true,
      teachers: {
        select: { owner: true, teacher: { select: { id: true, name: true } } },
        orderBy: { addedAt: "asc" },
      },
      invitations: {
        where: { acceptedAt: null, expiresAt: { gt: now } },
        select: { id: true, expiresAt: true },
        orderBy: { createdAt: "desc" },
      },
      students: {
        select: {
          id: true,
          name: true,
          pseudonym: true,
          secretHash: true,
          proof: true,
          linkHash: true,
          _count: { select: { seats: true } },
        },
        orderBy: { name: "asc" },
      },
    },
  });
  if (!found) return null;
  const answers = await db.learnedAnswer.count({ where: { student: { classId } } });
  const answered = await db.$queryRaw<{ studentId: string; last: Date; practised: Date | null }[]>`
    SELECT s."id" AS "studentId", l."last", l."practised" FROM "Student" s, LATERAL (
      SELECT max("at") AS "last", max("at") FILTER (WHERE "roundId" IS NULL) AS "practised"
      FROM "LearnedAnswer" WHERE "studentId" = s."id") l
    WHERE s."classId" = ${classId} AND l."last" IS NOT NULL`;
  const lastOf = new Map(answered.map(({ studentId, ...times }) => [studentId, times]));
  return {
    id: found.id,
    name: found.name,
    own: found.teachers.some(({ owner, teacher }) => owner && teacher.id === teacherId),
    archived: found.archivedAt !== null,
    proof: found.proof,
    students: found.students.map(({ id, name, pseudonym, secretHash, proof, linkHash, _count }) => ({
      id,
      name,
      pseudonym,
      proof: secretHash === null ? null : proof,
      hasLink: linkHash !== null,
      phones: _count.seats,
      lastAnswerAt: lastOf.get(id)?.last ?? null,
      practisedAt: lastOf.get(id)?.practised ?? null,
    })),
    teachers: found.teachers.map(({ owner, teacher }) => ({ ...teacher, owner })),
    openLinks: found.invitations,
    homework: await homeworkOf(db, classId),
    kept: {
      days: found.retentionDays,
      yearEndsAt: found.yearEndsAt,
      games: found.sessions.flatMap(({ endedAt, ...game }) => (endedAt ? [{ ...game, endedAt }] : [])),
      answers,
    },
  };
}

/** The homework of a class, due soonest first, with how many have begun and finished it. */
async function homeworkOf(db: PrismaClient, classId: string): Promise<ClassHomework[]> {
  const rows = await db.$queryRaw<
    (Omit<ClassHomework, "cards" | "begun" | "finished"> & {
      cards: bigint;
      begun: bigint;
      finished: bigint;
    })[]
  >`
    WITH asked AS (
      SELECT h."id", c."id" AS card FROM "Homework" h JOIN "Card" c ON c."deckId" = h."deckId"
      WHERE h."classId" = ${classId} AND c."asked" AND c."archivedAt" IS NULL
        AND EXISTS (SELECT 1 FROM "Question" q WHERE q."cardId" = c."id" AND q."active")
    ), done AS (
      SELECT a."id", l."studentId", count(DISTINCT a.card) AS cards
      FROM asked a JOIN "LearnedAnswer" l ON l."homeworkId" = a."id" AND l."cardId" = a.card AND l."correct"
      GROUP BY a."id", l."studentId"
    )
    SELECT h."id", h."deckId", d."title", h."dueAt", h."timeZone",
      (SELECT count(*) FROM asked a WHERE a."id" = h."id") AS cards,
      (SELECT count(DISTINCT l."studentId") FROM "LearnedAnswer" l WHERE l."homeworkId" = h."id") AS begun,
      (SELECT count(*) FROM done WHERE done."id" = h."id"
        AND done.cards >= (SELECT count(*) FROM asked a WHERE a."id" = h."id")) AS finished
    FROM "Homework" h JOIN "Deck" d ON d."id" = h."deckId"
    WHERE h."classId" = ${classId} ORDER BY h."dueAt", h."id"`;
  return rows.map((row) => ({
    ...row,
    cards: Number(row.cards),
    begun: Number(row.begun),
    finished: Number(row.finished),
  }));
}
