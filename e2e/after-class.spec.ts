import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { type RunningServer, startServer } from "#server/testing/house";
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
  desk = await browser.newContext({ extraHTTPHeaders: { cookie: house.teacher.cookie } });
  page = await desk.newPage();
});

test.afterAll(async () => {
  await desk.close();
  await server.stop();
  house.remove();
});

const ofClass = (rest = "") => `${server.origin}/teach/classes/${house.classId}${rest}`;

/** Nothing that axe finds under WCAG 2.2 AA, and no wider than its screen, on a laptop and on a phone. */
async function isForEverybody(what: string) {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
      .analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    expect(found, `${what} at ${width} px`).toEqual([]);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over, `${what} at ${width} px`).toBe(0);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

test("what the class knew over time stands on its page, its deck's page and each student's", async () => {
  await page.goto(ofClass());
  const chart = page.getByRole("img", { name: /^Known of Capitals of the world: after/ });
  await expect(chart).toBeVisible();
  await isForEverybody("class");

  await page.getByRole("link", { name: "Capitals of the world over time" }).click();
  await expect(page.getByRole("heading", { name: "Over time" })).toBeVisible();
  const meetings = page.getByRole("region", { name: /known after each meeting/ }).getByRole("row");
  await expect(meetings).toHaveCount(1 + house.sessionIds.length);
  const shares = await meetings.nth(1).getByRole("cell").allInnerTexts();
  const [, after, dayLater] = shares.map((text) => Number.parseInt(text, 10));
  expect(after, "a day forgets").toBeGreaterThan(dayLater ?? 100);
  await isForEverybody("deck of a class");
  await meetings.nth(1).getByRole("link").click();
  await expect(page).toHaveURL(new RegExp(`/teach/sessions/${house.sessionIds[0]}$`));

  await page.goto(ofClass(`/students/${house.students[1]}`));
  await expect(page.getByRole("img", { name: /^Known of Capitals/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Sure and right" })).toBeVisible();
  await isForEverybody("student of a class");
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
    await isForEverybody(`answers behind an edge of ${path}`);
  }
});

test("the health of a deck's questions says which to mend, and opens their answers", async () => {
  await page.goto(`${server.origin}/teach/decks/${house.deckId}`);
  await page.getByRole("link", { name: "How the questions do" }).click();
  const rows = page.getByRole("region", { name: /How the questions have done/ }).getByRole("row");
  await expect(rows).toHaveCount(13);
  await expect(rows.nth(1)).toContainText("mend");
  await expect(rows.filter({ hasText: "Not enough answers yet" }).first()).toContainText("30 are needed");
  await isForEverybody("health of the questions");
  await rows.nth(1).getByRole("link", { name: /%/ }).click();
  const answers = page.getByRole("region", { name: "Answers" }).getByRole("row");
  await expect(answers.first()).toBeVisible();
  expect(await answers.count()).toBeGreaterThan(90);
});
