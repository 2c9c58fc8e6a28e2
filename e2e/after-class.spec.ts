import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { unzipSync } from "fflate";
import { type RunningServer, startServer } from "#server/testing/house";
import { isForEverybody } from "./fixtures/everybody";
import { type PlayedClass, playedClass } from "./fixtures/played-class";

const PORT = 4175;

let house: PlayedClass;
let server: RunningServer;
let desk: BrowserContext;
let page: Page;

test.beforeAll(async ({ browser }) => {
  house = await playedClass();
  server = await startServer({ dataDir: house.dataDir, port: PORT });
  await server.atRest();
  desk = await browser.newContext();
  const [name = "", value = ""] = house.teacher.cookie.split(/=(.*)/s);
  await desk.addCookies([{ name, value, url: server.origin }]);
  page = await desk.newPage();
});

test.afterAll(async () => {
  await desk.close();
  await server.stop();
  house.remove();
});

const ofClass = (rest = "") => `${server.origin}/teach/classes/${house.classId}${rest}`;

/** On a laptop and on a phone. */
async function isForEverybodyAnywhere(what: string) {
  for (const width of [1280, 360]) {
    // As tall as the longest page: what is far from the window is not laid out, and could not be judged.
    await page.setViewportSize({ width, height: 12_000 });
    await isForEverybody(page, `${what} at ${width} px`);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

test("what the class knew over time stands on its page, its deck's page and each student's", async () => {
  await page.goto(ofClass());
  const chart = page.getByRole("img", { name: /^Known of Capitals of the world: after/ });
  await expect(chart).toBeVisible();
  await isForEverybodyAnywhere("class");

  await page.getByRole("link", { name: "Capitals of the world over time" }).click();
  await expect(page).toHaveURL(/#over-time$/);
  await expect(page.getByRole("heading", { name: "Over time", exact: true, level: 2 })).toBeVisible();
  const meetings = page.getByRole("region", { name: /known after each meeting/ }).getByRole("row");
  await expect(meetings).toHaveCount(1 + house.sessionIds.length);
  const shares = await meetings.nth(1).getByRole("cell").allInnerTexts();
  const [, after, dayLater] = shares.map((text) => Number.parseInt(text, 10));
  expect(after, "a day forgets").toBeGreaterThan(dayLater ?? 100);
  await isForEverybodyAnywhere("deck of a class");
  await meetings.nth(1).getByRole("link").click();
  await expect(page).toHaveURL(new RegExp(`/teach/sessions/${house.sessionIds[0]}$`));

  await page.goto(ofClass(`/students/${house.students[1]}`));
  await expect(page.getByRole("img", { name: /^Known of Capitals/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Sure and right" })).toBeVisible();
  await isForEverybodyAnywhere("student of a class");
});

test("cards that are taken for each other are drawn, and every edge opens into its answers", async () => {
  for (const path of [
    `/teach/decks/${house.deckId}/health`,
    `/teach/classes/${house.classId}/decks/${house.deckId}`,
  ]) {
    await page.goto(`${server.origin}${path}`);
    await expect(page.getByRole("figure", { name: "Which cards are taken for each other" })).toBeVisible();
    const edge = page
      .getByRole("region", { name: "Cards taken for each other" })
      .getByRole("row")
      .filter({ hasText: /Australia\?.*New Zealand\?/ });
    const [students = 0] = ((await edge.getByRole("link").textContent()) ?? "").split(" of ").map(Number);
    expect(students).toBeGreaterThanOrEqual(3);
    await edge.getByRole("link").click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("with the answer of");
    const names = page.getByRole("region", { name: "Answers" }).getByRole("rowheader");
    await expect(names.first()).toBeVisible();
    expect(new Set(await names.allInnerTexts()).size, path).toBe(students);
    await isForEverybodyAnywhere(`answers behind an edge of ${path}`);
  }
});

test("the health of a deck's questions says which to mend, and opens their answers", async () => {
  await page.goto(`${server.origin}/teach/decks/${house.deckId}`);
  await page.getByRole("link", { name: "How the questions do" }).click();
  const rows = page.getByRole("region", { name: /How the questions have done/ }).getByRole("row");
  await expect(rows).toHaveCount(13);
  await expect(rows.nth(1)).toContainText("mend");
  await expect(rows.filter({ hasText: "Not enough answers yet" }).first()).toContainText("30 are needed");
  await isForEverybodyAnywhere("health of the questions");
  await rows.nth(1).getByRole("link", { name: /%/ }).click();
  const answers = page.getByRole("region", { name: "Answers" }).getByRole("row");
  await expect(answers.first()).toBeVisible();
  expect(await answers.count()).toBeGreaterThan(90);
});

const body = async (path: string) => {
  const response = await fetch(`${server.origin}/api${path}`, { headers: { cookie: house.teacher.cookie } });
  expect(response.status, path).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
};
const json = async (path: string) => JSON.parse(new TextDecoder().decode(await body(path)));

test("a student, a class and a teacher take their data along", async () => {
  const [studentId = ""] = house.students;
  const student = await json(`/classes/${house.classId}/students/${studentId}/export`);
  expect(student.name).toBe("Ana");
  expect(student.games).toHaveLength(house.sessionIds.length);
  const whole = await json(`/classes/${house.classId}/export`);
  expect(whole.students).toHaveLength(house.students.length);
  expect(whole.students.find(({ id }: { id: string }) => id === studentId)).toEqual(student);

  await page.goto(`${server.origin}/teach/account`);
  const saved = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export everything" }).click();
  expect((await saved).suggestedFilename()).toMatch(/^Deckdash-\d{4}-\d\d-\d\d\.zip$/);
  const files = Object.keys(unzipSync(await body("/account/export")));
  for (const id of [house.deckId, house.classId, ...house.sessionIds])
    expect(files.filter((file) => file.includes(id))).toHaveLength(1);
});

test("an account does not end by a slip, and says before what goes", async () => {
  await page.goto(`${server.origin}/teach/account`);
  await page.getByRole("button", { name: /^Delete my account/ }).click();
  await expect(page.getByText("the class 7b with 26 students")).toBeVisible();
  await isForEverybodyAnywhere("account");
  await page.getByLabel("Your e-mail address, once more").fill("somebody@else.example");
  await page.getByLabel("Your password").fill("a guess at random");
  await page.getByRole("button", { name: "Erase my account and everything" }).click();
  await expect(page.getByText("This is not your e-mail address.")).toBeVisible();
});

test("a class says how long things are kept, warns before something goes, and follows its owner", async () => {
  await page.goto(ofClass());
  await expect(page.getByText("Soon to be erased")).toHaveCount(0);
  await page.getByRole("tab", { name: "Class", exact: true }).click();
  await page.getByLabel("Days for games").fill("30");
  await expect(page.getByText(/With 30 days 1 game would be erased within a day/)).toBeVisible();
  await isForEverybodyAnywhere("retention");
  await page.getByLabel("Days for games").fill("40");
  await page.getByRole("button", { name: "Save", exact: true }).last().click();
  await expect(page.getByText("40 days after they end")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Soon to be erased")).toBeVisible();
  await page.goto(`${server.origin}/teach/sessions`);
  await expect(page.getByRole("columnheader", { name: "Kept until" })).toBeVisible();
});

test("an answer accepted everywhere is taken back everywhere by one button, to the last number", async () => {
  const numbers = async () => {
    const games = await Promise.all(house.sessionIds.map((id) => json(`/sessions/${id}/results.json`)));
    return games.map(({ corrections: _, ...rest }) => rest);
  };
  const before = await numbers();
  await page.goto(`${server.origin}/teach/sessions/${house.sessionIds[3]}`);
  await page.getByText("Set question 1 right", { exact: true }).click();
  await page.getByLabel("Accept as well").selectOption({ label: "Wellington" });
  await page.getByRole("switch", { name: /Also in the deck/ }).click();
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  const done = page
    .getByRole("listitem")
    .filter({ hasText: "Ada accepted “Wellington” for question 1 as well" });
  await expect(done).toContainText("in 4 games and in the deck");
  const after = await numbers();
  for (const [game, { totals }] of after.entries())
    expect(totals.right).toBeGreaterThan(before[game].totals.right);

  await page.goto(`${server.origin}/teach/sessions/${house.sessionIds[0]}`);
  await isForEverybodyAnywhere("results with a correction");
  await page.getByRole("button", { name: "Undo everywhere" }).click();
  await expect(page.getByText("Ada no longer accepted “Wellington”")).toBeVisible();
  expect(await numbers()).toEqual(before);
});
