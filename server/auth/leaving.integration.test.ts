import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fold } from "../domain/mastery/fold";
import { heard } from "../store/mastery/hear";
import { loadMemories } from "../store/mastery/memories";
import { type Furnished, SCHOOL_PASSWORD, School } from "../testing/school";

let school: School;
let town: Furnished;

beforeAll(async () => {
  school = await School.open();
});
afterAll(() => school.close());
beforeEach(async () => {
  town = await school.furnish();
});

const leave = (email = town.one.email, password = SCHOOL_PASSWORD) =>
  school.data.leave({ ...town.one, loginId: "this one" }, { email, password });

describe("an account that ends", () => {
  it("says before what will become of everything", async () => {
    const { one, two, alone, together } = town;
    expect(await school.data.leaving(one.teacherId)).toEqual({
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
    const { prisma: db, pool } = school.database;
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
    const { prisma: db } = school.database;
    expect(
      await school.data.leave({ ...two, loginId: "x" }, { email: two.email, password: SCHOOL_PASSWORD }),
    ).toBe("done");
    const left = await db.class.findUniqueOrThrow({
      where: { id: together.classId },
      include: { teachers: true },
    });
    expect(left.teachers).toMatchObject([{ teacherId: one.teacherId, owner: true }]);
    expect(await db.session.count({ where: { teacherId: one.teacherId } })).toBe(3);
  });

  it("does not end by a slip, a guess, or in the middle of a game", async () => {
    const { one, games } = town;
    const { prisma: db } = school.database;
    expect(await leave("somebody@school.example")).toBe("wrong-email");
    expect(await leave(one.email, "three blind rats")).toBe("wrong-password");
    await db.session.update({ where: { id: games.guests }, data: { endedAt: null } });
    expect((await school.data.leaving(one.teacherId)).running).toHaveLength(1);
    expect(await leave()).toBe("running");
    expect(await db.deck.count({ where: { teacherId: one.teacherId } })).toBe(2);
    for (let tries = 0; tries < 10; tries++) await leave(one.email, "a guess at random");
    expect(await leave()).toBe("too-many");
  });

  it("signs every browser out", async () => {
    const over: string[] = [];
    const stop = school.accounts.onLoginsEnded(({ teacherId }) => over.push(teacherId));
    expect(await leave()).toBe("done");
    stop();
    expect(over).toEqual([town.one.teacherId]);
    const again = await school.accounts.signIn(
      { email: town.one.email, password: SCHOOL_PASSWORD },
      "127.0.0.9",
      "test",
    );
    expect(again).toEqual({ ok: false, reason: "wrong" });
  });
});
