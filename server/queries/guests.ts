import type { GuestSession, GuestsOfGame } from "@/contract/class";
import { nameKey } from "../domain/game/names";
import type { PrismaClient } from "../store/generated/client";

/** Games of a class that are looked through for guests: the newest. */
const GAMES = 50;

/** Past games of a class in which guests answered, newest first, with the student that each may have been. */
export async function guestSessions(
  db: PrismaClient,
  teacherId: string,
  classId: string,
): Promise<GuestSession[]> {
  const right = { teachers: { some: { teacherId } } };
  const [sessions, students] = await Promise.all([
    db.session.findMany({
      where: { classId, class: right, endedAt: { not: null } },
      orderBy: { createdAt: "desc" },
      take: GAMES,
      select: { id: true, title: true, createdAt: true },
    }),
    db.student.findMany({ where: { classId, class: right }, select: { id: true, name: true } }),
  ]);
  return guestsOf(db, sessions, students);
}

/**
 * The guests of one game of a class, and the students that they may have been; null where there are none, or this
 * teacher has no right on the class.
 */
export async function guestsOfGame(
  db: PrismaClient,
  teacherId: string,
  sessionId: string,
): Promise<GuestsOfGame | null> {
  const session = await db.session.findFirst({
    where: { id: sessionId, endedAt: { not: null }, class: { teachers: { some: { teacherId } } } },
    select: {
      id: true,
      title: true,
      createdAt: true,
      class: {
        select: {
          id: true,
          students: { select: { id: true, name: true }, orderBy: { name: "asc" } },
        },
      },
    },
  });
  if (!session?.class) return null;
  const { students, id: classId } = session.class;
  const [game] = await guestsOf(db, [session], students);
  return game ? { classId, game, students } : null;
}

/** Those of these games in which guests answered. Answers are counted where they lie. */
async function guestsOf(
  db: PrismaClient,
  sessions: readonly { id: string; title: string; createdAt: Date }[],
  students: readonly { id: string; name: string }[],
): Promise<GuestSession[]> {
  const ids = sessions.map(({ id }) => id);
  const [players, seats] = await Promise.all([
    db.player.findMany({
      where: { sessionId: { in: ids }, OR: [{ studentId: null }, { mergedAt: { not: null } }] },
      orderBy: { joinedAt: "asc" },
      select: {
        id: true,
        sessionId: true,
        name: true,
        mergedAt: true,
        student: { select: { id: true, name: true } },
      },
    }),
    db.player.findMany({
      where: { sessionId: { in: ids }, studentId: { not: null } },
      select: { sessionId: true, studentId: true },
    }),
  ]);
  const counts = await db.answer.groupBy({
    by: ["playerId", "correct"],
    where: { playerId: { in: players.map(({ id }) => id) } },
    _count: true,
  });
  const counted = new Map(counts.map(({ playerId, correct, _count }) => [`${playerId} ${correct}`, _count]));
  const seated = new Set(seats.map(({ sessionId, studentId }) => `${sessionId} ${studentId}`));
  return sessions
    .map(({ id: sessionId, title, createdAt }) => ({
      sessionId,
      title,
      playedAt: createdAt,
      guests: players
        .filter((player) => player.sessionId === sessionId)
        .map(({ id: playerId, name, student, mergedAt }) => {
          const right = counted.get(`${playerId} true`) ?? 0;
          return {
            playerId,
            name,
            right,
            answers: right + (counted.get(`${playerId} false`) ?? 0),
            mergedWith: mergedAt ? student : null,
            likely:
              students.find(
                (one) => !seated.has(`${sessionId} ${one.id}`) && nameKey(one.name) === nameKey(name),
              )?.id ?? null,
          };
        })
        .filter(({ answers }) => answers > 0),
    }))
    .filter(({ guests }) => guests.length > 0);
}
