import { type ClassReport, classReport } from "../domain/mastery/class-report";
import type { DeckMastery } from "../domain/mastery/deck-mastery";
import type { Database } from "../store/client";
import { loadMemories, skillOf } from "../store/mastery/memories";
import { readWeights } from "../store/mastery/weights";

const SECONDS = 1_000;

export type ClassDeck = {
  deckId: string;
  title: string;
  cards: { id: string; front: string }[];
  students: { id: string; name: string }[];
  /** Null when the deck has no card that is asked, or the class no student. */
  report: ClassReport | null;
};

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
        cards: {
          where: { asked: true, archivedAt: null, questions: { some: { active: true } } },
          select: { id: true, front: true, tags: true },
          orderBy: { position: "asc" },
        },
      },
    }),
    classDeckIds(database, teacherId, classId),
  ]);
  if (!deck || !met.includes(deckId)) return null;
  const mastery = await loadMemories(pool, {
    students: students.map(({ id }) => id),
    cards: deck.cards.map(({ id }) => id),
    decks: [deckId],
  });
  mastery.weights = await readWeights(pool);
  return {
    deckId,
    title: deck.title,
    cards: deck.cards.map(({ id, front }) => ({ id, front })),
    students,
    report: classReport(
      {
        deck: deckId,
        cards: deck.cards.map(({ id, tags }) => ({ id, skill: skillOf(deckId, tags) })),
        students: students.map(({ id }) => id),
      },
      mastery,
      now.getTime() / SECONDS,
    ),
  };
}

export type DeckLine = { deckId: string; title: string; cards: number; mastery: DeckMastery | null };

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
  decks: {
    deckId: string;
    title: string;
    mastery: DeckMastery;
    weak: { card: string; front: string; known: number; right: number; wrong: number }[];
  }[];
  /** The newest answers, in games and in practice. */
  answers: {
    id: string;
    at: Date;
    front: string;
    correct: boolean;
    confidence: number | null;
    practice: boolean;
  }[];
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
  const decks: StudentPage["decks"] = [];
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
): Promise<StudentPage["decks"][number] | null> {
  const deck = await prisma.deck.findUniqueOrThrow({
    where: { id: deckId },
    select: {
      title: true,
      cards: {
        where: { asked: true, archivedAt: null, questions: { some: { active: true } } },
        select: { id: true, front: true, tags: true },
      },
    },
  });
  const cards = deck.cards.map(({ id, tags }) => ({ id, skill: skillOf(deckId, tags) }));
  const mastery = await loadMemories(pool, {
    students: [studentId],
    cards: cards.map(({ id }) => id),
    decks: [deckId],
  });
  mastery.weights = await readWeights(pool);
  const report = classReport(
    { deck: deckId, cards, students: [studentId] },
    mastery,
    now.getTime() / SECONDS,
  );
  if (!report) return null;
  const fronts = new Map(deck.cards.map(({ id, front }) => [id, front]));
  const weak = report.cards
    .filter(({ met, known }) => met > 0 && known < WEAK)
    .sort((a, b) => a.known - b.known)
    .slice(0, WEAK_SHOWN)
    .map(({ card, known, right, wrong }) => ({ card, front: fronts.get(card) ?? "", known, right, wrong }));
  return { deckId, title: deck.title, mastery: report.mastery, weak };
}
