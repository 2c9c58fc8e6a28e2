import type { PoolClient } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fold } from "../../domain/mastery/fold";
import { startTestDatabase, type TestDatabase } from "../../testing/test-database";
import { hearAgain, hearPractice, hearRound } from "./hear";
import { MasteryListener } from "./listener";
import { loadMemories } from "./memories";
import { readWeights } from "./weights";

const STUDENTS = ["ana", "bo", "cem"];
const CARDS = ["c1", "c2"];
const T0 = Date.parse("2026-03-02T09:00:00Z");

let db: TestDatabase;
beforeAll(async () => {
  db = await startTestDatabase();
  const { prisma } = db;
  await prisma.teacher.create({ data: { id: "t", name: "T", email: "t@example.org" } });
  await prisma.deck.create({
    data: {
      id: "d",
      teacherId: "t",
      title: "D",
      original: "",
      format: "json",
      cards: {
        create: CARDS.map((id, position) => ({
          id,
          position,
          front: id,
          back: id,
          tags: id === "c1" ? ["birds", "spring"] : [],
        })),
      },
    },
  });
  await prisma.class.create({
    data: {
      id: "k",
      name: "K",
      students: { create: STUDENTS.map((id) => ({ id, name: id, pseudonym: id })) },
    },
  });
  await prisma.session.create({
    data: { id: "s", teacherId: "t", deckId: "d", classId: "k", title: "D", settings: {} },
  });
  await prisma.player.createMany({
    data: [...STUDENTS, "guest"].map((name) => ({
      id: `p-${name}`,
      sessionId: "s",
      studentId: name === "guest" ? null : name,
      name,
      tokenHash: name,
      joinedAt: new Date(T0),
    })),
  });
});
afterAll(() => db.close());

/** A closed round in which each player was right or not, heard by mastery; and its answers as the model is told them. */
async function play(number: number, card: string, answers: Record<string, boolean>, confidence?: number) {
  const rows = await store(number, card, answers, confidence);
  await inTransaction((sql) => hearRound(sql, `r${number}`));
  return rows;
}

/** The same, not heard yet. */
async function store(number: number, card: string, answers: Record<string, boolean>, confidence?: number) {
  const id = `r${number}`;
  const at = T0 + number * 60_000;
  await db.prisma.round.create({
    data: {
      id,
      sessionId: "s",
      number,
      cardId: card,
      kind: "front-to-back",
      prompt: card,
      front: card,
      back: card,
      options: [{}, {}, {}, {}],
      opensAt: new Date(at),
      closedAt: new Date(at + 30_000),
    },
  });
  let seconds = 0;
  for (const [player, correct] of Object.entries(answers)) {
    seconds += 1;
    await db.prisma.answer.create({
      data: {
        sessionId: "s",
        roundId: id,
        playerId: `p-${player}`,
        optionId: "o",
        takenMs: 1,
        correct,
        points: 0,
        base: 0,
        speed: 0,
        streak: 0,
        confidence: confidence ?? null,
        acceptedAt: new Date(at + seconds * 1_000),
        commandId: "c",
      },
    });
  }
  return Object.entries(answers).map(([student, correct], index) => ({
    student,
    card,
    deck: "d",
    skill: card === "c1" ? "d#birds" : "d",
    correct,
    options: 4,
    confidence,
    at: (at + (index + 1) * 1_000) / 1_000,
  }));
}

async function inTransaction(work: (sql: PoolClient) => Promise<void>) {
  const client = await db.pool.connect();
  try {
    await client.query("begin");
    await work(client);
    await client.query("commit");
  } finally {
    client.release();
  }
}

async function stored() {
  const mastery = await loadMemories(db.pool, { students: STUDENTS, cards: CARDS, decks: ["d"] });
  mastery.weights = await readWeights(db.pool);
  return mastery;
}

