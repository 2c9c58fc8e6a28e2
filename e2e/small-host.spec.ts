import type { Page } from "@playwright/test";
import { becomeFirstTeacher, openDemoLobby } from "./fixtures/desk";
import { Phone } from "./fixtures/phone";
import { expect, test } from "./fixtures/test";

/** A phone held upright and laid on its side, a small phone, and a tablet. */
const SIZES = [
  { width: 360, height: 740 },
  { width: 740, height: 360 },
  { width: 320, height: 568 },
  { width: 768, height: 1024 },
];
const TARGET_MIN_PX = 44;
/** What the foot may take of an upright screen; on one that lies it is a single row of buttons. */
const FOOT_MAX_SHARE = 0.25;

/** Buttons in sight that are smaller than a thumb, and whether anything stands outside the page's width. */
const measure = (targetMin: number) => {
  const seen = [...document.querySelectorAll<HTMLElement>("header button, main button, footer button")];
  return {
    small: seen
      .map((button) => ({
        name: button.textContent || button.ariaLabel,
        box: button.getBoundingClientRect(),
      }))
      .filter(({ box }) => box.width > 0 && Math.min(box.width, box.height) < targetMin - 0.5)
      .map(({ name }) => name),
    wide: [...document.querySelectorAll<HTMLElement>("header *, main *, footer *")]
      // Paper that rains over the podium is cut off at the edge of its own layer.
      .filter((element) => !element.closest(".sr-only, .katex, .move-flutter"))
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
      .map((element) => element.className || element.tagName),
  };
};

async function fits(host: Page, sights: readonly string[]): Promise<void> {
  for (const size of SIZES) {
    const where = `at ${size.width}×${size.height}`;
    await host.setViewportSize(size);
    await expect
      .poll(() => host.evaluate(measure, TARGET_MIN_PX), { message: where })
      .toEqual({ small: [], wide: [] });
    const foot = await host.getByRole("contentinfo").boundingBox();
    expect((foot?.height ?? 0) / size.height, `the foot ${where}`).toBeLessThanOrEqual(FOOT_MAX_SHARE);
    for (const text of sights) {
      const sight = host.getByText(text).first();
      await expect(sight, `${text} ${where}`).toBeInViewport({ ratio: 0.9 });
      // Not under the foot either, which a place in the window alone would not tell.
      const box = await sight.boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0), `${text} ${where}`).toBeLessThanOrEqual((foot?.y ?? 0) + 1);
    }
  }
}

test("a phone or a tablet hosts: the question and the counts stay in sight, and a thumb hits every button", async ({
  page: host,
  browser,
  server,
}) => {
  test.setTimeout(240_000);
  await becomeFirstTeacher(host);
  const pin = await openDemoLobby(host, 2);
  const ada = await Phone.join(browser, server.url, pin, "Ada");
  await fits(host, ["Type the PIN"]);
  await host.keyboard.press(",");
  await host.getByText("No limit").click();
  await host.keyboard.press("Escape");

  await host.getByRole("button", { name: "Start" }).click();
  await ada.sees(1);
  await fits(host, ["Question 1 of 2", "of 1 answered"]);
  const prompt = (await host.getByRole("heading", { level: 1 }).textContent()) ?? "";
  await fits(host, [prompt]);

  await host.setViewportSize({ width: 360, height: 740 });
  await host.getByRole("button", { name: "Tools" }).click();
  const tools = host.getByRole("dialog", { name: "Tools" });
  for (const name of ["Players", "Coming up", "Settings", "Questions so far", "Second device", "End game"])
    await expect(tools.getByRole("button", { name })).toBeVisible();
  await tools.getByRole("button", { name: "Settings" }).click();
  await expect(tools).toBeHidden();
  await expect(host.getByRole("dialog", { name: "Game settings" })).toBeVisible();
  await host.keyboard.press("Escape");
  await expect(host.getByRole("dialog", { name: "Game settings" })).toBeHidden();
  // A keyboard does on a tablet what it does on a computer.
  await host.keyboard.press("w");
  await expect(host.getByRole("dialog", { name: "1 player" })).toBeVisible();
  await host.keyboard.press("Escape");

  await ada.answer(1, 0);
  await expect(host.getByText("Right answer")).toBeVisible();
  await fits(host, ["Question 1 of 2", "of the answers were right"]);
  await host.getByRole("button", { name: "Standings" }).click();
  await fits(host, ["Standings after question 1"]);
  await host.setViewportSize({ width: 1280, height: 720 });
  await expect(host.getByRole("toolbar", { name: "Tools" })).toBeVisible();
  await expect(host.getByRole("button", { name: "Tools" })).toHaveCount(0);

  await host.keyboard.press("q");
  await host.getByRole("button", { name: "End the game" }).click();
  await fits(host, ["Curtain call"]);
});
