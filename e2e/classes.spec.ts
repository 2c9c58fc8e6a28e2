import type { Browser, Page } from "@playwright/test";
import type pg from "pg";
import { hashSecret } from "#server/room/chance";
import { phone, shows, type TestPhone } from "#server/testing/live-players";
import { Desk } from "./classes/desk";
import { CAPITALS, claim, play, tapOnPage } from "./classes/game";
import { percent, readsAsComputed } from "./classes/reads-as-computed";
import { databaseOf } from "./fixtures/database";
import { daysPass } from "./fixtures/days";
import { heardAnew } from "./fixtures/heard-anew";
import type { GameServer } from "./fixtures/server";
import { expect, test } from "./fixtures/test";

const CARDS = Object.keys(CAPITALS).length;
const STUDENTS = ["Ana", "Bo", "Cem", "Dee", "Eva", "Finn", "Gül", "Hal"];
/** What the whole class gets wrong on the first day. */
const MISSED = ["Greece", "Poland"];

/** The whole of a class's three days; every part builds on the one before. */
test("a class of eight over three days: guests, a swapped phone, what is weak, and what the teacher reads", async ({
  page,
  browser,
  server,
}) => {
  test.setTimeout(300_000);
  const db = databaseOf(server.dataDir);
  const desk = new Desk(page);
  await desk.open();
  await desk.makeClass("8c", ["Zoe"]);
  const zoe = await desk.seatCards(1);
  await desk.makeClass("7b", STUDENTS);
  const cards = await desk.seatCards(STUDENTS.length);
  expect(Object.keys(cards).sort()).toEqual([...STUDENTS].sort());
  expect(await tablesWith(db, Object.values(cards))).toEqual([]);

  // Day one: six take their seats, two come as guests; everybody misses the same two cards.
  const one = await desk.host(server, CARDS);
  const shelves = new Map(STUDENTS.map((name) => [name, new Map<string, string>()]));
  const phones = new Map<string, TestPhone>();
  for (const name of STUDENTS.slice(1)) {
    const made = phone(server.url, shelves.get(name));
    phones.set(name, made);
    const guest = name === "Gül" || name === "Hal";
    const door = guest
      ? { pin: one.pin, name }
      : { pin: one.pin, student: await claim(made, one.pin, name, cards) };
    expect(await made.link.join(door)).toEqual({ ok: true, name });
  }
  const ana = await anaTakesHerSeat(browser, server, one.pin, cards);
  const rightOn = (country: string) => !MISSED.includes(country);
  const first = await play(db, one.host, phones, CARDS, rightOn, (right) => tapOnPage(ana, right, db));
  expect(first).toHaveLength(CARDS);
  await one.end();
  await ana.close();
  for (const { link } of phones.values()) link.stop();

  // That evening the teacher says who the guests were.
  await desk.classTab(/Guests/);
  for (const name of ["Gül", "Hal"]) {
    const row = page.getByRole("listitem").filter({ hasText: name }).first();
    await row.getByRole("button", { name: "Merge" }).click();
    await expect(row.getByText(`was ${name}`)).toBeVisible();
  }
  await daysPass(db, 1);
  await desk.classTab("What they know");
  await page.getByRole("link", { name: "Capitals of Europe", exact: true }).click();
  await readsAsComputed(page, db, MISSED);

  // Day two: the phones find their seats; one is swapped in the middle; the first questions are the missed cards.
  const two = await desk.host(server, 4);
  phones.clear();
  for (const name of STUDENTS) {
    const made = phone(server.url, shelves.get(name));
    phones.set(name, made);
    const look = await made.link.look({ pin: two.pin });
    const knows = look.ok && look.roster?.own?.name === name;
    expect(knows, name).toBe(!["Ana", "Gül", "Hal"].includes(name));
    const joined = knows
      ? await made.link.joinAgain({ pin: two.pin })
      : await made.link.join({ pin: two.pin, student: await claim(made, two.pin, name, cards) });
    expect(joined).toEqual({ ok: true, name });
  }
  const asked = await play(db, two.host, phones, 2, () => true);
  expect([...asked].sort()).toEqual(MISSED);
  const old = phones.get("Bo");
  const fresh = phone(server.url);
  expect(await fresh.link.join({ pin: two.pin, student: await claim(fresh, two.pin, "Bo", cards) })).toEqual({
    ok: true,
    name: "Bo",
  });
  if (old) await shows(old.link.store, ({ connection }) => connection === "displaced");
  old?.link.stop();
  phones.set("Bo", fresh);
  await play(db, two.host, phones, 2, () => true);
  await two.end();
  for (const { link } of phones.values()) link.stop();
  await daysPass(db, 1);

  // Day three: half of the class.
  const three = await desk.host(server, 4);
  phones.clear();
  for (const name of STUDENTS.slice(0, 4)) {
    const made = phone(server.url);
    phones.set(name, made);
    await made.link.join({ pin: three.pin, student: await claim(made, three.pin, name, cards) });
  }
  await theWrongOnesStayOut(browser, server, three.pin, { hal: cards.Hal ?? "", zoe: zoe.Zoe ?? "" }, db);
  await play(db, three.host, phones, 4, (country) => country !== "Greece");
  await three.end();
  for (const { link } of phones.values()) link.stop();

  // What the teacher reads is what a fold of the answers says that knows nothing of what mastery has kept.
  await desk.classTab("What they know");
  await page.getByRole("link", { name: "Capitals of Europe", exact: true }).click();
  await readsAsComputed(page, db, []);
  const { known, error, answers } = (await heardAnew(db, desk.classId, desk.deckId, Date.now())).mastery;
  expect(answers).toBe(CARDS * 8 + 4 * 8 + 4 * 4);
  const low = Math.max(0, known - 2 * error);
  const high = Math.min(1, known + 2 * error);
  await expect(page.getByText(percent(known), { exact: true }).first()).toBeVisible();
  await expect(page.getByText(`between ${percent(low)} and ${percent(high)}`).first()).toBeVisible();

  // A student who is removed leaves nothing behind: neither name, nor pseudonym, nor id.
  const cem = await db.query(`select id, pseudonym from "Student" where name = 'Cem'`);
  const traces = ["Cem", cem.rows[0].id, cem.rows[0].pseudonym];
  expect((await tablesWith(db, traces)).length).toBeGreaterThan(3);
  await desk.classTab("Students");
  await page.getByRole("button", { name: "Change Cem" }).click();
  await page.getByRole("button", { name: "Remove…" }).click();
  await page.getByRole("button", { name: "Erase Cem" }).click();
  await expect(page.getByRole("link", { name: "Cem" })).toHaveCount(0);
  expect(await tablesWith(db, traces)).toEqual([]);
  // Three days of games, and the server has told its log of nobody.
  expect(server.output).not.toMatch(/ada@school|\b(Ada|Ana|Cem|Dee|Eva|Finn|Gül|Hal)\b/);
  await db.end();
});