describe("what the database remembers", () => {
  it("equals the fold of the answers, through rounds, practice, corrections and a merged guest", async () => {
    const first = await play(1, "c1", { ana: true, bo: false, guest: true });
    const second = await play(2, "c2", { ana: false, cem: true }, 4);
    const third = await play(3, "c1", { bo: true, guest: false });
    const ofStudents = (rows: typeof first) => rows.filter(({ student }) => student !== "guest");
    expect(await stored()).toEqual(fold([...ofStudents(first), ...second, ...ofStudents(third)]));

    const practice = {
      id: "practice-1",
      studentId: "cem",
      cardId: "c2",
      questionId: null,
      homeworkId: null,
      correct: true,
      options: 3,
      confidence: null,
      at: new Date(T0 + 86_400_000),
    };
    await inTransaction((sql) => hearPractice(sql, practice));
    await inTransaction((sql) => hearPractice(sql, practice));
    const practised = {
      student: "cem",
      card: "c2",
      deck: "d",
      skill: "d",
      correct: true,
      options: 3,
      at: T0 / 1_000 + 86_400,
    };
    const all = [...ofStudents(first), ...second, ...ofStudents(third), practised];
    const before = await stored();
    expect(before).toEqual(fold(all));

    await db.prisma.round.update({ where: { id: "r2" }, data: { voided: true } });
    await inTransaction((sql) => hearAgain(sql, ["r2"]));
    expect(await stored()).toEqual(fold([...ofStudents(first), ...ofStudents(third), practised]));

    await db.prisma.round.update({ where: { id: "r2" }, data: { voided: false } });
    await inTransaction((sql) => hearAgain(sql, ["r2"]));
    expect(await stored()).toEqual(before);

    await db.prisma.player.update({ where: { id: "p-guest" }, data: { studentId: "cem" } });
    await inTransaction((sql) => hearAgain(sql, ["r1", "r3"]));
    const merged = (rows: typeof first) =>
      rows.map((row) => (row.student === "guest" ? { ...row, student: "cem" } : row));
    expect(await stored()).toEqual(fold([...merged(first), ...second, ...merged(third), practised]));
  });

  it("hears a round once, also when it is told twice", async () => {
    const before = await stored();
    await inTransaction((sql) => hearRound(sql, "r3"));
    expect(await stored()).toEqual(before);
  });

  it("hears at the next start what the last one left unheard: a closed round, and a round voided since", async () => {
    await store(4, "c2", { bo: true });
    await db.prisma.round.update({ where: { id: "r1" }, data: { voided: true } });
    const logger = { info() {}, warn() {}, error: (facts: object) => expect(facts).toBeUndefined() };
    await new MasteryListener(db.pool, logger).catchUp();
    const caughtUp = await stored();
    expect(caughtUp.learners.get("bo")?.pairs.get("c2")).toMatchObject({ c: 1, i: 0 });
    expect(caughtUp.learners.get("ana")?.pairs.has("c1")).toBe(false);
    await new MasteryListener(db.pool, logger).catchUp();
    expect(await stored()).toEqual(caughtUp);
  });

  it("hears everything again when another model has remembered", async () => {
    const before = await stored();
    await db.pool.query(`update "MasteryWeights" set model = 'another', weights = '{"w":[],"g":[]}'`);
    await db.pool.query(`update "StudentCardMemory" set m = 7`);
    const logger = { info() {}, warn() {}, error: (facts: object) => expect(facts).toBeUndefined() };
    await new MasteryListener(db.pool, logger).catchUp();
    expect(await stored()).toEqual(before);
  });

  it("leaves nothing of a deleted student, and goes on as if they had never answered", async () => {
    await db.prisma.student.delete({ where: { id: "cem" } });
    await inTransaction((sql) => hearAgain(sql, []));
    expect([...(await stored()).learners.keys()].sort()).toEqual(["ana", "bo"]);
    expect(await db.prisma.learnedAnswer.count({ where: { studentId: "cem" } })).toBe(0);
  });
});
