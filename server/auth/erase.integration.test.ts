import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createClasses } from "../classes/classes";
import { fold } from "../domain/mastery/fold";
import { teacherExport } from "../queries/export/teacher-export";
import { createResults } from "../results/results";
import { Prisma } from "../store/generated/client";
import { inTransaction } from "../store/in-transaction";
import { heard, hearPractice } from "../store/mastery/hear";
import { MasteryListener } from "../store/mastery/listener";
import { loadMemories } from "../store/mastery/memories";
import { KeptLog } from "../testing/live-server";
import { playSession } from "../testing/played-session";
import { storedDeck } from "../testing/stored-deck";
import { startTestDatabase, type TestDatabase } from "../testing/test-database";
import { createAccounts } from "./accounts";
import { createHostPasses } from "./host-passes";
import { createTeacherData } from "./teacher-data";

const PASSWORD = "three blind mice";
const NOW = new Date("2026-11-22T12:00:00Z");

/**
 * What becomes of a table's rows about a student, a class, a game or a teacher when these are deleted: `erased` no row
 * tells of them any more, `kept` it is meant to stay, `-` it never held anything about them.
 */
type Fate = "erased" | "kept" | "-";
type Rule = { student: Fate; class: Fate; game: Fate; teacher: Fate };
const rule = (student: Fate, of: Fate, game: Fate, teacher: Fate): Rule => ({
  student,
  class: of,
  game,
  teacher,
});
/** Every table has its rule: one without is a type error, and fails below. */
const RULES: Record<Prisma.ModelName, Rule> = {
  Teacher: rule("-", "-", "-", "erased"),
  TeacherLogin: rule("-", "-", "-", "erased"),
  HostPass: rule("-", "-", "erased", "erased"),
  TeacherAccount: rule("-", "-", "-", "erased"),
  Verification: rule("-", "-", "-", "erased"),
  Invitation: rule("-", "-", "-", "erased"),
  Class: rule("-", "erased", "-", "erased"),
  ClassTeacher: rule("-", "erased", "-", "erased"),
  ClassInvitation: rule("-", "erased", "-", "erased"),
  ClassSeat: rule("erased", "erased", "-", "erased"),
  Student: rule("erased", "erased", "-", "erased"),
  Deck: rule("-", "-", "-", "erased"),
  Card: rule("-", "-", "-", "erased"),
  Question: rule("-", "-", "-", "erased"),
  QuestionOption: rule("-", "-", "-", "erased"),
  Proposal: rule("-", "-", "-", "erased"),
  Session: rule("-", "erased", "erased", "erased"),
  Player: rule("erased", "erased", "erased", "erased"),
  Round: rule("-", "-", "erased", "erased"),
  Answer: rule("-", "-", "erased", "erased"),
  GameEvent: rule("erased", "erased", "erased", "erased"),
  Correction: rule("-", "-", "erased", "erased"),
  // What a student has learned outlives the game they learned it in.
  LearnedAnswer: rule("erased", "erased", "kept", "erased"),
  // One row of numbers that all answers of the house taught together, made anew by the fold.
  MasteryWeights: rule("-", "-", "-", "-"),
  Homework: rule("-", "erased", "-", "erased"),
  StudentMemory: rule("erased", "erased", "-", "erased"),
  CardMemory: rule("-", "-", "-", "erased"),
  DeckMemory: rule("erased", "erased", "-", "erased"),
  StudentCardMemory: rule("erased", "erased", "-", "erased"),
  SkillMemory: rule("-", "-", "-", "erased"),
  StudentSkillMemory: rule("erased", "erased", "-", "erased"),
};

let database: TestDatabase;
let accounts: ReturnType<typeof createAccounts>;
let data: ReturnType<typeof createTeacherData>;
let classes: ReturnType<typeof createClasses>;
let results: ReturnType<typeof createResults>;
let town: Awaited<ReturnType<typeof furnish>>;
let towns = 0;

beforeAll(async () => {
  database = await startTestDatabase();
  const { prisma: db, pool } = database;
  accounts = createAccounts({ db, secret: "x".repeat(32), publicUrl: "http://localhost" });
  data = createTeacherData({ database, accounts });
  classes = createClasses({ db, pool, secret: "s".repeat(32), now: () => NOW });
  results = createResults({ db, rooms: { correct: () => expect.fail("nothing is corrected here") } });
});
afterAll(() => database.close());
beforeEach(async () => {
  town = await furnish();
});

