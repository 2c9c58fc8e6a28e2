import type { BrowserContext, Page } from "@playwright/test";
import type pg from "pg";
import { databaseOf } from "./fixtures/database";
import { masteryHasHeard } from "./fixtures/days";
import { heardAnew } from "./fixtures/heard-anew";
import { GameServer } from "./fixtures/server";
import { expect, test } from "./fixtures/test";
import { csvLines, jsonLines, type Line, storedLines, xlsxLines } from "./term/lines";
import { type Answer, type Exported, Reckoning, type Round } from "./term/reckoning";
import { checkMapPage, checkSessionPage, checkStudentPage } from "./term/report-pages";
import { playTerm, SCORING, type Term, type TermGame, TIMER_MS } from "./term/term";

// A term that was played over sockets, opened in a browser. `npm run term:check` (TERM=full) plays the whole one: 3 classes of 30, 4 decks, 12
// games of 12 questions; otherwise the classes are smaller and meet two decks.
const SIZE =
  process.env.TERM === "full"
    ? { students: 30, decks: 4, weeks: 4, rounds: 12 }
    : { students: 12, decks: 2, weeks: 2, rounds: 12 };

let server: GameServer;
let term: Term;
let db: pg.Pool;
let desk: BrowserContext;
let page: Page;

test.describe.configure({ mode: "serial" });

test.beforeAll(async ({ browser }) => {
  test.setTimeout(600_000);
  server = await GameServer.start();
  term = await playTerm(server, SIZE, 1);
  db = databaseOf(server.dataDir);
  desk = await browser.newContext({ extraHTTPHeaders: { cookie: term.teacher.cookie } });
  page = await desk.newPage();
});

test.afterAll(async () => {
  await desk.close();
  await db.end();
  await server.dispose();
});

const urlOf = ({ sessionId }: TermGame) => `${server.url}/teach/sessions/${sessionId}`;
const exported = ({ sessionId }: TermGame): Promise<Exported & Record<string, unknown>> =>
  term.teacher.json(`/api/sessions/${sessionId}/results.json`);

/** Holds one game against itself in every place where it stands. */
async function checkEverywhere(game: TermGame): Promise<Reckoning> {
  const json = await exported(game);
  const lines = jsonLines(json);
  expect(await csvLines(term.teacher, game.sessionId)).toEqual(lines);
  expect(await xlsxLines(term.teacher, game.sessionId)).toEqual(lines);
  expect(await storedLines(db, game.sessionId)).toEqual(lines);
  const reckoning = new Reckoning(json);
  await checkSessionPage(page, urlOf(game), reckoning);
  await checkMapPage(page, urlOf(game), reckoning);
  return reckoning;
}

test("every answer that a phone was told of stands in the files and in the database, and no other", async () => {
  expect(term.games).toHaveLength(3 * SIZE.weeks);
  for (const game of term.games) {
    const lines = await storedLines(db, game.sessionId);
    const told = term.acknowledged.filter(({ sessionId }) => sessionId === game.sessionId);
    const short = (text: Line) =>
      text
        .split(" | ")
        .filter((_, at) => [0, 1, 2, 6].includes(at))
        .join(" | ");
    expect(lines.map(short).sort()).toEqual(
      told.map(({ number, name, text, rating }) => [number, name, text, rating ?? ""].join(" | ")).sort(),
    );
  }
});

test("points are what their formula gives", async () => {
  for (const game of term.games) {
    const { answers, rounds, students } = await exported(game);
    const mode = SCORING[game.week % SCORING.length] ?? "";
    for (const { playerId } of students) {
      let row = 0;
      for (const { id, multiplier } of rounds) {
        const answer = answers.find((one) => one.roundId === id && one.playerId === playerId);
        if (!answer) row = 0;
        else {
          expect(answer.points).toBe(pointsOf(mode, answer, row) * multiplier);
          row = answer.correct ? row + 1 : 0;
        }
      }
    }
  }
});

/** `row`: right answers in a row before this one. */
function pointsOf(mode: string, { correct, takenMs }: Answer, row: number): number {
  if (!correct) return 0;
  const left = 1 - Math.min(1, takenMs / TIMER_MS);
  if (mode === "accuracy-first") return 1000 + Math.round(500 * left);
  if (mode === "speed") return 500 + Math.round(500 * left);
  return mode === "streak" ? 1000 + 100 * Math.min(5, row) : 1000;
}

