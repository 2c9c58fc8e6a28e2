import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ClassCommand } from "@/contract/class";
import { DEFAULT_SETTINGS } from "@/contract/settings";
import { fold } from "../domain/mastery/fold";
import { classDeck, classDecks, studentPage } from "../queries/class-mastery";
import { classPage, listClasses } from "../queries/classes";
import { guestSessions, guestsOfGame } from "../queries/guests";
import { inTransaction } from "../store/in-transaction";
import { hearPractice, hearRound } from "../store/mastery/hear";
import { loadMemories } from "../store/mastery/memories";
import { storedDeck } from "../testing/stored-deck";
import { startTestDatabase, type TestDatabase } from "../testing/test-database";
import { type Classes, createClasses } from "./classes";

const DAY = 24 * 60 * 60 * 1_000;
let db: TestDatabase;
let classes: Classes;
let now = new Date("2026-03-02T10:00:00Z");

beforeAll(async () => {
  db = await startTestDatabase();
  classes = createClasses({ db: db.prisma, pool: db.pool, secret: "s".repeat(32), now: () => now });
});
afterAll(() => db.close());

const roster = (...names: string[]) => ({ names, problems: [] });

/** A class of a new teacher, with a deck of five cards. */
async function school(...names: string[]) {
  const { teacherId, deckId } = await storedDeck(db, 5);
  const { classId } = await classes.create(teacherId, "7b", roster(...names));
  const cards = await db.prisma.card.findMany({ where: { deckId }, orderBy: { position: "asc" } });
  const student = async (name: string) =>
    (await db.prisma.student.findFirstOrThrow({ where: { classId, name } })).id;
  return { teacherId, deckId, classId, cards: cards.map(({ id }) => id), student };
}
type School = Awaited<ReturnType<typeof school>>;

/** A game that is over, with one round; players by name, students by id, and whether they were right. */
async function game(
  { teacherId, deckId, classId, cards }: School,
  players: { name: string; studentId?: string; right?: boolean }[],
  over = true,
) {
  const sessionId = crypto.randomUUID();
  const roundId = crypto.randomUUID();
  await db.prisma.session.create({
    data: {
      ...{ id: sessionId, teacherId, deckId, classId, title: "Sums", settings: DEFAULT_SETTINGS },
      createdAt: now,
      endedAt: over ? now : null,
      rounds: {
        create: {
          ...{ id: roundId, number: 1, cardId: cards[0], questionId: null, kind: "front-to-back" },
          ...{ prompt: "?", front: "f", back: "b", options: [1, 2, 3, 4], opensAt: now, closedAt: now },
        },
      },
    },
  });
  const ids: Record<string, string> = {};
  let seq = 0;
  for (const { name, studentId = null, right } of players) {
    const id = crypto.randomUUID();
    ids[name] = id;
    seq += 1;
    await db.prisma.player.create({
      data: { id, sessionId, studentId, name, tokenHash: crypto.randomUUID(), joinedAt: now },
    });
    await db.prisma.gameEvent.create({
      data: { sessionId, seq, type: "player-joined", at: now, payload: { playerId: id, name, studentId } },
    });
    if (right === undefined) continue;
    await db.prisma.answer.create({
      data: {
        ...{ sessionId, roundId, playerId: id, optionId: "o", takenMs: 900, correct: right, points: 0 },
        ...{ base: 0, speed: 0, streak: 0, acceptedAt: now, commandId: crypto.randomUUID() },
      },
    });
  }
  await inTransaction(db.pool, (sql) => hearRound(sql, roundId));
  return { sessionId, roundId, ids };
}

const known = async ({ deckId, cards }: School, students: string[]) =>
  (await loadMemories(db.pool, { students, cards, decks: [deckId] })).learners;

