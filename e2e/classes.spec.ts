import path from "node:path";
import type { Browser, Page } from "@playwright/test";
import pg from "pg";
import { classReport } from "#server/domain/mastery/class-report";
import { fold } from "#server/domain/mastery/fold";
import { hashSecret } from "#server/room/chance";
import { connectionUrl, readNote } from "#server/store/embedded/address";
import { inPhase, next, phone, shows, type TestPhone } from "#server/testing/live-players";
import { referenceMastery } from "#server/testing/reference-mastery";
import { connectHost, type HostLink } from "@/client/host";
import type { SessionId } from "@/contract/ids";
import { daysPass, masteryHasHeard } from "./fixtures/days";
import type { GameServer } from "./fixtures/server";
import { expect, test } from "./fixtures/test";

const CAPITALS = {
  France: "Paris",
  Spain: "Madrid",
  Italy: "Rome",
  Austria: "Vienna",
  Greece: "Athens",
  Portugal: "Lisbon",
  Poland: "Warsaw",
  Hungary: "Budapest",
};
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
  const db = new pg.Pool({ connectionString: databaseOf(server), max: 2 });
  const desk = new Desk(page);
  await desk.open();
  await desk.saveDeck();
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
  const report = await foldedAnew(db);
  const { known, error, answers } = report.mastery;
  expect(answers).toBe(CARDS * 8 + 4 * 8 + 4 * 4);
  const low = Math.max(0, known - 2 * error);
  const high = Math.min(1, known + 2 * error);
  const percent = (share: number) => `${Math.round(100 * share)} %`;
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

/** The teacher at the desk. */
class Desk {
  private classUrl = "";
  private deckUrl = "";

  constructor(private readonly page: Page) {}

  async open() {
    const { page } = this;
    await page.goto("/teach");
    await page.getByLabel("Your name").fill("Ada");
    await page.getByLabel("E-mail").fill("ada@school.test");
    await page.getByLabel("Password").fill("three blind mice");
    await page.getByRole("button", { name: "Open my desk" }).click();
    await expect(page.getByRole("heading", { name: "Your decks" })).toBeVisible();
  }

  async saveDeck() {
    const { page } = this;
    const pasted = Object.entries(CAPITALS).map(([land, city]) => `What is the capital of ${land}?\t${city}`);
    await page.goto("/teach/decks/new");
    await page.getByLabel("Paste your flashcards").fill(pasted.join("\n"));
    await page.getByRole("button", { name: "Show the cards" }).click();
    await page.getByLabel("Name of the deck").fill("Capitals of Europe");
    await page.getByRole("button", { name: "Save the deck" }).click();
    await expect(page.getByRole("heading", { name: "Capitals of Europe" })).toBeVisible();
    this.deckUrl = page.url();
  }

  async makeClass(name: string, students: string[]) {
    const { page } = this;
    await page.goto("/teach/classes/new");
    await page.getByLabel("Name of the class").fill(name);
    await page.getByLabel("Students", { exact: true }).fill(students.join("\n"));
    await page.getByRole("button", { name: "Make the class" }).click();
    await expect(page.getByRole("heading", { name })).toBeVisible();
    this.classUrl = page.url();
  }

  /** Each student's two words, from the page that is printed. */
  async seatCards(students: number): Promise<Record<string, string>> {
    const { page } = this;
    await page.getByRole("link", { name: "Seat cards to print" }).click();
    await page.getByRole("button", { name: "Draw words for everybody" }).click();
    const rows = page.getByRole("listitem").filter({ has: page.getByRole("img") });
    await expect(rows).toHaveCount(students);
    const cards: Record<string, string> = {};
    for (const row of await rows.all()) {
      const lines = await row.locator("p").allInnerTexts();
      cards[lines[1] ?? ""] = lines[2] ?? "";
    }
    return cards;
  }

  async classTab(name: string | RegExp) {
    await this.page.goto(this.classUrl);
    await this.page.getByRole("tab", { name }).click();
  }

