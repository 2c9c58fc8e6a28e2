import { becomeFirstTeacher, openDemoLobby } from "./fixtures/desk";
import { Phone } from "./fixtures/phone";
import { expect, test } from "./fixtures/test";

test("L28: a phone that holds old seats joins the next game from the page without a PIN, and finds it by a reload", async ({
  page: host,
  browser,
  server,
}) => {
  await becomeFirstTeacher(host);
  const pin = await openDemoLobby(host, 2);
  const { page, context } = await Phone.join(browser, server.url, pin, "Ada");
  await expect(page.getByText("You're in, Ada")).toBeVisible();
  // Seats of games that this server no longer knows, newer and older than the one that is played.
  await page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem("deckdash.seats") ?? "[]");
    const gone = (seat: string) => ({ pin: seat, name: "Ada", token: "x".repeat(43), keptAt: Date.now() });
    localStorage.setItem("deckdash.seats", JSON.stringify([gone("111111"), gone("222222"), ...kept]));
  });

  const door = await context.newPage();
  await door.goto(server.url);
  await door.getByLabel("PIN").fill(pin);
  await door.getByLabel("Your name").fill("Ada");
  await door.getByRole("button", { name: "Join" }).click();
  await expect(door.getByText("You're in, Ada")).toBeVisible();
  await expect(page.getByText("Your seat was opened in another tab")).toBeVisible();
  await door.reload();
  await expect(door.getByText("You're in, Ada")).toBeVisible();
  await page.close();

  // The link of another game, and then this game's PIN: a reload finds the seat again.
  await door.goto(`${server.url}/play?pin=111111`);
  await expect(door.getByText("No game with this PIN is open right now.")).toBeVisible();
  await door.getByLabel("PIN").fill(pin);
  await door.getByLabel("Your name").fill("Ada");
  await door.getByRole("button", { name: "Join" }).click();
  await expect(door.getByText("You're in, Ada")).toBeVisible();
  expect(door.url()).toContain(`pin=${pin}`);
  await door.reload();
  await expect(door.getByText("You're in, Ada")).toBeVisible();
  await expect(host.getByText("1 is here")).toBeVisible();

  await host.getByRole("button", { name: "Ada: rename or remove" }).click();
  await host.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(door.getByRole("heading", { name: "You are out of this game" })).toBeVisible();
  await door.getByRole("button", { name: "Join a game" }).click();
  await door.getByLabel("Your name").fill("Ben");
  await door.getByRole("button", { name: "Join" }).click();
  await expect(door.getByText("You're in, Ben")).toBeVisible();
});
