import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { classPage } from "../queries/classes";
import { rightText } from "../testing/live-server";
import { storedDeck } from "../testing/stored-deck";
import { startTestDatabase, type TestDatabase } from "../testing/test-database";
import { createClassSeats } from "./class-seats";
import { type Classes, createClasses } from "./classes";
import { createPractice, type Practice } from "./practice";

const SECRET = "s".repeat(32);
const DAY = 24 * 60 * 60 * 1_000;
let db: TestDatabase;
let classes: Classes;
let practice: Practice;
let now = new Date();

beforeAll(async () => {
  db = await startTestDatabase();
  classes = createClasses({ db: db.prisma, pool: db.pool, secret: SECRET, now: () => now });
  practice = createPractice({ database: db, secret: SECRET, now: () => now });
});
beforeEach(() => {
  now = new Date("2026-03-02T10:00:00Z");
});
afterAll(() => db.close());

/** Ana of a class that has five cards as homework, and her link. */
async function homework() {
  const { teacherId, deckId } = await storedDeck(db, 5);
  const { classId } = await classes.create(teacherId, "7b", { names: ["Ana", "Bo"], problems: [] });
  await classes.run(teacherId, classId, {
    type: "set-homework",
    deckId,
    dueOn: "2026-03-09",
    timeZone: "Europe/Berlin",
  });
  const { id: studentId } = await db.prisma.student.findFirstOrThrow({ where: { classId, name: "Ana" } });
  const token = (await classes.newPracticeLink(teacherId, classId, studentId)) ?? "";
  const page = await practice.page(token);
  const homeworkId = page?.homework[0]?.id ?? "";
  return { teacherId, deckId, classId, studentId, token, homeworkId };
}

async function question(token: string, wish: Parameters<Practice["ask"]>[1]) {
  const asked = await practice.ask(token, wish);
  if (!asked.ok) throw new Error(`Nothing was asked: ${asked.why}`);
  const { prompt, options, ask } = asked.question;
  return { ask, prompt, key: options.indexOf(rightText(prompt)), options };
}

