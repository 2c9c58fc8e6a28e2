import type { Browser, Page } from "@playwright/test";
import { expect, test } from "./fixtures/test";

const ADA = { name: "Ada", email: "ada@school.test", password: "three blind mice" };
const BO = { name: "Bo", email: "bo@school.test", password: "four blind mice" };

/** A page as a person copies it: one card more is announced than there is, and one card has no back. */
const PASTED = `What is the capital of France?\tParis
What is the capital of Spain?\tMadrid
What is the capital of Italy?\tRome
What is the capital of Austria?\tVienna
What is the capital of Italy?\tRome
What is the capital of Greece?\tAthens`;

async function fillAccount(page: Page, teacher: typeof ADA): Promise<void> {
  await page.getByLabel("Your name").fill(teacher.name);
  await page.getByLabel("E-mail").fill(teacher.email);
  await page.getByLabel("Password").fill(teacher.password);
  await page.getByRole("button", { name: "Open my desk" }).click();
  await expect(page.getByRole("heading", { name: "Your decks" })).toBeVisible({ timeout: 30_000 });
}

async function anotherBrowser(browser: Browser, url: string): Promise<Page> {
  return (await browser.newContext({ baseURL: url })).newPage();
}

test("a teacher comes in first, mends a pasted deck and opens a lobby with two presses", async ({ page }) => {
  await page.goto("/teach");
  await expect(page).toHaveURL(/\/teach\/welcome$/);
  await fillAccount(page, ADA);
  await expect(page.getByRole("heading", { name: "Capitals that catch people out" })).toBeVisible();

  await page.getByRole("link", { name: "New deck" }).click();
  await page.getByLabel("Paste your flashcards").fill(PASTED);
  await page.getByRole("button", { name: "Show the cards" }).click();
  await expect(page.getByRole("heading", { name: "Cards as understood" })).toBeVisible();
  const cards = page.getByRole("region", { name: "Cards as understood" }).getByRole("listitem");
  await expect(cards).toHaveCount(6);

  // The twin is named beside its card, and one press takes it out.
  const problems = page.getByRole("region", { name: "Look at this" });
  await expect(problems.getByRole("listitem")).toHaveCount(1);
  await problems.getByRole("button", { name: "Leave the second one out" }).click();
  await expect(cards).toHaveCount(5);
  await expect(page.getByRole("heading", { name: "Nothing looks wrong" })).toBeVisible();

  // Edited in place before anything is saved.
  await page.getByRole("button", { name: "Edit card 2" }).click();
  await page.getByLabel("Front").fill("Which city is the capital of Spain?");
  await page.getByRole("button", { name: "Done" }).click();
  await expect(cards.nth(1)).toContainText("Which city is the capital of Spain?");

  await page.getByLabel("Name of the deck").fill("Five capitals");
  await page.getByRole("button", { name: "Save the deck" }).click();
  await expect(page.getByRole("heading", { name: "Five capitals" })).toBeVisible({ timeout: 30_000 });
  const first = page.getByRole("region", { name: "Questions of card 1" });
  await expect(first).toContainText("Paris");
  await expect(first.getByText("the right answer").first()).toBeAttached();

  await page.getByRole("button", { name: "Host" }).click();
  await page.getByRole("button", { name: "Open the lobby" }).click();
  await expect(page).toHaveURL(/\/host\/[\w-]+$/);
});

test("a second first visit finds the house taken", async ({ page, browser, server }) => {
  const late = await anotherBrowser(browser, server.url);
  await Promise.all([page.goto("/teach/welcome"), late.goto("/teach/welcome")]);
  await fillAccount(page, ADA);
  await late.getByLabel("Your name").fill(BO.name);
  await late.getByLabel("E-mail").fill(BO.email);
  await late.getByLabel("Password").fill(BO.password);
  await late.getByRole("button", { name: "Open my desk" }).click();
  await expect(late.getByText("Somebody else was first")).toBeVisible();
  await late.goto("/teach/welcome");
  await expect(late).toHaveURL(/\/teach\/sign-in/);
});

test("an invited teacher has a desk of their own and sees nothing of the other's", async ({
  page,
  browser,
  server,
}) => {
  await page.goto("/teach");
  await fillAccount(page, ADA);
  await page.getByRole("link", { name: "Capitals that catch people out", exact: true }).click();
  await expect(page.getByRole("button", { name: "Host" })).toBeVisible();
  const deck = new URL(page.url()).pathname;
  await page.getByRole("button", { name: "Host" }).click();
  await page.getByRole("button", { name: "Open the lobby" }).click();
  await expect(page).toHaveURL(/\/host\/[\w-]+$/);
  const session = new URL(page.url()).pathname.split("/").at(-1);
  expect((await page.request.get(`/api/sessions/${session}/answers.csv`)).status()).toBe(200);

  await page.goto("/teach/account");
  await page.getByRole("button", { name: "Make a link" }).click();
  const link = await page.getByLabel("Invitation link").inputValue();

  const bo = await anotherBrowser(browser, server.url);
  await bo.goto(new URL(link).pathname);
  await expect(bo.getByText("Ada invites you")).toBeVisible();
  await fillAccount(bo, BO);
  const again = await anotherBrowser(browser, server.url);
  await again.goto(new URL(link).pathname);
  await expect(again.getByRole("heading", { name: "This link does not work" })).toBeVisible();

  for (const path of [deck, `/teach/sessions/${session}`, `/teach/sessions/${session}/answers`]) {
    expect((await bo.goto(path))?.status(), path).toBe(404);
    expect((await page.goto(path))?.status(), path).toBe(200);
  }
  for (const file of ["answers.csv", "students.csv", "questions.csv", "results.xlsx"]) {
    const path = `/api/sessions/${session}/${file}`;
    expect((await bo.request.get(path)).status(), path).toBe(404);
    expect((await again.request.get(path)).status(), path).toBe(401);
    expect((await page.request.get(path)).status(), path).toBe(200);
  }
  expect((await bo.request.get(`/api${deck.replace("/teach", "")}/making`)).status()).toBe(404);

  // The other way round: what Bo revokes here is gone there.
  await bo.goto("/teach/account");
  await bo.getByRole("button", { name: "Sign out" }).click();
  await expect(bo).toHaveURL(/\/teach\/sign-in/);
  await bo.goto(deck);
  await expect(bo).toHaveURL(/\/teach\/sign-in\?next=/);
});

test("a page of another site cannot act for a teacher", async ({ page }) => {
  await page.goto("/teach");
  await fillAccount(page, ADA);
  const post = (headers: Record<string, string>) =>
    page.request.post("/api/decks/preview", { multipart: { text: "a: b" }, headers });
  expect((await post({ origin: "https://evil.example" })).status()).toBe(403);
  expect((await post({ origin: "null" })).status()).toBe(403);
  expect((await post({ origin: new URL(page.url()).origin })).status()).toBe(200);
});

test("every page carries its policy, and only scripts of the house run", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) complaints.push(message.text());
  });
  const answer = await page.goto("/teach/welcome");
  const headers = answer?.headers() ?? {};
  expect(headers["content-security-policy"]).toMatch(/script-src 'self' 'nonce-[\w+/=]+' 'strict-dynamic'/);
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["referrer-policy"]).toBe("same-origin");
  await fillAccount(page, ADA);
  expect(complaints).toEqual([]);
});
