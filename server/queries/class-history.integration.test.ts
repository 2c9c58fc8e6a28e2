import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "../store/in-transaction";
import { hearPractice } from "../store/mastery/hear";
import { MasteryListener } from "../store/mastery/listener";
import { KeptLog } from "../testing/live-server";
import { playSession } from "../testing/played-session";
import { storedDeck } from "../testing/stored-deck";
import { startTestDatabase, type TestDatabase } from "../testing/test-database";
import { classHistory, studentHistory } from "./class-history";
import { classDeck, studentPage } from "./class-mastery";

const DAY_MS = 86_400_000;
const NOW = new Date("2026-11-22T12:00:00Z");
let database: TestDatabase;
let deck: Awaited<ReturnType<typeof storedDeck>>;
let stranger: string;
let classId: string;
let students: { name: string; studentId: string }[];
let games: string[];

beforeAll(async () => {
  database = await startTestDatabase();
  const { prisma, pool } = database;
  deck = await storedDeck(database, 4);
  ({ teacherId: stranger } = await storedDeck(database, 1));
  ({ id: classId } = await prisma.class.create({
    data: { name: "7b", teachers: { create: { teacherId: deck.teacherId, owner: true } } },
  }));
  students = await Promise.all(
    ["Ana", "Bo", "Cem"].map(async (name) => {
      const { id } = await prisma.student.create({ data: { classId, name, pseudonym: name } });
      return { name, studentId: id };
    }),
  );
  games = [];
  for (const [game, daysAgo] of [20, 9].entries())
    games.push(
      await playSession(database, {
        ...{ ...deck, classId, students, cards: [0, 1, 2, 3] },
        choose: (student, round) => ({
          option: student + round < 3 + game ? 0 : 1,
          takenMs: 1_000 * (student + 1),
          confidence: 5 - student,
        }),
        startsAt: NOW.getTime() - daysAgo * DAY_MS,
      }),
    );
  await new MasteryListener(pool, new KeptLog()).catchUp();
  const card = await prisma.card.findFirstOrThrow({ where: { deckId: deck.deckId } });
  await inTransaction(pool, (sql) =>
    hearPractice(sql, {
      ...{ id: "practised", studentId: students[0]?.studentId ?? "", cardId: card.id, questionId: null },
      ...{ homeworkId: null, correct: true, options: 4, confidence: null },
      at: new Date(NOW.getTime() - 2 * DAY_MS),
    }),
  );
});
afterAll(() => database.close());

describe("what a class knew of a deck over time", () => {
  it("has one meeting for each game, ends with today's figure, and opens its games", async () => {
    const [history, ...more] = await classHistory(database, deck.teacherId, classId, NOW);
    const today = await classDeck(database, deck.teacherId, classId, deck.deckId, NOW);
    expect(more).toEqual([]);
    expect(history?.games).toEqual(games);
    expect(history?.meetings.map(({ answers }) => answers)).toEqual([12, 12]);
    expect(history?.past.at(-1)?.known).toBeCloseTo(today?.report?.mastery.known ?? -1, 12);
  });

  it("is kept when its games are gone, and then opens none", async () => {
    const session = await database.prisma.session.delete({ where: { id: games[0] ?? "" } });
    const [history] = await classHistory(database, deck.teacherId, classId, NOW, deck.deckId);
    expect(history?.meetings).toHaveLength(2);
    expect(history?.games).toEqual([null, games[1]]);
    expect(session.classId).toBe(classId);
  });

  it("tells nothing to a teacher without a right on the class", async () => {
    expect(await classHistory(database, stranger, classId, NOW)).toEqual([]);
    expect(await studentHistory(database, stranger, classId, students[0]?.studentId ?? "", NOW)).toBeNull();
  });
});

it("a student's history counts practice as a meeting too, and says how sure they were", async () => {
  const studentId = students[0]?.studentId ?? "";
  const history = await studentHistory(database, deck.teacherId, classId, studentId, NOW);
  const page = await studentPage(database, deck.teacherId, classId, studentId, NOW);
  expect(history?.decks[0]?.meetings.map(({ answers }) => answers)).toEqual([4, 4, 1]);
  expect(history?.decks[0]?.past.at(-1)?.known).toBeCloseTo(page?.decks[0]?.mastery.known ?? -1, 12);
  expect(history?.calibration.rows.find(({ rating }) => rating === 5)).toMatchObject({ n: 8, right: 7 / 8 });
});