describe("a class", () => {
  test("is made with its students, each with a pseudonym of their own", async () => {
    const { teacherId, classId } = await school("Ana", "Bo", "Cem");
    const page = await classPage(db.prisma, teacherId, classId, now);
    expect(page?.students.map(({ name }) => name)).toEqual(["Ana", "Bo", "Cem"]);
    expect(new Set(page?.students.map(({ pseudonym }) => pseudonym)).size).toBe(3);
    expect(page).toMatchObject({ name: "7b", own: true, openLinks: [], homework: [] });
  });

  test("takes further names, and none twice", async () => {
    const { teacherId, classId } = await school("Ana");
    const answer = await classes.addStudents(teacherId, classId, roster("ana", "Bo"));
    expect(answer).toEqual({ ok: true, notes: ["1 was in the class already."] });
    const page = await classPage(db.prisma, teacherId, classId, now);
    expect(page?.students.map(({ name }) => name)).toEqual(["Ana", "Bo"]);
  });

  test("is kept to the end of the school year, and its games as long as its owner says", async () => {
    const { teacherId, classId } = await school();
    const { teacherId: colleague } = await school();
    await db.prisma.classTeacher.create({ data: { classId, teacherId: colleague } });
    const kept = async () => (await classPage(db.prisma, colleague, classId, now))?.kept;
    expect(await kept()).toMatchObject({ days: 90, yearEndsAt: new Date("2026-07-31T23:59:59.999Z") });
    const keep = (who: string, yearEndsOn: string) =>
      classes.run(who, classId, { type: "keep", days: 30, yearEndsOn });
    expect(await keep(colleague, "2026-06-30")).toMatchObject({ ok: false });
    expect(await keep(teacherId, "2026-03-01")).toMatchObject({ ok: false });
    expect(await kept()).toMatchObject({ days: 90 });
    expect(await keep(teacherId, "2026-06-30")).toEqual({ ok: true });
    expect(await kept()).toMatchObject({ days: 30, yearEndsAt: new Date("2026-06-30T23:59:59.999Z") });
  });

  test("is put away and brought back", async () => {
    const { teacherId, classId } = await school();
    await classes.run(teacherId, classId, { type: "archive-class", archived: true });
    expect(await listClasses(db.prisma, teacherId)).toEqual([]);
    expect(await listClasses(db.prisma, teacherId, true)).toMatchObject([{ id: classId }]);
    await classes.run(teacherId, classId, { type: "archive-class", archived: false });
    expect(await listClasses(db.prisma, teacherId)).toMatchObject([{ id: classId }]);
  });
});

describe("a teacher without a right on a class", () => {
  test("can do nothing to it and see nothing of it, by any route", async () => {
    const mine = await school("Ana");
    const { teacherId: stranger } = await school();
    const studentId = await mine.student("Ana");
    const { ids } = await game(mine, [{ name: "guest", right: true }]);
    const commands: ClassCommand[] = [
      { type: "rename-class", name: "x" },
      { type: "archive-class", archived: true },
      { type: "keep", days: 7, yearEndsOn: "2027-01-01" },
      { type: "rename-student", studentId, name: "Eve" },
      { type: "remove-student", studentId },
      { type: "remove-teacher", teacherId: mine.teacherId },
      { type: "withdraw-link", invitationId: "x" },
      { type: "revoke-practice", studentId },
      { type: "merge-guest", playerId: ids.guest ?? "", studentId },
      { type: "unmerge-guest", playerId: ids.guest ?? "" },
      { type: "set-homework", deckId: mine.deckId, timeZone: "UTC", dueOn: "2026-03-09" },
      { type: "remove-homework", homeworkId: "x" },
    ];
    const before = await classPage(db.prisma, mine.teacherId, mine.classId, now);
    for (const command of commands)
      expect(await classes.run(stranger, mine.classId, command), command.type).toMatchObject({ ok: false });
    expect(await classes.delete(stranger, mine.classId)).toMatchObject({ ok: false });
    expect(await classes.addStudents(stranger, mine.classId, roster("Eve"))).toMatchObject({ ok: false });
    expect(await classes.drawSeatCards(stranger, mine.classId, "all", "words")).toBeNull();
    expect(await classes.newPracticeLink(stranger, mine.classId, studentId)).toBeNull();
    expect(await classes.invite(stranger, mine.classId)).toBeNull();
    expect(await classPage(db.prisma, stranger, mine.classId, now)).toBeNull();
    expect(await guestSessions(db.prisma, stranger, mine.classId)).toEqual([]);
    expect(await classDeck(db, stranger, mine.classId, mine.deckId, now)).toBeNull();
    expect(await classDecks(db, stranger, mine.classId, now)).toEqual([]);
    expect(await studentPage(db, stranger, mine.classId, studentId, now)).toBeNull();
    expect(await classPage(db.prisma, mine.teacherId, mine.classId, now)).toEqual(before);
  });

  test("reaches no student of another class through a class of their own", async () => {
    const mine = await school("Ana");
    const other = await school("Bo");
    const studentId = await mine.student("Ana");
    for (const command of [
      { type: "rename-student", studentId, name: "Eve" },
      { type: "remove-student", studentId },
      { type: "revoke-practice", studentId },
    ] as const)
      expect(await classes.run(other.teacherId, other.classId, command)).toMatchObject({ ok: false });
    expect(await classes.newPracticeLink(other.teacherId, other.classId, studentId)).toBeNull();
    expect(await classes.drawSeatCards(other.teacherId, other.classId, { studentId }, "words")).toEqual([]);
    expect(await mine.student("Ana")).toBe(studentId);
  });
});