test("every figure of every game's pages is what its exported answers give by other roads", async () => {
  test.setTimeout(600_000);
  for (const game of term.games) {
    const reckoning = await checkEverywhere(game);
    const { students } = reckoning.game;
    for (const at of [0, Math.floor(students.length / 2), students.length - 1])
      await checkStudentPage(page, urlOf(game), reckoning, students[at]?.playerId ?? "");
  }
});

test("the list of games counts what their files hold", async () => {
  await page.goto(`${server.url}/teach/sessions`);
  const rows = page.getByRole("region", { name: "Games" }).locator("tbody tr");
  await expect(rows).toHaveCount(term.games.length);
  for (const game of term.games) {
    const { answers, rounds, students } = await exported(game);
    const row = rows.filter({ has: page.locator(`a[href$="${game.sessionId}"]`) });
    const right = answers.filter(({ correct }) => correct).length;
    const cells = (await row.locator("td").allTextContents()).slice(2, 5);
    expect(cells).toEqual([
      String(students.length),
      String(rounds.length),
      `${Math.round((100 * right) / answers.length)} %`,
    ]);
  }
});

test("a class's pages say what its games' answers say", async () => {
  for (const { id } of term.classes) await checkClass(id);
});

/** Holds every deck page of a class against the games' own answers, heard anew. */
async function checkClass(classId: string): Promise<void> {
  for (const deckId of decksOf(classId)) {
    const from = Date.now();
    await page.goto(`${server.url}/teach/classes/${classId}/decks/${deckId}`);
    // The class forgets while the page is on its way: what it shows lies between these two.
    const reports = [
      await heardAnew(db, classId, deckId, from),
      await heardAnew(db, classId, deckId, Date.now()),
    ];
    const main = ((await page.locator("main").textContent()) ?? "").replace(/\s+/g, " ");
    const says = (...sentences: string[]) =>
      expect(
        sentences.filter((sentence) => main.includes(sentence)),
        sentences[0],
      ).not.toHaveLength(0);
    says(...reports.map(({ mastery }) => `${mastery.answers.toLocaleString("en")} answers. The margin is`));
    if (reports.every(({ mastery }) => mastery.enough)) {
      says(...reports.map(({ mastery }) => percent(mastery.known)));
      const lows = reports.map(({ mastery }) => percent(Math.max(0, mastery.known - 2 * mastery.error)));
      const highs = reports.map(({ mastery }) => percent(Math.min(1, mastery.known + 2 * mastery.error)));
      says(...lows.flatMap((low) => highs.map((high) => `between ${low} and ${high}`)));
    }
    const weak = page.getByRole("region", { name: /^Weak cards/ }).locator("tbody tr");
    const rows = await weak.allTextContents();
    const wanted = reports.map(({ cards }) => cards.filter(({ met, known }) => met > 0 && known < 0.5));
    expect(wanted.map((cards) => Math.min(WEAK_SHOWN, cards.length))).toContain(rows.length);
    for (const row of rows)
      expect(
        wanted
          .flat()
          .map(({ right, wrong, met }) => `${right} of ${right + wrong}${met} of ${SIZE.students}`),
      ).toContain(/\d+ of \d+ of \d+$/.exec(row.replace(/^.*%/, ""))?.[0]);
  }
}

const WEAK_SHOWN = 12;
const decksOf = (classId: string) => [
  ...new Set(term.games.filter((game) => game.classId === classId).map(({ deckId }) => deckId)),
];

/** What a class is known to know at one moment, to the ninth digit. */
async function knownAt(classId: string, at: number): Promise<string> {
  const reports = await Promise.all(decksOf(classId).map((deckId) => heardAnew(db, classId, deckId, at)));
  return JSON.stringify(reports, (_, value) =>
    typeof value === "number" ? Number(value.toPrecision(9)) : value,
  );
}

const percent = (share: number) => `${Math.round(100 * share)} %`;

/** All rows that a correction may move, with what mastery keeps rounded beyond the ninth digit. */
async function everyRow(): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {};
  for (const table of [
    "Answer",
    "Round",
    "LearnedAnswer",
    "StudentMemory",
    "DeckMemory",
    "CardMemory",
    "StudentCardMemory",
    "SkillMemory",
    "StudentSkillMemory",
  ]) {
    const { rows } = await db.query(
      `select to_jsonb(t) - 'updatedAt' as row from "${table}" t order by t::text`,
    );
    const words = rows.map(({ row }) =>
      JSON.stringify(row, (_, value) => (typeof value === "number" ? Number(value.toPrecision(9)) : value)),
    );
    found[table] = words.sort();
  }
  return found;
}