  /** Opens a lobby for the class; the game is then moved over the host's own socket. */
  async host(server: GameServer, questions: number) {
    const { page } = this;
    await page.goto(this.deckUrl);
    await page.getByRole("button", { name: "Host" }).click();
    await page.getByLabel("Class", { exact: true }).selectOption({ label: "7b" });
    await page.getByLabel("Number of questions").fill(String(questions));
    await page.getByRole("button", { name: "Open the lobby" }).click();
    await expect(page).toHaveURL(/\/host\/[\w-]+$/);
    const cookies = await page.context().cookies();
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    const sessionId = new URL(page.url()).pathname.split("/").at(-1) as SessionId;
    const host = connectHost(sessionId, { origin: server.url, extraHeaders: { cookie } });
    host.start();
    const { view } = await shows(host.store, ({ connection }) => connection === "connected");
    await host.send({ type: "settings", settings: { confidence: false, timer: { kind: "none" } } });
    return {
      host,
      pin: view?.pin ?? "",
      end: async () => {
        await host.send({ type: "end" });
        host.stop();
      },
    };
  }
}

/** What a phone says to take the seat of the student with this name. */
async function claim({ link }: TestPhone, pin: string, name: string, cards: Record<string, string>) {
  const look = await link.look({ pin });
  const student = look.ok ? look.roster?.students.find((one) => one.name === name) : undefined;
  return { studentId: student?.id ?? "", words: cards[name] ?? "" };
}

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

async function tapOnPage(page: Page, right: boolean, db: pg.Pool) {
  const { rows } = await db.query(`select options from "Round" order by "opensAt" desc limit 1`);
  const options: { text: string; correct: boolean }[] = rows[0].options;
  const text = options.find(({ correct }) => correct === right)?.text ?? "";
  await page.getByRole("group", { name: "Answers" }).getByRole("button", { name: text }).click();
}

/** Plays rounds in which every phone answers, rightly or not by the country asked about. @returns the countries */
async function play(
  db: pg.Pool,
  host: HostLink,
  phones: ReadonlyMap<string, TestPhone>,
  rounds: number,
  rightOn: (country: string) => boolean,
  also: (right: boolean) => Promise<void> = async () => {},
): Promise<string[]> {
  const countries: string[] = [];
  for (let i = 0; i < rounds; i++) {
    await shows(host.store, ({ view }) => view?.hasNext === true);
    expect(await next(host)).toEqual({ ok: true });
    const { view } = await shows(host.store, inPhase("question"));
    if (view?.phase.name !== "question") throw new Error("No question is open.");
    const { round } = view.phase;
    const { rows } = await db.query(`select front, options from "Round" where id = $1`, [round.id]);
    const country = Object.keys(CAPITALS).find((land) => rows[0].front.includes(land)) ?? "";
    countries.push(country);
    const options: { id: string; correct: boolean }[] = rows[0].options;
    const wanted = options.find(({ correct }) => correct === rightOn(country))?.id;
    const option = round.options.find(({ id }) => id === wanted);
    if (!option) throw new Error("The option is missing.");
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, round.opensAt - Date.now()) + 50));
    await Promise.all([
      ...[...phones.values()].map(async ({ link }) => {
        await shows(link.store, (live) => inPhase("question")(live) && live.connection === "connected");
        const answer = await link.send({ type: "answer", roundId: round.id, optionId: option.id });
        expect(answer).toEqual({ ok: true });
      }),
      also(rightOn(country)),
    ]);
    await shows(host.store, inPhase("reveal"));
  }
  // Nothing is read before mastery has heard of it.
  await masteryHasHeard(db);
  return countries;
}

/**
 * The class's share, its weak cards and its students' shares as the page says them, against the model written a second
 * time (`server/testing/reference-mastery.ts`) and fed with the games' own answers.
 * @param mustBeWeak countries that were missed
 */
