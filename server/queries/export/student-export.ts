import type { PrismaClient } from "../../store/generated/client";

/**
 * Everything that is kept about one student, as plain data: who they are, what they answered in games and in practice,
 * and what the model remembers of them. Secrets are named and not told: of words, links and phones only hashes are kept.
 * @returns null when this teacher has no right on the class, or the student is not in it
 */
export async function studentExport(db: PrismaClient, teacherId: string, classId: string, studentId: string) {
  const student = await db.student.findFirst({
    where: { id: studentId, classId, class: { teachers: { some: { teacherId } } } },
    select: {
      ...{ id: true, name: true, pseudonym: true, createdAt: true, archivedAt: true },
      ...{ secretHash: true, linkHash: true },
      class: { select: { id: true, name: true } },
      seats: { select: { createdAt: true, usedAt: true } },
      memory: true,
      decks: { select: { deckId: true, m: true, v: true, updatedAt: true } },
      cards: true,
      skills: true,
      learned: {
        orderBy: [{ at: "asc" }, { id: "asc" }],
        select: {
          ...{
            id: true,
            deckId: true,
            cardId: true,
            questionId: true,
            roundId: true,
            homeworkId: true,
            skill: true,
          },
          ...{ correct: true, options: true, confidence: true, at: true, counts: true },
          card: { select: { front: true } },
        },
      },
      players: {
        orderBy: { joinedAt: "asc" },
        select: {
          ...{ id: true, name: true, joinedAt: true, removedAt: true, mergedAt: true },
          session: { select: { id: true, title: true, startedAt: true } },
          answers: {
            orderBy: { acceptedAt: "asc" },
            select: {
              ...{ optionId: true, takenMs: true, correct: true, points: true, base: true, speed: true },
              ...{ streak: true, confidence: true, acceptedAt: true },
              round: { select: { id: true, number: true, prompt: true, options: true, voided: true } },
            },
          },
        },
      },
    },
  });
  if (!student) return null;
  const { secretHash, linkHash, learned, players, ...person } = student;
  return {
    ...person,
    hasWords: secretHash !== null,
    hasPracticeLink: linkHash !== null,
    learned: learned.map(({ card, ...answer }) => ({ ...answer, front: card.front })),
    games: players.map(({ session, ...seat }) => ({ ...session, seat })),
  };
}