const figures = (json: Record<string, unknown>) => {
  const { corrections: _, ...rest } = json;
  return rest;
};

test("a key changed afterwards moves exactly its answers, everywhere, and undo restores every number", async () => {
  test.setTimeout(240_000);
  const [game] = term.games;
  if (!game) throw new Error("No game was played.");
  await masteryHasHeard(db);
  const before = await exported(game);
  const rowsBefore = await everyRow();
  const moment = Date.now();
  const classBefore = await knownAt(game.classId, moment);
  const popular = before.rounds
    .flatMap((round) => round.options.filter(({ correct }) => !correct).map((option) => ({ round, option })))
    .map((pair) => ({ ...pair, took: before.answers.filter(({ optionId }) => optionId === pair.option.id) }))
    .sort((a, b) => b.took.length - a.took.length)[0];
  if (!popular) throw new Error("Nobody gave a wrong answer.");
  const { round, option, took } = popular;
  expect(took.length).toBeGreaterThan(1);
  await page.goto(urlOf(game));
  const card = page.locator(`li[id="question-${round.number}"]`);
  await card.getByText(`Set question ${round.number} right`).click();
  await card.getByLabel("Accept as well").selectOption({ label: option.text });
  await card.getByRole("button", { name: "Accept", exact: true }).click();
  const corrections = page.getByRole("region", { name: "Corrections" });
  await expect(corrections).toContainText(`accepted “${option.text}” for question ${round.number} as well`);
  await masteryHasHeard(db);

  const after = await exported(game);
  expect(after.answers).toEqual(
    before.answers.map((answer) =>
      took.includes(answer)
        ? {
            ...answer,
            correct: true,
            points: pointsOf("accuracy-first", { ...answer, correct: true }, 0),
            base: 1000,
            speed: Math.round(500 * (1 - answer.takenMs / TIMER_MS)),
          }
        : answer,
    ),
  );
  const settled = await checkEverywhere(game);
  await checkStudentPage(page, urlOf(game), settled, took[0]?.playerId ?? "");
  await checkClass(game.classId);
  expect(await knownAt(game.classId, moment)).not.toEqual(classBefore);
  for (const other of term.games.slice(1))
    expect(await storedLines(db, other.sessionId)).toEqual(await csvLines(term.teacher, other.sessionId));

  await page.goto(urlOf(game));
  await corrections.getByRole("button", { name: `Undo (question ${round.number})` }).click();
  await expect(corrections).toContainText(`no longer accepted “${option.text}”`);
  await masteryHasHeard(db);
  expect(figures(await exported(game))).toEqual(figures(before));
  expect(await everyRow()).toEqual(rowsBefore);
  await checkClass(game.classId);
  expect(await knownAt(game.classId, moment)).toEqual(classBefore);
  await checkEverywhere(game);
});

test("a voided question counts nowhere, and counts again everywhere", async () => {
  test.setTimeout(240_000);
  const game = term.games.at(-1);
  if (!game) throw new Error("No game was played.");
  const before = await exported(game);
  const rowsBefore = await everyRow();
  const moment = Date.now();
  const classBefore = await knownAt(game.classId, moment);
  const round = before.rounds[1] as Round;
  await page.goto(urlOf(game));
  const card = page.locator(`li[id="question-${round.number}"]`);
  await card.getByText(`Set question ${round.number} right`).click();
  await card.getByRole("button", { name: "Void this question" }).click();
  await expect(card.getByText("voided: counts for nobody")).toBeVisible();
  await masteryHasHeard(db);
  const after = await exported(game);
  expect(after.answers).toEqual(
    before.answers.map((answer) =>
      answer.roundId === round.id ? { ...answer, points: 0, counts: false } : answer,
    ),
  );
  await checkEverywhere(game);
  await checkClass(game.classId);
  expect(await knownAt(game.classId, moment)).not.toEqual(classBefore);
  await page.goto(urlOf(game));
  await card.getByText(`Set question ${round.number} right`).click();
  await card.getByRole("button", { name: "Count this question again" }).click();
  await expect(card.getByText("voided: counts for nobody")).toBeHidden();
  await masteryHasHeard(db);
  expect(figures(await exported(game))).toEqual(figures(before));
  expect(await everyRow()).toEqual(rowsBefore);
  await checkClass(game.classId);
  expect(await knownAt(game.classId, moment)).toEqual(classBefore);
});
