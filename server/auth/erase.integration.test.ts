import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Prisma } from "../store/generated/client";
import { type Furnished, SCHOOL_PASSWORD, School } from "../testing/school";

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

let school: School;
let town: Furnished;

beforeAll(async () => {
  school = await School.open();
});
afterAll(() => school.close());
beforeEach(async () => {
  town = await school.furnish();
});

/** The tables in which any row holds one of these texts in any column. */
async function tablesWith(texts: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of Object.keys(RULES)) {
    const { rows } = await school.database.pool.query(
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
    await school.database.prisma.player.findMany({ where }),
    await school.database.prisma.round.findMany({ where }),
  ];
  return [...sessions, ...players.map(({ id }) => id), ...rounds.map(({ id }) => id)];
}

it("every table of the schema has its rule", async () => {
  expect(Object.keys(RULES).sort()).toEqual(Object.values(Prisma.ModelName).sort());
  const { rows } = await school.database.pool.query<{ name: string }>(
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
      await school.classes.run(one.teacherId, alone.classId, {
        type: "remove-student",
        studentId: traces[0] ?? "",
      }),
    ).toEqual({ ok: true });
    expect(await tablesWith(traces)).toEqual([]);
  });

  it("and the link to a removed student's report leads nowhere", async () => {
    const { one, alone, games } = town;
    const [student] = alone.students;
    const { prisma: db } = school.database;
    const player = await db.player.findFirstOrThrow({ where: { studentId: student?.studentId ?? "" } });
    await school.results.newReportLink(one.teacherId, games.alone, player.id);
    await school.classes.run(one.teacherId, alone.classId, {
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
    expect(await school.classes.delete(one.teacherId, alone.classId)).toEqual({ ok: true });
    expect(await tablesWith(traces)).toEqual([]);
  });

  it("of a game that was deleted, but what was learned in it", async () => {
    const { one, games } = town;
    const traces = await idsOf([games.alone]);
    expect(await tablesWith(traces)).toEqual(tablesThat("game", "erased", "kept"));
    expect(await school.results.deleteSession(one.teacherId, games.alone)).toBe(true);
    expect(await tablesWith(traces)).toEqual(tablesThat("game", "kept"));
  });

  it("of a teacher whose account has ended, nor of what was theirs alone", async () => {
    const { one, alone, own, games } = town;
    const cards = await school.database.prisma.card.findMany({ where: { deckId: own } });
    const questions = await school.database.prisma.question.findMany({ where: { deckId: own } });
    const traces = [
      ...[one.teacherId, one.name, one.email, own, alone.classId],
      ...alone.students.flatMap(({ studentId, name }) => [studentId, name]),
      ...[...cards, ...questions].map(({ id }) => id),
      ...(await idsOf([games.alone, games.guests])),
    ];
    expect(await tablesWith(traces)).toEqual(tablesThat("teacher", "erased"));
    const { email } = one;
    expect(
      await school.data.leave({ ...one, loginId: "this one" }, { email, password: SCHOOL_PASSWORD }),
    ).toBe("done");
    expect(await tablesWith(traces)).toEqual([]);
  });
});
