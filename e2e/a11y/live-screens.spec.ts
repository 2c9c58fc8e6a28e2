import type { Page } from "@playwright/test";
import { becomeFirstTeacher, openDemoLobby } from "../fixtures/desk";
import { passesAxe } from "../fixtures/everybody";
import { Phone } from "../fixtures/phone";
import { expect, test } from "../fixtures/test";

const SETTLED_MS = 400;
const PROJECTORS = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
];

/** Fails with the rules that a screen breaks, by day and by night. */
async function passesByDayAndNight(page: Page, screen: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // Colours are on their way from the other theme for a moment.
    await page.waitForTimeout(SETTLED_MS);
    await passesAxe(page, `${screen}, ${colorScheme}`);
  }
}

type Fit = { scrolls: boolean; small: string[] };

/** Whether the page scrolls, and the words on it that are smaller than 24 px at 1080p, but for the caps of keys. */
const measureFit = (): Fit => {
  const { scrollHeight, scrollWidth, clientHeight, clientWidth } = document.documentElement;
  const small = [...document.querySelectorAll<HTMLElement>("header *, main *, footer *")]
    .filter((element) =>
      [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()),
    )
    .filter((element) => element.getClientRects().length > 0)
    .filter((element) => !element.closest(".sr-only, .katex, svg, kbd"))
    .filter((element) => (Number.parseFloat(getComputedStyle(element).fontSize) * 1080) / innerHeight < 23.9)
    .map((element) => element.textContent);
  return { scrolls: scrollHeight > clientHeight || scrollWidth > clientWidth, small };
};

/** A projector has nobody who scrolls, and is read from ten metres. The layout may take a frame to follow the size. */
async function standsWhole(host: Page, screen: string): Promise<void> {
  for (const size of PROJECTORS) {
    await host.setViewportSize(size);
    await expect
      .poll(() => host.evaluate(measureFit), { message: `${screen} at ${size.width}×${size.height}` })
      .toEqual({ scrolls: false, small: [] });
  }
}

test("every live screen passes WCAG 2.2 AA and calls no third party", async ({
  page: host,
  browser,
  server,
}) => {
  test.setTimeout(240_000);
  const strangers: string[] = [];
  const watch = (page: Page) =>
    page.on("request", (request) => {
      if (!request.url().startsWith(server.url) && !/^(data|blob):/.test(request.url()))
        strangers.push(request.url());
    });
  watch(host);
  await becomeFirstTeacher(host);
  const pin = await openDemoLobby(host, 2);

  const visitor = await (await browser.newContext({ viewport: { width: 360, height: 640 } })).newPage();
  watch(visitor);
  await visitor.goto(server.url);
  await passesByDayAndNight(visitor, "joining");
  await visitor.getByRole("button", { name: "Join" }).click();
  await expect(visitor.getByText("The PIN has 6 numbers.")).toBeVisible();
  await passesByDayAndNight(visitor, "joining without a PIN");
  await visitor.close();

  const ada = await Phone.join(browser, server.url, pin, "Ada");
  const ben = await Phone.join(browser, server.url, pin, "Ben");
  watch(ada.page);
  const both = async (screen: string) => {
    await standsWhole(host, screen);
    await passesByDayAndNight(host, `host: ${screen}`);
    await passesByDayAndNight(ada.page, `phone: ${screen}`);
  };
  const controls = host.getByRole("toolbar", { name: "Game controls" });
  await both("lobby");
  // Reading three screens with axe takes longer on a busy machine than a question is open.
  await host.keyboard.press(",");
  await host.getByText("No limit").click();
  await expect(host.getByRole("radio", { name: "No limit" })).toBeChecked();
  await host.keyboard.press("Escape");

  await controls.getByRole("button", { name: "Start" }).click();
  await ada.sees(1);
  await controls.getByRole("button", { name: "Pause" }).click();
  await both("paused");
  await controls.getByRole("button", { name: "Go on" }).click();
  await ada.answer(1, 0);
  await both("question");
  await ben.answer(1, 1);
  await expect(host.getByText("Right answer")).toBeVisible();
  await both("reveal");

  for (const [key, name] of [
    ["?", "Keyboard"],
    ["w", "2 players"],
    [",", "Game settings"],
    ["b", "Questions so far"],
    ["q", "End the game?"],
  ] as const) {
    await host.keyboard.press(key);
    await expect(host.getByRole("dialog", { name })).toBeVisible();
    await passesByDayAndNight(host, `host: ${name}`);
    await host.keyboard.press("Escape");
  }

  await controls.getByRole("button", { name: "Standings" }).click();
  await expect(ada.page.getByRole("heading", { name: /You are/ })).toBeVisible();
  await both("standings");
  await controls.getByRole("button", { name: "Next question" }).click();
  await Promise.all([ada.answer(2, 2), ben.answer(2, 3)]);
  await controls.getByRole("button", { name: "To the podium" }).click();
  await expect(host.getByRole("heading", { name: "Curtain call" })).toBeVisible();
  await both("podium");
  expect(strangers).toEqual([]);
});

test("the host plays a whole game without a mouse", async ({ page: host, browser, server }) => {
  test.setTimeout(180_000);
  await becomeFirstTeacher(host);
  const pin = await openDemoLobby(host, 3);
  const ada = await Phone.join(browser, server.url, pin, "Ada");
  await expect(host.getByText("1 is here")).toBeVisible();
  // A key means what the host's own screen shows, and that may learn of a change after the phone has.
  const press = async (key: string, button: string) => {
    await expect(host.getByRole("button", { name: button })).toBeEnabled();
    await host.keyboard.press(key);
  };

  await host.keyboard.press("l");
  await expect(host.getByText("Locked: nobody else can join")).toBeVisible();
  await press("Space", "Start");
  await ada.sees(1);
  await press("p", "Pause");
  await expect(ada.page.getByText("The teacher has paused the game.")).toBeVisible();
  await press("p", "Go on");
  await press("+", "+15 s");
  await ada.answer(1, 0);
  await expect(host.getByText("Right answer")).toBeVisible();
  await press("v", "Void");
  await expect(ada.page.getByText("This question does not count.")).toBeVisible();
  await press("v", "Count it");
  await expect(host.getByRole("button", { name: "Void" })).toBeEnabled();
  await press("t", "Standings");
  await expect(host.getByRole("heading", { name: "Standings after question 1" })).toBeVisible();

  await press("n", "Next question");
  await ada.sees(2);
  await press("s", "Skip");
  await expect(ada.page.getByRole("heading", { name: "This one does not count" })).toBeVisible();
  await press("n", "Next question");
  await ada.sees(3);
  await press("e", "End question");
  await expect(ada.page.getByRole("heading", { name: "No answer this time" })).toBeVisible();
  await press("Space", "To the podium");
  await expect(host.getByRole("heading", { name: "Curtain call" })).toBeVisible();
});