describe("practice", () => {
  test("asks without telling the key, checks, and tells it then", async () => {
    const { token, deckId } = await homework();
    const { ask, options, key } = await question(token, { deckId });
    expect(options).toHaveLength(4);
    const stored = await db.prisma.questionOption.findMany({ where: { question: { deckId } } });
    for (const { id } of stored) expect(Buffer.from(ask, "base64url").toString("latin1")).not.toContain(id);
    const answered = await practice.answer(token, { ask, chosen: (key + 1) % 4, confidence: null });
    expect(answered).toMatchObject({ ok: true, reveal: { correct: false, keys: [key] } });
  });

  test("is heard once, however often the answer is sent, and the first one counts", async () => {
    const { token, deckId, studentId } = await homework();
    const { ask, key } = await question(token, { deckId });
    await practice.answer(token, { ask, chosen: (key + 1) % 4, confidence: null });
    await practice.answer(token, { ask, chosen: key, confidence: null });
    const pairs = await db.prisma.studentCardMemory.findMany({ where: { studentId } });
    expect(pairs).toMatchObject([{ right: 0, wrong: 1 }]);
  });

  test("brings the next cards, not the one just asked, and shows later what is due", async () => {
    const { token, deckId } = await homework();
    const prompts = new Set<string>();
    for (let i = 0; i < 5; i++) {
      const { ask, key, prompt } = await question(token, { deckId });
      prompts.add(prompt);
      await practice.answer(token, { ask, chosen: i === 0 ? (key + 1) % 4 : key, confidence: null });
      now = new Date(now.getTime() + 20_000);
    }
    expect(prompts.size).toBe(5);
    expect((await practice.page(token))?.decks).toMatchObject([{ unmet: 0, cards: 5 }]);
    now = new Date(now.getTime() + 120 * DAY);
    const due = (await practice.page(token))?.decks[0]?.due;
    expect(due).toBeGreaterThan(0);
  });

  test("works homework through until every card was right, and the teacher sees it", async () => {
    const { token, homeworkId, teacherId, classId } = await homework();
    for (let i = 0; i < 6; i++) {
      const { ask, key } = await question(token, { homeworkId });
      await practice.answer(token, { ask, chosen: i === 0 ? (key + 1) % 4 : key, confidence: null });
      now = new Date(now.getTime() + 20_000);
    }
    expect(await practice.ask(token, { homeworkId })).toEqual({ ok: false, why: "done" });
    expect((await practice.page(token))?.homework).toMatchObject([{ done: 5, cards: 5 }]);
    const page = await classPage(db.prisma, teacherId, classId, now);
    expect(page?.homework).toMatchObject([{ begun: 1, finished: 1, cards: 5 }]);
    expect(page?.students.map(({ practisedAt }) => practisedAt !== null)).toEqual([true, false]);
  });

  test("is for the holder of the link alone: revoked, replaced, foreign and forged asks get nothing", async () => {
    const mine = await homework();
    const other = await homework();
    const { ask, key } = await question(mine.token, { deckId: mine.deckId });
    expect(await practice.answer(other.token, { ask, chosen: key, confidence: null })).toEqual({
      ok: false,
      why: "stale",
    });
    expect(
      await practice.answer(mine.token, { ask: `${ask.slice(0, -2)}AA`, chosen: key, confidence: null }),
    ).toEqual({
      ok: false,
      why: "stale",
    });
    expect(await practice.ask(other.token, { deckId: mine.deckId })).toEqual({ ok: false, why: "gone" });
    expect(await practice.ask(other.token, { homeworkId: mine.homeworkId })).toEqual({
      ok: false,
      why: "gone",
    });
    const token = await classes.newPracticeLink(mine.teacherId, mine.classId, mine.studentId);
    expect(await practice.page(mine.token)).toBeNull();
    expect(await practice.page(token ?? "")).toMatchObject({ name: "Ana", className: "7b" });
    await classes.run(mine.teacherId, mine.classId, { type: "revoke-practice", studentId: mine.studentId });
    expect(await practice.page(token ?? "")).toBeNull();
    expect(JSON.stringify(await db.prisma.student.findMany())).not.toContain(other.token);
  });

  test("is behind the seat too that a phone has proved in a game, until a new card is drawn", async () => {
    const { teacherId, classId, studentId, deckId } = await homework();
    const seats = createClassSeats(db.prisma, SECRET);
    const seat = await seats.keepPhone(classId, studentId);
    expect(await practice.page(seat)).toMatchObject({ name: "Ana", className: "7b" });
    const { ask, key } = await question(seat, { deckId });
    expect(await practice.answer(seat, { ask, chosen: key, confidence: null })).toMatchObject({ ok: true });
    await classes.drawSeatCards(teacherId, classId, { studentId }, "pictures");
    expect(await practice.page(seat)).toBeNull();
    expect(await practice.ask(seat, { deckId })).toEqual({ ok: false, why: "gone" });
  });

  test("takes how well it was known into what is heard", async () => {
    const { token, deckId, studentId } = await homework();
    for (const confidence of [5, null]) {
      const { ask, key } = await question(token, { deckId });
      await practice.answer(token, { ask, chosen: key, confidence });
      now = new Date(now.getTime() + 30_000);
    }
    const heard = await db.prisma.learnedAnswer.findMany({ where: { studentId }, orderBy: { at: "asc" } });
    expect(heard.map(({ confidence }) => confidence)).toEqual([5, null]);
  });

  test("is due at the end of the teacher's day", async () => {
    const { token } = await homework();
    const page = await practice.page(token);
    expect(page?.homework[0]).toMatchObject({
      dueAt: new Date("2026-03-09T22:59:59.999Z"),
      timeZone: "Europe/Berlin",
    });
  });

  test("forgets a question that has lain open for more than an hour", async () => {
    const { token, deckId } = await homework();
    const { ask, key } = await question(token, { deckId });
    now = new Date(now.getTime() + 61 * 60_000);
    expect(await practice.answer(token, { ask, chosen: key, confidence: null })).toEqual({
      ok: false,
      why: "stale",
    });
  });
});