async function readsAsComputed(page: Page, db: pg.Pool, mustBeWeak: readonly string[]) {
  const { rows } = await db.query(
    `select p."studentId" student, c."deckId" deck, c.id card, c."deckId" || coalesce('#' || c.tags[1], '') skill,
            a.correct, jsonb_array_length(r.options) options, extract(epoch from a."acceptedAt")::float8 at
       from "Answer" a join "Round" r on r.id = a."roundId" join "Player" p on p.id = a."playerId"
       join "Card" c on c.id = r."cardId"
      where p."studentId" is not null and not r.voided
      order by r."closedAt", a."acceptedAt", (r.id || '/' || p.id) collate "C"`,
  );
  const mastery = referenceMastery(rows);
  const cards = await db.query<{ card: string; front: string; deck: string; skill: string }>(
    `select c.id card, c.front, c."deckId" deck, c."deckId" || coalesce('#' || c.tags[1], '') skill
       from "Card" c join "Deck" d on d.id = c."deckId" where d.title = 'Capitals of Europe'`,
  );
  const students = await db.query<{ student: string; name: string }>(
    `select s.id student, s.name from "Student" s join "Class" c on c.id = s."classId" where c.name = '7b'`,
  );
  const now = Date.now() / 1_000;
  const knows = (who: typeof students.rows, what: typeof cards.rows) => {
    const all = who.flatMap(({ student }) =>
      what.map(({ card, deck, skill }) => mastery.knows({ student, card, deck, skill }, now)),
    );
    return all.reduce((sum, k) => sum + k, 0) / all.length;
  };
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  const whole = knows(students.rows, cards.rows);
  await expect(page.getByText(percent(whole), { exact: true }).first()).toBeVisible();

  const weak = page.getByRole("table", { name: /^Weak cards/ }).getByRole("row");
  const weakCards: string[] = [];
  for (const card of cards.rows) {
    const known = knows(students.rows, [card]);
    const right = rows.filter((row) => row.card === card.card && row.correct).length;
    const all = rows.filter((row) => row.card === card.card).length;
    if (known >= 0.5) continue;
    weakCards.push(card.front);
    const row = weak.filter({ hasText: card.front });
    await expect(row).toContainText(percent(known));
    await expect(row).toContainText(`${right} of ${all}`);
  }
  for (const country of mustBeWeak)
    expect(
      weakCards.some((front) => front.includes(country)),
      country,
    ).toBe(true);
  await expect(weak).toHaveCount(weakCards.length === 0 ? 0 : weakCards.length + 1);

  const people = page.getByRole("table", { name: /^Students/ }).getByRole("row");
  for (const student of students.rows) {
    const given = rows.filter((row) => row.student === student.student).length;
    const text = (await people.filter({ hasText: student.name }).textContent()) ?? "";
    const shown = /(\d+ %)\s*between/.exec(text)?.[1];
    if (shown === undefined) expect(text).toContain(`Not enough answers yet (${given})`);
    else expect(shown, student.name).toBe(percent(knows([student], cards.rows)));
  }
}

/** The class's report from the games' own answers, without anything that mastery has written down. */
async function foldedAnew(db: pg.Pool) {
  const { rows } = await db.query(
    `select p."studentId" student, c."deckId" deck, c.id card, c."deckId" || coalesce('#' || c.tags[1], '') skill,
            a.correct, jsonb_array_length(r.options) options, a.confidence,
            extract(epoch from a."acceptedAt")::float8 at
       from "Answer" a join "Round" r on r.id = a."roundId" join "Player" p on p.id = a."playerId"
       join "Card" c on c.id = r."cardId"
      where p."studentId" is not null and not r.voided
      order by r."closedAt", a."acceptedAt", (r.id || '/' || p.id) collate "C"`,
  );
  const mastery = fold(rows.map((row) => ({ ...row, confidence: row.confidence ?? undefined })));
  const cards = await db.query(
    `select c.id, c."deckId" || coalesce('#' || c.tags[1], '') skill, c."deckId" deck from "Card" c
       join "Deck" d on d.id = c."deckId" where d.title = 'Capitals of Europe' order by c.position`,
  );
  const students = await db.query(
    `select s.id from "Student" s join "Class" c on c.id = s."classId" where c.name = '7b' order by s.name`,
  );
  const report = classReport(
    { deck: cards.rows[0].deck, cards: cards.rows, students: students.rows.map(({ id }) => id) },
    mastery,
    Date.now() / 1_000,
  );
  if (!report) throw new Error("There is nothing to report.");
  return report;
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

function databaseOf(server: GameServer): string {
  const note = readNote(path.join(server.dataDir, "run"));
  if (!note) throw new Error("The server's database says nowhere where it listens.");
  return connectionUrl(note.listen);
}
