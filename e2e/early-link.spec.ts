import { becomeFirstTeacher, openDemoLobby } from "./fixtures/desk";
import { Phone } from "./fixtures/phone";
import { expect, test } from "./fixtures/test";

test("a phone's page uses the connection that it has opened beside its scripts, and plays by polling where there is none", async ({
  page: host,
  browser,
  server,
}) => {
  await becomeFirstTeacher(host);
  const pin = await openDemoLobby(host, 2);
  const { page, context } = await Phone.join(browser, server.url, pin, "Ada");
  let connections = 0;
  page.on("websocket", () => {
    connections += 1;
  });
  // No script comes before the connection is being opened.
  const opened = page.waitForEvent("websocket");
  await page.route("**/_next/static/**/*.js", async (route) => {
    await opened;
    await route.continue();
  });
  await page.reload();
  await expect(page.getByText("You're in, Ada")).toBeVisible();
  expect(connections).toBe(1);
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