async function newTeacher(name: string) {
  const { prisma: db } = database;
  const account = {
    name,
    email: `${name.replace(/\W/g, ".")}@school.example`.toLowerCase(),
    password: PASSWORD,
  };
  const first = await accounts.makeFirstTeacher(account);
  if (first) return { ...account, teacherId: first };
  const inviter = await db.teacher.findFirstOrThrow();
  const token = await accounts.invite(inviter.id, NOW);
  const made = await accounts.acceptInvitation(token ?? "", account, NOW);
  if (!made.ok) throw new Error(made.reason);
  return { ...account, teacherId: made.teacherId };
}

/**
 * A teacher with a class of their own and one that a colleague teaches too, a deck played in each, a guests' game, and
 * a row in every table that can tell of them.
 */
async function furnish() {
  const { prisma: db, pool } = database;
  towns += 1;
  const one = await newTeacher(`Quirina Leaver ${towns}`);
  const two = await newTeacher(`Bert Stayer ${towns}`);
  const own = await deckOf(one.teacherId);
  const shared = await deckOf(one.teacherId);
  const alone = await classOf(one.teacherId, `Xylo${towns}`);
  const together = await classOf(one.teacherId, `Yard${towns}`);
  await db.classTeacher.create({ data: { classId: together.classId, teacherId: two.teacherId } });
  const play = (deckId: string, of?: typeof alone) =>
    playSession(database, {
      ...{ teacherId: one.teacherId, deckId, cards: [0, 1], startsAt: NOW.getTime() - 864e5 },
      ...(of ? { classId: of.classId, students: of.students } : { students: [{ name: `Guest${towns}` }] }),
      choose: (student, round) => ({ option: (student + round) % 2, takenMs: 1_000, confidence: 4 }),
    });
  const games = {
    alone: await play(own, alone),
    guests: await play(own),
    together: await play(shared, together),
  };
  await new MasteryListener(pool, new KeptLog()).catchUp();
  const [student] = alone.students;
  const card = await db.card.findFirstOrThrow({ where: { deckId: own } });
  await db.proposal.create({
    data: { cardId: card.id, questionKey: "q", model: "m", cardHash: "h", prompt: "?", right: [] },
  });
  await db.homework.create({ data: { classId: alone.classId, deckId: own, dueAt: NOW } });
  await inTransaction(pool, (sql) =>
    hearPractice(sql, {
      ...{ id: `practice/${towns}`, studentId: student?.studentId ?? "", cardId: card.id, questionId: null },
      ...{ homeworkId: null, correct: true, options: 4, confidence: null, at: NOW },
    }),
  );
  for (const { studentId } of alone.students)
    await db.classSeat.create({
      data: { classId: alone.classId, studentId, tokenHash: `phone of ${studentId}` },
    });
  await classes.invite(one.teacherId, alone.classId);
  await accounts.invite(one.teacherId, NOW);
  for (const [who, sessionId] of Object.entries(games))
    await db.correction.create({ data: { id: `${who}-${towns}`, sessionId, teacherId: one.teacherId } });
  await db.verification.create({ data: { identifier: one.email, value: "x", expiresAt: NOW } });
  await accounts.signIn({ email: one.email, password: PASSWORD }, "127.0.0.1", "test");
  const login = await db.teacherLogin.findFirstOrThrow({ where: { userId: one.teacherId } });
  const passes = createHostPasses(db, () => NOW);
  for (const sessionId of Object.values(games)) await passes.issue(sessionId, login.id);
  return { one, two, own, shared, alone, together, games };
}

async function deckOf(teacherId: string): Promise<string> {
  const { teacherId: maker, deckId } = await storedDeck(database, 2);
  await database.prisma.deck.update({ where: { id: deckId }, data: { teacherId } });
  await database.prisma.teacher.delete({ where: { id: maker } });
  return deckId;
}

async function classOf(teacherId: string, name: string) {
  const { prisma: db } = database;
  const { classId } = await classes.create(teacherId, name, {
    names: [`${name}a`, `${name}b`],
    problems: [],
  });
  await classes.drawSeatCards(teacherId, classId, "all", "words");
  const rows = await db.student.findMany({ where: { classId }, orderBy: { name: "asc" } });
  return { classId, students: rows.map(({ id, name }) => ({ studentId: id, name })) };
}

