import { afterAll, beforeAll, expect, test } from "vitest";
import { playSession } from "../testing/played-session";
import { storedDeck } from "../testing/stored-deck";
import { startTestDatabase, type TestDatabase } from "../testing/test-database";
import { createHostPasses } from "./host-passes";

const NOW = new Date("2026-03-02T08:00:00Z");
const HOUR_MS = 3_600_000;

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.close());

async function passFor() {
  const { prisma: db } = database;
  const { teacherId, deckId } = await storedDeck(database, 1);
  const game = { teacherId, deckId, cards: [0], startsAt: NOW.getTime(), students: [{ name: "Ben" }] };
  const choose = () => ({ option: 0, takenMs: 1_000, confidence: 4 });
  const [one, other] = [
    await playSession(database, { ...game, choose }),
    await playSession(database, { ...game, choose }),
  ];
  const login = await db.teacherLogin.create({
    data: { userId: teacherId, token: crypto.randomUUID(), expiresAt: new Date(NOW.getTime() + HOUR_MS) },
  });
  const pass = await createHostPasses(db, () => NOW).issue(one, login.id);
  return { teacherId, one, other, login, pass };
}
const at = (ms: number) => createHostPasses(database.prisma, () => new Date(NOW.getTime() + ms));

test("L27: a pass is for one session, ends with its login, and is stored as a hash only", async () => {
  const { teacherId, one, other, login, pass } = await passFor();
  expect(await at(0).teacherOf(one, pass)).toEqual({ teacherId });
  expect(await at(0).teacherOf(other, pass)).toBeNull();
  expect(await at(HOUR_MS).teacherOf(one, pass)).toBeNull();
  const { rows } = await database.pool.query(`select p::text from "HostPass" p where p::text like $1`, [
    `%${pass}%`,
  ]);
  expect(rows).toEqual([]);
  await database.prisma.teacherLogin.delete({ where: { id: login.id } });
  expect(await at(0).teacherOf(one, pass)).toBeNull();
});

test("L27: the host can end every pass of a game, and no other game's", async () => {
  const here = await passFor();
  const there = await passFor();
  await at(0).endAll(here.one);
  expect(await at(0).teacherOf(here.one, here.pass)).toBeNull();
  expect(await at(0).teacherOf(there.one, there.pass)).toEqual({ teacherId: there.teacherId });
});
