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
