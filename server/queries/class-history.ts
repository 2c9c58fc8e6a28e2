import type { Calibration, DeckHistory } from "@/contract/mastery";
import { historiesOf, meetingsOf } from "../domain/mastery/history";
import { groupBy } from "../domain/report/answers";
import { calibration } from "../domain/report/calibration";
import type { Database } from "../store/client";
import { heard } from "../store/mastery/hear";
import { skillOf } from "../store/mastery/memories";
import { REPORTED_CARDS } from "./asked-cards";
import { classDeckIds } from "./class-mastery";
import { inTurns } from "./in-turns";

const SECONDS = 1_000;
type Reads = Pick<Database, "prisma" | "pool">;

/**
 * What a class knew of its decks over time, the deck met last first; of one deck where it is named. Empty without a
 * right on the class.
 */
export async function classHistory(
  { prisma, pool }: Reads,
  teacherId: string,
  classId: string,
  now: Date,
  only?: string,
): Promise<DeckHistory[]> {
  const students = await prisma.student.findMany({
    where: { classId, class: { teachers: { some: { teacherId } } } },
    select: { id: true },
  });
  const met = await classDeckIds({ prisma }, teacherId, classId);
  const decks = met.filter((id) => only === undefined || id === only);
  const who = students.map(({ id }) => id);
  return deckHistories({ prisma, pool }, teacherId, { classId, decks, students: who, practice: false }, now);
}

type StudentHistory = { decks: DeckHistory[]; calibration: Calibration };

/** What one student of a class knew over time, and how sure they were of it; null without a right on the class. */
export async function studentHistory(
  { prisma, pool }: Reads,
  teacherId: string,
  classId: string,
  studentId: string,
  now: Date,
): Promise<StudentHistory | null> {
  const student = await prisma.student.findFirst({
    where: { id: studentId, classId, class: { teachers: { some: { teacherId } } } },
    select: {
      id: true,
      learned: {
        where: { counts: true },
        orderBy: { at: "asc" },
        select: { cardId: true, questionId: true, correct: true, confidence: true, at: true },
      },
    },
  });
  if (!student) return null;
  const decks = await classDeckIds({ prisma }, teacherId, classId);
  return {
    decks: await deckHistories(
      { prisma, pool },
      teacherId,
      { classId, decks, students: [studentId], practice: true },
      now,
    ),
    calibration: calibration(
      student.learned.map(({ cardId, questionId, correct, confidence, at }) => ({
        ...{ student: studentId, card: cardId, question: questionId ?? cardId, option: null, correct },
        confidence: confidence ?? undefined,
        at: at.getTime(),
      })),
    ),
  };
}

async function deckHistories(
  { prisma, pool }: Reads,
  teacherId: string,
  {
    classId,
    decks,
    students,
    practice,
  }: {
    classId: string;
    decks: readonly string[];
    students: readonly string[];
    /** Whether practice makes a meeting with the deck, or games alone do; it is heard either way. */
    practice: boolean;
  },
  now: Date,
): Promise<DeckHistory[]> {
  if (decks.length === 0 || students.length === 0) return [];
  const [all, met, rows, games] = await Promise.all([
    heard(pool),
    prisma.learnedAnswer.findMany({
      where: {
        studentId: { in: [...students] },
        deckId: { in: [...decks] },
        counts: true,
        ...(practice ? {} : { roundId: { not: null } }),
      },
      select: { deckId: true, at: true },
    }),
    prisma.deck.findMany({
      where: { id: { in: [...decks] } },
      select: {
        id: true,
        title: true,
        cards: REPORTED_CARDS,
      },
    }),
    prisma.session.findMany({
      where: { classId, teacherId, deckId: { in: [...decks] }, startedAt: { not: null } },
      select: { id: true, deckId: true, startedAt: true, endedAt: true },
      orderBy: { startedAt: "asc" },
    }),
  ]);
  const times = groupBy(met, ({ deckId }) => deckId);
  const seen = rows.map(({ id, cards }) => ({
    watched: {
      deck: id,
      cards: cards.map((card) => ({ id: card.id, skill: skillOf(id, card.tags) })),
      students,
    },
    meetings: meetingsOf((times.get(id) ?? []).map(({ at }) => at.getTime() / SECONDS)),
  }));
  const histories = await inTurns(historiesOf(all, seen, now.getTime() / SECONDS));
  return rows
    .flatMap(({ id, title, cards }, place): DeckHistory[] => {
      const history = histories[place];
      if (!history || history.meetings.length === 0) return [];
      return [
        {
          ...history,
          deckId: id,
          title,
          cards: cards.map((card) => ({ id: card.id, front: card.front })),
          games: history.meetings.map(({ from, to }) => {
            const game = games.find(
              ({ deckId, startedAt, endedAt }) =>
                deckId === id &&
                startedAt !== null &&
                startedAt.getTime() / SECONDS <= to &&
                (endedAt === null || endedAt.getTime() / SECONDS >= from),
            );
            return game?.id ?? null;
          }),
        },
      ];
    })
    .sort((a, b) => (b.meetings.at(-1)?.to ?? 0) - (a.meetings.at(-1)?.to ?? 0));
}
