import { createAccounts } from "../auth/accounts";
import { createHostPasses } from "../auth/host-passes";
import { createTeacherData } from "../auth/teacher-data";
import { createClasses } from "../classes/classes";
import { createResults } from "../results/results";
import { inTransaction } from "../store/in-transaction";
import { hearPractice } from "../store/mastery/hear";
import { MasteryListener } from "../store/mastery/listener";
import { KeptLog } from "./live-server";
import { playSession } from "./played-session";
import { storedDeck } from "./stored-deck";
import { startTestDatabase, type TestDatabase } from "./test-database";

export const SCHOOL_PASSWORD = "three blind mice";
export const SCHOOL_NOW = new Date("2026-11-22T12:00:00Z");

export type Furnished = Awaited<ReturnType<School["furnish"]>>;

/** A house with teachers who have something to lose, on a database of its own. */
export class School {
  readonly accounts: ReturnType<typeof createAccounts>;
  readonly data: ReturnType<typeof createTeacherData>;
  readonly classes: ReturnType<typeof createClasses>;
  readonly results: ReturnType<typeof createResults>;
  private towns = 0;

  private constructor(readonly database: TestDatabase) {
    const { prisma: db, pool } = database;
    this.accounts = createAccounts({ db, secret: "x".repeat(32), publicUrl: "http://localhost" });
    this.data = createTeacherData({ database, accounts: this.accounts });
    this.classes = createClasses({ db, pool, secret: "s".repeat(32), now: () => SCHOOL_NOW });
    const correct = () => Promise.reject(new Error("Nothing is corrected here."));
    this.results = createResults({ db, rooms: { correct } });
  }

  static async open(): Promise<School> {
    return new School(await startTestDatabase());
  }

  close(): Promise<void> {
    return this.database.close();
  }

  private async newTeacher(name: string) {
    const { prisma: db } = this.database;
    const account = {
      name,
      email: `${name.replace(/\W/g, ".")}@school.example`.toLowerCase(),
      password: SCHOOL_PASSWORD,
    };
    const first = await this.accounts.makeFirstTeacher(account);
    if (first) return { ...account, teacherId: first };
    const inviter = await db.teacher.findFirstOrThrow();
    const token = await this.accounts.invite(inviter.id, SCHOOL_NOW);
    const made = await this.accounts.acceptInvitation(token ?? "", account, SCHOOL_NOW);
    if (!made.ok) throw new Error(made.reason);
    return { ...account, teacherId: made.teacherId };
  }

  /**
   * A teacher with a class of their own and one that a colleague teaches too, a deck played in each, a guests' game, and
   * a row in every table that can tell of them.
   */
  async furnish() {
    const { prisma: db, pool } = this.database;
    this.towns += 1;
    const one = await this.newTeacher(`Quirina Leaver ${this.towns}`);
    const two = await this.newTeacher(`Bert Stayer ${this.towns}`);
    const own = await this.deckOf(one.teacherId);
    const shared = await this.deckOf(one.teacherId);
    const alone = await this.classOf(one.teacherId, `Xylo${this.towns}`);
    const together = await this.classOf(one.teacherId, `Yard${this.towns}`);
    await db.classTeacher.create({ data: { classId: together.classId, teacherId: two.teacherId } });
    const play = (deckId: string, of?: typeof alone) =>
      playSession(this.database, {
        ...{ teacherId: one.teacherId, deckId, cards: [0, 1], startsAt: SCHOOL_NOW.getTime() - 864e5 },
        ...(of
          ? { classId: of.classId, students: of.students }
          : { students: [{ name: `Guest${this.towns}` }] }),
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
    await db.homework.create({ data: { classId: alone.classId, deckId: own, dueAt: SCHOOL_NOW } });
    await inTransaction(pool, (sql) =>
      hearPractice(sql, {
        ...{
          id: `practice/${this.towns}`,
          studentId: student?.studentId ?? "",
          cardId: card.id,
          questionId: null,
        },
        ...{ homeworkId: null, correct: true, options: 4, confidence: null, at: SCHOOL_NOW },
      }),
    );
    for (const { studentId } of alone.students)
      await db.classSeat.create({
        data: { classId: alone.classId, studentId, tokenHash: `phone of ${studentId}` },
      });
    await this.classes.invite(one.teacherId, alone.classId);
    await this.accounts.invite(one.teacherId, SCHOOL_NOW);
    for (const [who, sessionId] of Object.entries(games))
      await db.correction.create({
        data: { id: `${who}-${this.towns}`, sessionId, teacherId: one.teacherId },
      });
    await db.verification.create({ data: { identifier: one.email, value: "x", expiresAt: SCHOOL_NOW } });
    await this.accounts.signIn({ email: one.email, password: SCHOOL_PASSWORD }, "127.0.0.1", "test");
    const login = await db.teacherLogin.findFirstOrThrow({ where: { userId: one.teacherId } });
    const passes = createHostPasses(db, () => SCHOOL_NOW);
    for (const sessionId of Object.values(games)) await passes.issue(sessionId, login.id);
    return { one, two, own, shared, alone, together, games };
  }

  private async deckOf(teacherId: string): Promise<string> {
    const { teacherId: maker, deckId } = await storedDeck(this.database, 2);
    await this.database.prisma.deck.update({ where: { id: deckId }, data: { teacherId } });
    await this.database.prisma.teacher.delete({ where: { id: maker } });
    return deckId;
  }

  private async classOf(teacherId: string, name: string) {
    const { prisma: db } = this.database;
    const { classId } = await this.classes.create(teacherId, name, {
      names: [`${name}a`, `${name}b`],
      problems: [],
    });
    await this.classes.drawSeatCards(teacherId, classId, "all", "words");
    const rows = await db.student.findMany({ where: { classId }, orderBy: { name: "asc" } });
    return { classId, students: rows.map(({ id, name }) => ({ studentId: id, name })) };
  }
}
