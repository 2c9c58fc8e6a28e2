import type { WebSocket } from "@playwright/test";
import { becomeFirstTeacher, openDemoLobby } from "./fixtures/desk";
import { Phone } from "./fixtures/phone";
import { expect, test } from "./fixtures/test";

test("a phone's page comes back to its seat over the connection that it has opened beside its scripts, and plays by polling where there is none", async ({
  page: host,
  browser,
  server,
}) => {
  await becomeFirstTeacher(host);
  const pin = await openDemoLobby(host, 2);
  const { page, context } = await Phone.join(browser, server.url, pin, "Ada");
  const links: WebSocket[] = [];
  const asked: string[] = [];
  let seated = () => {};
  const back = new Promise<void>((resolve) => {
    seated = resolve;
  });
  page.on("websocket", (link) => {
    links.push(link);
    link.on(
      "framesent",
      ({ payload }) => String(payload).startsWith("40/player") && asked.push(String(payload)),
    );
    link.on("framereceived", ({ payload }) => String(payload).includes('["seated"') && seated());
  });
  // No script comes before the phone has its seat again.
  await page.route("**/_next/static/**/*.js", async (route) => {
    await back;
    await route.continue();
  });
  await page.reload();
  await expect(page.getByText("You're in, Ada")).toBeVisible();
  expect(links).toHaveLength(1);
  expect(asked).toHaveLength(1);
  // The typefaces that waited for the scripts are in use.
  const typeface = () => getComputedStyle(document.body).fontFamily;
  expect(await page.evaluate(typeface)).toContain("Atkinson");

  const walled = await context.newPage();
  await walled.addInitScript(() => {
    const Open = window.WebSocket;
    window.WebSocket = class extends Open {
      constructor() {
        super("ws://127.0.0.1:9/");
      }
    };
  });
  await walled.goto(`${server.url}/play?pin=${pin}`);
  await expect(walled.getByText("You're in, Ada")).toBeVisible();
  await host.getByRole("button", { name: "Start" }).click();
  await expect(walled.getByText("Question 1 of 2")).toBeVisible();
});
