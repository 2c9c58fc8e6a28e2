import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import ExcelJS from "exceljs";
import Papa from "papaparse";
import { type RunningServer, startServer } from "#server/testing/house";
import { type PlayedHouse, playedHouse } from "./fixtures/played-house";

const PORT = 4174;
const STUDENTS = 33;
const ROUNDS = 15;

let house: PlayedHouse;
let server: RunningServer;
let desk: BrowserContext;
let page: Page;

test.beforeAll(async ({ browser }) => {
  house = await playedHouse({ students: STUDENTS, rounds: ROUNDS });
  server = await startServer({ dataDir: house.dataDir, port: PORT });
  await server.atRest();
  desk = await browser.newContext({ extraHTTPHeaders: { cookie: house.teacher.cookie } });
  page = await desk.newPage();
});

test.afterAll(async () => {
  await desk.close();
  await server.stop();
  house.remove();
});

const results = () => `${server.origin}/teach/sessions/${house.sessionId}`;
const files = () => `${server.origin}/api/sessions/${house.sessionId}`;
const as = (cookie: string) => ({ headers: { cookie }, redirect: "manual" as const });

async function file(name: string): Promise<Response> {
  const response = await fetch(`${files()}/${name}`, as(house.teacher.cookie));
  expect(response.status, name).toBe(200);
  return response;
}

async function csv(name: string): Promise<Record<string, string>[]> {
  const bytes = new Uint8Array(await (await file(name)).arrayBuffer());
  expect([...bytes.slice(0, 3)], "a byte order mark, or Excel spoils the accents").toEqual([
    0xef, 0xbb, 0xbf,
  ]);
  return Papa.parse<Record<string, string>>(new TextDecoder().decode(bytes), {
    header: true,
    skipEmptyLines: true,
  }).data;
}

const total = (rows: readonly Record<string, string>[], column: string) =>
  rows.reduce((sum, row) => sum + Number(row[column]), 0);
const right = (rows: readonly Record<string, string>[]) =>
  rows.filter(({ correct }) => correct === "true").length;

/** Every number that a correction may move, as it leaves the house. */
async function everything() {
  const { corrections: _, ...rest } = await (await file("results.json")).json();
  return rest;
}

test("the sums agree across the page, the CSV files, the workbook, the JSON and the database", async () => {
  const answers = await csv("answers.csv");
  const students = await csv("students.csv");
  const questions = await csv("questions.csv");
  expect(students).toHaveLength(STUDENTS);
  expect(questions).toHaveLength(ROUNDS);
  const sums = { answers: answers.length, right: right(answers), points: total(answers, "points") };
  expect({
    answers: total(students, "answered"),
    right: total(students, "right"),
    points: total(students, "points"),
  }).toEqual(sums);
  expect(total(questions, "answered")).toBe(sums.answers);
  expect(total(questions, "right")).toBe(sums.right);

  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await (await file("results.xlsx")).arrayBuffer());
  const sheet = workbook.getWorksheet("answers");
  const heads = (sheet?.getRow(1).values ?? []) as string[];
  let points = 0;
  sheet?.eachRow((row, line) => {
    if (line > 1) points += Number(row.getCell(heads.indexOf("points")).value);
  });
  expect(sheet?.rowCount).toBe(sums.answers + 1);
  expect(points).toBe(sums.points);

  const json = await everything();
  expect(json.totals).toMatchObject({ answers: sums.answers, right: sums.right });
  expect(json.students.reduce((sum: number, row: { points: number }) => sum + row.points, 0)).toBe(
    sums.points,
  );

  await page.goto(results());
  const glance = page.getByRole("region", { name: "At a glance" });
  await expect(glance).toContainText(`${sums.right} of ${sums.answers}`);
  await expect(glance).toContainText(`${Math.round((100 * sums.right) / sums.answers)} %`);
  const rows = page.getByRole("region", { name: "Students of this game" }).getByRole("row");
  await expect(rows).toHaveCount(STUDENTS + 1);
  for (const { student, points: earned, right: hits, answered } of students.slice(0, 5)) {
    const row = rows.filter({ has: page.getByRole("link", { name: student, exact: true }) });
    await expect(row).toContainText(Number(earned).toLocaleString("en"));
    await expect(row).toContainText(`${hits} of ${answered}`);
  }
});

test("difficulty and discrimination are what the exported answers give by another road", async () => {
  const answers = await csv("answers.csv");
  const json = await everything();
  const fresh = ROUNDS - Math.floor(ROUNDS / 5);
  for (const round of json.rounds.slice(0, fresh)) {
    const own = answers.filter(({ question }) => Number(question) === round.number);
    expect(round.share).toBeCloseTo(right(own) / own.length, 12);
    const pairs = own.flatMap(({ student, correct }) => {
      const rest = answers.filter(
        (row) =>
          row.student === student && Number(row.question) <= fresh && Number(row.question) !== round.number,
      );
      return rest.length === 0 ? [] : [{ x: Number(correct === "true"), y: right(rest) / rest.length }];
    });
    const n = pairs.length;
    const sum = (of: (pair: { x: number; y: number }) => number) =>
      pairs.reduce((all, pair) => all + of(pair), 0);
    // Pearson by raw sums, where the product works with deviations.
    const [x, y] = [sum((p) => p.x), sum((p) => p.y)];
    const r =
      (n * sum((p) => p.x * p.y) - x * y) /
      Math.sqrt((n * sum((p) => p.x * p.x) - x * x) * (n * sum((p) => p.y * p.y) - y * y));
    const question = json.analysis.questions.find(({ roundId }: { roundId: string }) => roundId === round.id);
    expect(question.discrimination, `question ${round.number}`).toBeCloseTo(r, 9);
  }
});

