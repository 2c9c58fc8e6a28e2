import { afterAll, beforeAll, expect, it } from "vitest";
import { MasteryListener } from "../store/mastery/listener";
import { OptionCounter } from "../store/option-counter";
import { KeptLog } from "../testing/live-server";
import { playSession } from "../testing/played-session";
import { storedDeck } from "../testing/stored-deck";
import { startTestDatabase, type TestDatabase } from "../testing/test-database";
import { forgetTheOld } from "./retention";

const DAY_MS = 24 * 60 * 60 * 1000;
const NOW = new Date("2026-11-22T12:00:00Z");
const logger = new KeptLog();
let database: TestDatabase;
let deck: Awaited<ReturnType<typeof storedDeck>>;

beforeAll(async () => {
  database = await startTestDatabase();
  deck = await storedDeck(database, 2);
});
afterAll(() => database.close());

/** A class with one student, and a game of theirs so many days ago. */
async function playedClass(daysAgo: number, about: { retentionDays?: number; yearEndsAt?: Date } = {}) {
  const { id: classId } = await database.prisma.class.create({ data: { name: "7b", ...about } });
  const { id: studentId } = await database.prisma.student.create({
    data: { classId, name: "Bea", pseudonym: "Otter" },
  });
  const sessionId = await playSession(database, {
    ...deck,
    classId,
    students: [{ name: "Bea", studentId }],
    cards: [0, 1],
    choose: () => ({ option: 0, takenMs: 1_000 }),
    startsAt: NOW.getTime() - daysAgo * DAY_MS,
  });
  return { classId, studentId, sessionId };
}

async function learn() {
  await new MasteryListener(database.pool, logger).catchUp();
  await new OptionCounter(database.pool, logger).catchUp();
}

/** Rows of every table that hang on a session. */
async function rowsOf(sessionId: string): Promise<Record<string, number>> {
  const { prisma } = database;
  const where = { sessionId };
  return {
    sessions: await prisma.session.count({ where: { id: sessionId } }),
    events: await prisma.gameEvent.count({ where }),
    players: await prisma.player.count({ where }),
    rounds: await prisma.round.count({ where }),
    answers: await prisma.answer.count({ where }),
    corrections: await prisma.correction.count({ where }),
  };
}

it("deletes a game and every row of it when its class has kept it long enough, and no other", async () => {
  const old = await playedClass(91);
  const young = await playedClass(89);
  const short = await playedClass(10, { retentionDays: 7 });
  await database.prisma.correction.create({
    data: { id: "asked", sessionId: old.sessionId, teacherId: deck.teacherId },
  });
  await learn();
  const before = await rowsOf(young.sessionId);
  expect(await rowsOf(old.sessionId)).toEqual({ ...before, corrections: 1 });
  expect(before).toMatchObject({ sessions: 1, players: 1, rounds: 2, answers: 2 });

  expect(await forgetTheOld(database.pool, NOW)).toEqual({ sessions: 2, answers: 0 });
  const none = { sessions: 0, events: 0, players: 0, rounds: 0, answers: 0, corrections: 0 };
  expect(await rowsOf(old.sessionId)).toEqual(none);
  expect(await rowsOf(short.sessionId)).toEqual(none);
  expect(await rowsOf(young.sessionId)).toEqual(before);
  // What the student knows outlives the game it was seen in.
  expect(await database.prisma.learnedAnswer.count({ where: { studentId: old.studentId } })).toBe(2);
  expect(await forgetTheOld(database.pool, NOW)).toEqual({ sessions: 0, answers: 0 });
});

it("keeps an old game that nothing has learned from yet", async () => {
  const { sessionId } = await playedClass(200);
  expect((await forgetTheOld(database.pool, NOW)).sessions).toBe(0);
  await learn();
  expect((await forgetTheOld(database.pool, NOW)).sessions).toBe(1);
  expect((await rowsOf(sessionId)).sessions).toBe(0);
});

it("lets the school year after the one that ended have its end too, years later if nobody ran the server", async () => {
  for (const [ended, next] of [
    ["2026-11-22T11:59:59.999Z", "2027-11-22T11:59:59.999Z"],
    ["2023-07-31T23:59:59.999Z", "2027-07-31T23:59:59.999Z"],
    ["2027-07-31T23:59:59.999Z", "2027-07-31T23:59:59.999Z"],
  ] as const) {
    const { classId } = await playedClass(1, { yearEndsAt: new Date(ended) });
    await forgetTheOld(database.pool, NOW);
    const { yearEndsAt } = await database.prisma.class.findUniqueOrThrow({ where: { id: classId } });
    expect(yearEndsAt).toEqual(new Date(next));
  }
});

it("forgets what a class knew when its school year has ended, and folds mastery anew", async () => {
  const ended = await playedClass(30, { yearEndsAt: new Date(NOW.getTime() - DAY_MS) });
  const going = await playedClass(30, { yearEndsAt: new Date(NOW.getTime() + DAY_MS) });
  await learn();
  expect(await database.prisma.studentMemory.count({ where: { studentId: ended.studentId } })).toBe(1);
  expect((await forgetTheOld(database.pool, NOW)).answers).toBe(2);
  for (const [{ studentId }, left] of [
    [ended, 0],
    [going, 1],
  ] as const) {
    expect(await database.prisma.studentMemory.count({ where: { studentId } })).toBe(left);
    expect(await database.prisma.studentCardMemory.count({ where: { studentId } })).toBe(2 * left);
  }
});