/** Ana plays in a real browser: her tile, wrong words, the right ones. */
async function anaTakesHerSeat(
  browser: Browser,
  server: GameServer,
  pin: string,
  cards: Record<string, string>,
): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url, viewport: { width: 360, height: 740 } });
  const ana = await context.newPage();
  await ana.goto(`/?pin=${pin}`);
  await expect(ana.getByRole("button", { name: "Gül" })).toBeVisible();
  await expect(ana.getByRole("button", { name: "Bo", exact: true })).toHaveCount(0);
  await ana.getByRole("button", { name: "Ana" }).click();
  await ana.getByLabel("Your two words").fill("hat hut");
  await ana.getByRole("button", { name: "Take my seat" }).click();
  await expect(ana.getByText("These are not your two words.")).toBeVisible();
  await ana.getByLabel("Your two words").fill(cards.Ana ?? "");
  await ana.getByRole("button", { name: "Take my seat" }).click();
  await expect(ana.getByText("You're in, Ana")).toBeVisible();
  return ana;
}

/** Somebody guesses at Hal's seat until it is closed to them; and a student of another class, with words of their own. */
async function theWrongOnesStayOut(
  browser: Browser,
  server: GameServer,
  pin: string,
  words: { hal: string; zoe: string },
  db: pg.Pool,
) {
  const context = await browser.newContext({ baseURL: server.url, viewport: { width: 360, height: 740 } });
  const guesser = await context.newPage();
  await guesser.goto(`/?pin=${pin}`);
  await guesser.getByRole("button", { name: "Hal" }).click();
  const tries = async (typed: string) => {
    await guesser.getByLabel("Your two words").fill(typed);
    await guesser.getByRole("button", { name: "Take my seat" }).click();
  };
  for (let i = 0; i < 5; i++) {
    await tries(`hat hut${"t".repeat(i)}`);
    await expect(guesser.getByText("These are not your two words.")).toBeVisible();
    await guesser.getByLabel("Your two words").fill("");
  }
  await tries(words.hal);
  await expect(guesser.getByText("That was wrong too often.")).toBeVisible();
  await context.close();

  // Zoe's class is another one: her words open nothing here, and neither does the phone that knows her seat.
  const { rows } = await db.query(`select id, "classId" from "Student" where name = 'Zoe'`);
  const [zoe] = rows;
  const stranger = phone(server.url);
  const claimed = { studentId: zoe.id as string, words: words.zoe };
  expect(await stranger.link.join({ pin, student: claimed })).toMatchObject({ code: "wrong-words" });
  const seat = "a-seat-that-a-phone-has-kept-of-another-class";
  await db.query(
    `insert into "ClassSeat" (id, "tokenHash", "classId", "studentId") values ('zoe', $1, $2, $3)`,
    [hashSecret(seat), zoe.classId, zoe.id],
  );
  expect(await stranger.link.join({ pin, student: { classSeat: seat } })).toMatchObject({
    code: "class-seat-unknown",
  });
  stranger.link.stop();
}

/** The tables in which any row holds one of these texts in any column. */
async function tablesWith(db: pg.Pool, texts: string[]): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    `select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> '_prisma_migrations'`,
  );
  const found: string[] = [];
  for (const { name } of rows) {
    // As words of their own: three letters of a name stand in one of thousands of random ids too.
    const words = `\\m(${texts.join("|")})\\M`;
    const hits = await db.query(`select 1 from "${name}" t where t::text ~ $1 limit 1`, [words]);
    if (hits.rows.length > 0) found.push(name);
  }
  return found;
}