test("accepting another answer changes exactly those who gave it, and undo restores every number", async () => {
  const before = await everything();
  await page.goto(`${results()}#question-4`);
  const card = page.locator("#question-4");
  await card.getByText("Set question 4 right").click();
  await card.getByLabel("Accept as well").selectOption({ label: "9" });
  await card.getByRole("button", { name: "Accept", exact: true }).click();
  const corrections = page.getByRole("region", { name: "Corrections" });
  await expect(corrections).toContainText("Ada accepted “9” for question 4 as well");

  const after = await everything();
  type Answer = { number: number; optionText: string; correct: boolean; points: number };
  const moved = after.answers.filter(
    (answer: Answer, index: number) => JSON.stringify(answer) !== JSON.stringify(before.answers[index]),
  );
  const took = before.answers.filter(({ number, optionText }: Answer) => number === 4 && optionText === "9");
  expect(moved).toHaveLength(took.length);
  expect(moved.every(({ correct, points }: Answer) => correct && points >= 1_000)).toBe(true);
  expect(after.totals.right).toBe(before.totals.right + took.length);
  await expect(page.getByRole("region", { name: "At a glance" })).toContainText(
    `${after.totals.right} of ${after.totals.answers}`,
  );

  await corrections.getByRole("button", { name: "Undo (question 4)" }).click();
  await expect(corrections).toContainText("no longer accepted “9”");
  expect(await everything()).toEqual(before);
});

test("voiding a question takes it out everywhere, and counting it again restores every number", async () => {
  const before = await everything();
  await page.goto(results());
  const card = page.locator("#question-2");
  await card.getByText("Set question 2 right").click();
  await card.getByRole("button", { name: "Void this question" }).click();
  await expect(card.getByText("voided: counts for nobody")).toBeVisible();
  const answers = await csv("answers.csv");
  expect(
    total(
      answers.filter(({ question }) => question === "2"),
      "points",
    ),
  ).toBe(0);
  const after = await everything();
  expect(after.totals.answers).toBe(before.totals.answers - before.rounds[1].answered);
  await card.getByRole("button", { name: "Count this question again" }).click();
  await expect(card.getByText("voided: counts for nobody")).toBeHidden();
  expect(await everything()).toEqual(before);
});

test("a student's link opens their report to anybody until it is taken back", async ({ browser }) => {
  const [student] = (await everything()).students;
  await page.goto(`${results()}/students/${student.playerId}`);
  await page.getByRole("button", { name: "Make a link" }).click();
  const link = await page.getByRole("region", { name: "Link for the student" }).locator("code").textContent();
  const phone = await (await browser.newContext()).newPage();
  await phone.goto(link ?? "");
  await expect(phone.getByRole("heading", { level: 1, name: student.name })).toBeVisible();
  await expect(phone.locator("body")).not.toContainText("Student 17");
  await axe(phone);
  await page.getByRole("button", { name: "Take the link back" }).click();
  await expect(page.getByText("The link leads nowhere now.")).toBeVisible();
  expect((await phone.goto(link ?? ""))?.status()).toBe(404);
});

test("the map sorts by any head with the keyboard alone, and says its cells in words", async () => {
  await page.goto(`${results()}/map`);
  const first = page.getByRole("row").nth(1).getByRole("rowheader");
  const best = (await first.textContent()) ?? "";
  await page.getByRole("button", { name: "Right", exact: false }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("columnheader", { name: "Right" })).toHaveAttribute("aria-sort", "ascending");
  await expect(first).not.toHaveText(best);
  const cells = page.getByRole("row").nth(1).getByRole("cell");
  for (const cell of (await cells.all()).slice(2))
    expect(["right", "wrong", "none"]).toContain(await cell.textContent());
});

async function axe(of: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page: of }).analyze();
  expect
    .soft(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
      of.url(),
    )
    .toEqual([]);
}

test("axe finds nothing on any results page", async () => {
  const { students, rounds } = await everything();
  for (const place of [
    "",
    "/map",
    "/answers",
    `/answers?round=${rounds[0].id}`,
    `/students/${students.at(-1).playerId}`,
  ]) {
    await page.goto(results() + place);
    await page.locator("main details").evaluateAll((all) => {
      for (const details of all) details.setAttribute("open", "");
    });
    await axe(page);
  }
});

test("another teacher and a stranger get nothing by any route", async () => {
  const { students, rounds } = await everything();
  const { playerId } = students[0];
  const pages = ["", "/map", "/answers", `/answers?round=${rounds[0].id}`, `/students/${playerId}`];
  const downloads = [
    ...["answers.csv", "students.csv", "questions.csv", "results.xlsx", "results.json"],
    ...["missed.csv", "missed.apkg", `missed.csv?student=${playerId}`],
  ];
  for (const place of pages) {
    expect((await fetch(results() + place, as(house.teacher.cookie))).status, place).toBe(200);
    expect((await fetch(results() + place, as(house.stranger.cookie))).status, place).toBe(404);
    const nobody = await fetch(results() + place, { redirect: "manual" });
    expect(nobody.headers.get("location"), place).toContain("/teach/sign-in");
  }
  for (const name of downloads) {
    expect((await fetch(`${files()}/${name}`, as(house.stranger.cookie))).status, name).toBe(404);
    expect((await fetch(`${files()}/${name}`)).status, name).toBe(401);
  }
});