describe("a colleague", () => {
  test("comes in by a link that works once, for seven days, and can be shown out again", async () => {
    const { teacherId, classId } = await school("Ana");
    const { teacherId: colleague } = await school();
    const { teacherId: third } = await school();
    const token = (await classes.invite(teacherId, classId)) ?? "";
    expect(JSON.stringify(await db.prisma.classInvitation.findMany())).not.toContain(token);
    expect(await classes.classOfLink(token)).toMatchObject({ className: "7b" });
    expect(await classes.acceptLink(token, colleague)).toBe(classId);
    expect(await classes.acceptLink(token, third)).toBeNull();
    const rename = { type: "rename-class", name: "7b (Bio)" } as const;
    expect(await classes.run(colleague, classId, rename)).toEqual({ ok: true });
    expect(await classes.delete(colleague, classId)).toMatchObject({ ok: false });
    expect(await classes.run(colleague, classId, { type: "remove-teacher", teacherId })).toMatchObject({
      ok: false,
    });
    expect(await classes.run(teacherId, classId, { type: "remove-teacher", teacherId: colleague })).toEqual({
      ok: true,
    });
    expect(await classes.run(colleague, classId, rename)).toMatchObject({ ok: false });

    const late = (await classes.invite(teacherId, classId)) ?? "";
    now = new Date(now.getTime() + 8 * DAY);
    expect(await classes.acceptLink(late, third)).toBeNull();
  });
});

describe("a guest who was a student", () => {
  test("is merged, mastery follows, and the merge can be taken back", async () => {
    const mine = await school("Ana", "Bo");
    const [ana, bo] = [await mine.student("Ana"), await mine.student("Bo")];
    const { ids } = await game(mine, [
      { name: "Bo", studentId: bo, right: false },
      { name: "ANA", right: true },
    ]);
    const before = await known(mine, [ana, bo]);
    expect(before.has(ana)).toBe(false);
    const [session] = await guestSessions(db.prisma, mine.teacherId, mine.classId);
    expect(session?.guests).toMatchObject([
      { name: "ANA", answers: 1, right: 1, mergedWith: null, likely: ana },
    ]);
    const playerId = ids.ANA ?? "";
    const ofGame = await guestsOfGame(db.prisma, mine.teacherId, session?.sessionId ?? "");
    expect(ofGame).toMatchObject({
      classId: mine.classId,
      game: session,
      students: [{ id: ana }, { id: bo }],
    });
    const { teacherId: stranger } = await school("Cem");
    expect(await guestsOfGame(db.prisma, stranger, session?.sessionId ?? "")).toBeNull();

    const merge = { type: "merge-guest", playerId, studentId: ana } as const;
    expect(await classes.run(mine.teacherId, mine.classId, merge)).toEqual({ ok: true });
    const after = await known(mine, [ana, bo]);
    expect(after.get(ana)?.pairs.get(mine.cards[0] ?? "")).toMatchObject({ c: 1, i: 0 });
    expect(await classes.run(mine.teacherId, mine.classId, merge)).toMatchObject({ ok: false });

    const undo = { type: "unmerge-guest", playerId } as const;
    expect(await classes.run(mine.teacherId, mine.classId, undo)).toEqual({ ok: true });
    expect(await known(mine, [ana, bo])).toEqual(before);
    expect(await classes.run(mine.teacherId, mine.classId, undo)).toMatchObject({ ok: false });
  });

  test("is not merged with somebody who answered the same question, nor while the game runs", async () => {
    const mine = await school("Ana");
    const ana = await mine.student("Ana");
    const over = await game(mine, [
      { name: "Ana", studentId: ana, right: true },
      { name: "guest", right: true },
    ]);
    const running = await game(mine, [{ name: "guest", right: true }], false);
    for (const { ids } of [over, running])
      expect(
        await classes.run(mine.teacherId, mine.classId, {
          ...{ type: "merge-guest", playerId: ids.guest ?? "", studentId: ana },
        }),
      ).toMatchObject({ ok: false });
  });

  test("leaves the seat of somebody who sat there as a student alone", async () => {
    const mine = await school("Ana");
    const { ids } = await game(mine, [{ name: "Ana", studentId: await mine.student("Ana"), right: true }]);
    expect(
      await classes.run(mine.teacherId, mine.classId, { type: "unmerge-guest", playerId: ids.Ana ?? "" }),
    ).toMatchObject({ ok: false });
  });
});

