import type { ClassDeck, ClassReport, DeckLine, StudentAnswer, StudentDeck } from "@/contract/mastery";
import { classReport } from "../domain/mastery/class-report";
import type { Database } from "../store/client";
import { loadMemories, skillOf } from "../store/mastery/memories";
import { readWeights } from "../store/mastery/weights";
import { REPORTED_CARDS } from "./asked-cards";

const SECONDS = 1_000;

/**
 * What a class knows of a deck now. @returns null when this teacher has no right on the class, or the deck was never
 * met by it
 */
export async function classDeck(
  database: Pick<Database, "prisma" | "pool">,
  teacherId: string,
  classId: string,
  deckId: string,
  now: Date,
): Promise<ClassDeck | null> {
  const { prisma, pool } = database;
  const [students, deck, met] = await Promise.all([
    prisma.student.findMany({
      where: { classId, class: { teachers: { some: { teacherId } } } },
      select: { id: true, name: true },
      orderBy: { name: "asc" },
    }),
    prisma.deck.findUnique({
      where: { id: deckId },
      select: {
        title: true,
        cards: REPORTED_CARDS,
      },
    }),
    classDeckIds(database, teacherId, classId),
  ]);
  if (!deck || !met.includes(deckId)) return null;
  return {
    deckId,
    title: deck.title,
    cards: deck.cards.map(({ id, front }) => ({ id, front })),
    students,
    report: await reportOn(
      pool,
      deckId,
      deck.cards,
      students.map(({ id }) => id),
      now,
    ),
  };
}

/** What these students know now of these cards of a deck, as it is remembered; null without cards or students. */
async function reportOn(
  pool: Database["pool"],
  deck: string,
  cards: readonly { id: string; tags: string[] }[],
  students: readonly string[],
  now: Date,
): Promise<ClassReport | null> {
  const mastery = await loadMemories(pool, { students, cards: cards.map(({ id }) => id), decks: [deck] });
  mastery.weights = await readWeights(pool);
  const named = cards.map(({ id, tags }) => ({ id, skill: skillOf(deck, tags) }));
  return classReport({ deck, cards: named, students }, mastery, now.getTime() / SECONDS);
}

/** One line for each deck that the class has met. */
export async function classDecks(
  database: Pick<Database, "prisma" | "pool">,
  teacherId: string,
  classId: string,
  now: Date,
): Promise<DeckLine[]> {
  const lines: DeckLine[] = [];
  for (const id of await classDeckIds(database, teacherId, classId)) {
    const deck = await classDeck(database, teacherId, classId, id, now);
    if (!deck) continue;
    const { title, cards, report } = deck;
    lines.push({ deckId: id, title, cards: cards.length, mastery: report?.mastery ?? null });
  }
  return lines;
}

/** The decks that a class has played, practised or been given, the newest first. */
export async function classDeckIds(
  { prisma }: Pick<Database, "prisma">,
  teacherId: string,
  classId: string,
): Promise<string[]> {
  const right = { teachers: { some: { teacherId } } };
  const decks = await prisma.deck.findMany({
    where: {
      OR: [
        { sessions: { some: { classId, class: right } } },
        { homework: { some: { classId, class: right } } },
        { learned: { some: { student: { classId, class: right } } } },
      ],
    },
    select: { id: true },
    orderBy: { createdAt: "desc" },
  });
  return decks.map(({ id }) => id);
}

export type StudentPage = {
  id: string;
  name: string;
  pseudonym: string;
  hasLink: boolean;
  decks: StudentDeck[];
  /** The newest answers, in games and in practice. */
  answers: StudentAnswer[];
};

const WEAK = 0.5;
const WEAK_SHOWN = 8;
const ANSWERS_SHOWN = 30;

/** What one student knows; null when this teacher has no right on the class or the student is not in it. */
export async function studentPage(
  database: Pick<Database, "prisma" | "pool">,
  teacherId: string,
  classId: string,
  studentId: string,
  now: Date,
): Promise<StudentPage | null> {
  const { prisma } = database;
  const student = await prisma.student.findFirst({
    where: { id: studentId, classId, class: { teachers: { some: { teacherId } } } },
    select: {
      id: true,
      name: true,
      pseudonym: true,
      linkHash: true,
      learned: {
        where: { counts: true },
        orderBy: [{ at: "desc" }, { id: "asc" }],
        take: ANSWERS_SHOWN,
        select: {
          id: true,
          at: true,
          correct: true,
          confidence: true,
          roundId: true,
          card: { select: { front: true } },
        },
      },
    },
  });
  if (!student) return null;
  const { linkHash, learned, ...person } = student;
  const decks: StudentDeck[] = [];
  for (const id of await classDeckIds(database, teacherId, classId)) {
    const own = await ownDeck(database, studentId, id, now);
    if (own) decks.push(own);
  }
  return {
    ...person,
    hasLink: linkHash !== null,
    decks,
    answers: learned.map(({ id, at, correct, confidence, roundId, card }) => ({
      ...{ id, at, correct, confidence },
      front: card.front,
      practice: roundId === null,
    })),
  };
}

/** One student's standing in one deck, with the cards that are weak; null for an empty deck. */
async function ownDeck(
  { prisma, pool }: Pick<Database, "prisma" | "pool">,
  studentId: string,
  deckId: string,
  now: Date,
): Promise<StudentDeck | null> {
  const deck = await prisma.deck.findUniqueOrThrow({
    where: { id: deckId },
    select: {
      title: true,
      cards: REPORTED_CARDS,
    },
  });
  const report = await reportOn(pool, deckId, deck.cards, [studentId], now);
  if (!report) return null;
  const fronts = new Map(deck.cards.map(({ id, front }) => [id, front]));
  const weak = report.cards
    .filter(({ met, known }) => met > 0 && known < WEAK)
    .sort((a, b) => a.known - b.known)
    .slice(0, WEAK_SHOWN)
    .map(({ card, known, right, wrong }) => ({ card, front: fronts.get(card) ?? "", known, right, wrong }));
  return { deckId, title: deck.title, mastery: report.mastery, weak };
}