/** The tables in which any row holds one of these texts in any column. */
async function tablesWith(texts: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of Object.keys(RULES)) {
    const { rows } = await database.pool.query(
      `select 1 from "${name}" t where t::text like any($1) limit 1`,
      [texts.map((text) => `%${text}%`)],
    );
    if (rows.length > 0) found.push(name);
  }
  return found.sort();
}

const tablesThat = (of: keyof Rule, ...fates: Fate[]) =>
  Object.entries(RULES)
    .flatMap(([name, rules]) => (fates.includes(rules[of]) ? name : []))
    .sort();

/** Every row of these games, and what they are made of. */
async function idsOf(sessions: string[]): Promise<string[]> {
  const where = { sessionId: { in: sessions } };
  const [players, rounds] = [
    await database.prisma.player.findMany({ where }),
    await database.prisma.round.findMany({ where }),
  ];
  return [...sessions, ...players.map(({ id }) => id), ...rounds.map(({ id }) => id)];
}

const leave = (email = town.one.email, password = PASSWORD) =>
  data.leave({ ...town.one, loginId: "this one" }, { email, password });

it("every table of the schema has its rule", async () => {
  expect(Object.keys(RULES).sort()).toEqual(Object.values(Prisma.ModelName).sort());
  const { rows } = await database.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> '_prisma_migrations' order by 1`,
  );
  expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(RULES).sort());
});

describe("table by table, nothing tells any more", () => {
  it("of a student who was removed", async () => {
    const { one, alone } = town;
    const [student] = alone.students;
    const traces = [student?.studentId ?? "", student?.name ?? ""];
    expect(await tablesWith(traces)).toEqual(tablesThat("student", "erased"));
    expect(
      await classes.run(one.teacherId, alone.classId, { type: "remove-student", studentId: traces[0] ?? "" }),
    ).toEqual({ ok: true });
    expect(await tablesWith(traces)).toEqual([]);
  });

  it("and the link to a removed student's report leads nowhere", async () => {
    const { one, alone, games } = town;
    const [student] = alone.students;
    const { prisma: db } = database;
    const player = await db.player.findFirstOrThrow({ where: { studentId: student?.studentId ?? "" } });
    await results.newReportLink(one.teacherId, games.alone, player.id);
    await classes.run(one.teacherId, alone.classId, {
      type: "remove-student",
      studentId: student?.studentId ?? "",
    });
    expect(await db.player.findUniqueOrThrow({ where: { id: player.id } })).toMatchObject({
      reportHash: null,
    });
  });

  it("of a class that was deleted", async () => {
    const { one, alone } = town;
    const traces = [alone.classId, ...alone.students.flatMap(({ studentId, name }) => [studentId, name])];
    expect(await tablesWith(traces)).toEqual(tablesThat("class", "erased"));
    expect(await classes.delete(one.teacherId, alone.classId)).toEqual({ ok: true });
    expect(await tablesWith(traces)).toEqual([]);
  });

  it("of a game that was deleted, but what was learned in it", async () => {
    const { one, games } = town;
    const traces = await idsOf([games.alone]);
    expect(await tablesWith(traces)).toEqual(tablesThat("game", "erased", "kept"));
    expect(await results.deleteSession(one.teacherId, games.alone)).toBe(true);
    expect(await tablesWith(traces)).toEqual(tablesThat("game", "kept"));
  });

  it("of a teacher whose account has ended, nor of what was theirs alone", async () => {
    const { one, alone, own, games } = town;
    const cards = await database.prisma.card.findMany({ where: { deckId: own } });
    const questions = await database.prisma.question.findMany({ where: { deckId: own } });
    const traces = [
      ...[one.teacherId, one.name, one.email, own, alone.classId],
      ...alone.students.flatMap(({ studentId, name }) => [studentId, name]),
      ...[...cards, ...questions].map(({ id }) => id),
      ...(await idsOf([games.alone, games.guests])),
    ];
    expect(await tablesWith(traces)).toEqual(tablesThat("teacher", "erased"));
    expect(await leave()).toBe("done");
    expect(await tablesWith(traces)).toEqual([]);
  });
});

describe("an account that ends", () => {
  it("says before what will become of everything", async () => {
    const { one, two, alone, together } = town;
    expect(await data.leaving(one.teacherId)).toEqual({
      ending: [{ id: alone.classId, name: expect.stringMatching(/^Xylo/), students: 2 }],
      passedOn: [
        {
          id: together.classId,
          name: expect.stringMatching(/^Yard/),
          heirId: two.teacherId,
          heirName: two.name,
        },
      ],
      decks: { erased: 1, passedOn: 1 },
      games: { erased: 2, passedOn: 1 },
      running: [],
      last: false,
    });
  });

  it("leaves a shared class to its colleague, with its games, its deck and all it knows", async () => {
    const { two, shared, together, games } = town;
    const { prisma: db, pool } = database;
    const learned = () => db.learnedAnswer.count({ where: { student: { classId: together.classId } } });
    const before = await learned();
    expect(await leave()).toBe("done");
    expect(
      await db.class.findUniqueOrThrow({ where: { id: together.classId }, include: { teachers: true } }),
    ).toMatchObject({
      teachers: [{ teacherId: two.teacherId, owner: true }],
    });
    expect(await db.session.findUniqueOrThrow({ where: { id: games.together } })).toMatchObject({
      teacherId: two.teacherId,
    });
    expect(await db.deck.findUniqueOrThrow({ where: { id: shared } })).toMatchObject({
      teacherId: two.teacherId,
    });
    expect(await learned()).toBe(before);
    const [student] = together.students;
    const kept = await loadMemories(pool, {
      students: [student?.studentId ?? ""],
      cards: [],
      decks: [shared],
    });
    const anew = fold(await heard(pool)).learners.get(student?.studentId ?? "");
    const memory = kept.learners.get(student?.studentId ?? "");
    expect(memory?.student.m).toBeCloseTo(anew?.student.m ?? Number.NaN, 12);
  });

  it("takes a colleague's class nothing but the colleague who left", async () => {
    const { one, two, together } = town;
    const { prisma: db } = database;
    expect(await data.leave({ ...two, loginId: "x" }, { email: two.email, password: PASSWORD })).toBe("done");
    const left = await db.class.findUniqueOrThrow({
      where: { id: together.classId },
      include: { teachers: true },
    });
    expect(left.teachers).toMatchObject([{ teacherId: one.teacherId, owner: true }]);
    expect(await db.session.count({ where: { teacherId: one.teacherId } })).toBe(3);
  });

  it("does not end by a slip, a guess, or in the middle of a game", async () => {
    const { one, games } = town;
    const { prisma: db } = database;
    expect(await leave("somebody@school.example")).toBe("wrong-email");
    expect(await leave(one.email, "three blind rats")).toBe("wrong-password");
    await db.session.update({ where: { id: games.guests }, data: { endedAt: null } });
    expect((await data.leaving(one.teacherId)).running).toHaveLength(1);
    expect(await leave()).toBe("running");
    expect(await db.deck.count({ where: { teacherId: one.teacherId } })).toBe(2);
    for (let tries = 0; tries < 10; tries++) await leave(one.email, "a guess at random");
    expect(await leave()).toBe("too-many");
  });

  it("signs every browser out", async () => {
    const over: string[] = [];
    const stop = accounts.onLoginsEnded(({ teacherId }) => over.push(teacherId));
    expect(await leave()).toBe("done");
    stop();
    expect(over).toEqual([town.one.teacherId]);
    const again = await accounts.signIn({ email: town.one.email, password: PASSWORD }, "127.0.0.9", "test");
    expect(again).toEqual({ ok: false, reason: "wrong" });
  });
});

it("a teacher's export holds every deck, class, student and game of theirs, and no other's", async () => {
  const { one, own, shared, alone, together, games } = town;
  const files = new Map<string, string>();
  for await (const { path, text } of teacherExport(database.prisma, one.teacherId)) {
    let whole = "";
    for await (const piece of text) whole += piece;
    expect(() => JSON.parse(whole), path).not.toThrow();
    files.set(path, whole);
  }
  const named = (...ids: string[]) =>
    ids.map((id) => [...files.keys()].filter((path) => path.includes(id)).length);
  expect(named(own, shared, alone.classId, together.classId)).toEqual([1, 1, 1, 1]);
  expect(named(...Object.values(games))).toEqual([1, 1, 1]);
  expect(files.size).toBe(8);
  const all = [...files.values()].join("\n");
  for (const { name } of [...alone.students, ...together.students]) expect(all).toContain(name);
  expect(all).toContain(one.email);
  expect(all).not.toMatch(/secretHash|tokenHash|"password"|linkHash/);
});