describe("what the teacher reads", () => {
  test("is the fold of the answers, whoever counts them", async () => {
    const mine = await school("Ana", "Bo");
    const [ana, bo] = [await mine.student("Ana"), await mine.student("Bo")];
    await game(mine, [
      { name: "Ana", studentId: ana, right: true },
      { name: "Bo", studentId: bo, right: false },
    ]);
    const report = (await classDeck(db, mine.teacherId, mine.classId, mine.deckId, now))?.report;
    expect(report?.cards[0]).toMatchObject({ met: 2, right: 1, wrong: 1 });
    expect(report?.mastery).toMatchObject({ answers: 2, enough: false });
    const heard = await db.prisma.learnedAnswer.findMany({
      orderBy: [{ batch: "asc" }, { at: "asc" }, { id: "asc" }],
    });
    const again = fold(
      heard.map((row) => ({
        ...{ student: row.studentId, deck: row.deckId, card: row.cardId, skill: row.skill },
        ...{ correct: row.correct, options: row.options, confidence: row.confidence ?? undefined },
        at: row.at.getTime() / 1_000,
      })),
    );
    const stored = await known(mine, [ana, bo]);
    for (const id of [ana, bo]) expect(stored.get(id)?.pairs).toEqual(again.learners.get(id)?.pairs);
  });
});

describe("removing a student", () => {
  test("leaves no trace of them in any table", async () => {
    const mine = await school("Zoltana Quixote", "Bo");
    const { teacherId, classId } = mine;
    const [gone, bo] = [await mine.student("Zoltana Quixote"), await mine.student("Bo")];
    const { pseudonym } = await db.prisma.student.findUniqueOrThrow({ where: { id: gone } });
    await classes.drawSeatCards(teacherId, classId, "all", "words");
    await classes.newPracticeLink(teacherId, classId, gone);
    await db.prisma.classSeat.create({ data: { classId, studentId: gone, tokenHash: "phone-hash" } });
    await game(mine, [
      { name: "Zoltana Quixote", studentId: gone, right: true },
      { name: "Bo", studentId: bo, right: true },
    ]);
    const guest = await game(mine, [{ name: "Zoltana Q.", right: false }]);
    const playerId = guest.ids["Zoltana Q."] ?? "";
    await classes.run(teacherId, classId, { type: "merge-guest", playerId, studentId: gone });
    await inTransaction(db.pool, (sql) =>
      hearPractice(sql, {
        ...{
          id: "practice/1",
          studentId: gone,
          cardId: mine.cards[0] ?? "",
          questionId: null,
          homeworkId: null,
        },
        ...{ correct: true, options: 4, confidence: null, at: now },
      }),
    );
    const traces = [gone, "Zoltana", pseudonym, "phone-hash"];
    expect(await tablesWith(traces)).toEqual([
      ...["ClassSeat", "DeckMemory", "GameEvent", "LearnedAnswer", "Player", "Student", "StudentCardMemory"],
      ...["StudentMemory", "StudentSkillMemory"],
    ]);
    const answers = await db.prisma.answer.count();
    expect(await classes.run(teacherId, classId, { type: "remove-student", studentId: gone })).toEqual({
      ok: true,
    });
    expect(await tablesWith(traces)).toEqual([]);
    expect(await db.prisma.answer.count()).toBe(answers);
    const left = await known(mine, [gone, bo]);
    expect([...left.keys()]).toEqual([bo]);
  });

  test("waits until their game is over", async () => {
    const mine = await school("Ana");
    const studentId = await mine.student("Ana");
    await game(mine, [{ name: "Ana", studentId }], false);
    expect(
      await classes.run(mine.teacherId, mine.classId, { type: "remove-student", studentId }),
    ).toMatchObject({ ok: false });
  });

  test("with their whole class leaves the games without names", async () => {
    const mine = await school("Wilhelmina Nobody");
    await game(mine, [
      { name: "Wilhelmina Nobody", studentId: await mine.student("Wilhelmina Nobody"), right: true },
    ]);
    const sessions = await db.prisma.session.count();
    expect(await classes.delete(mine.teacherId, mine.classId)).toEqual({ ok: true });
    expect(await tablesWith(["Wilhelmina", mine.classId])).toEqual([]);
    expect(await db.prisma.session.count()).toBe(sessions);
  });
});

/** The tables, by name, in which any row holds one of these texts in any column. */
async function tablesWith(texts: string[]): Promise<string[]> {
  const { rows } = await db.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> '_prisma_migrations'`,
  );
  expect(rows.length).toBeGreaterThan(20);
  const found: string[] = [];
  for (const { name } of rows) {
    const hits = await db.pool.query(`select 1 from "${name}" t where t::text like any($1) limit 1`, [
      texts.map((text) => `%${text}%`),
    ]);
    if (hits.rows.length > 0) found.push(name);
  }
  return found.sort();
}
