import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { type ModelServer, proposing, startModelServer } from "#server/testing/model-server";
import { becomeFirstTeacher, openLobby, pasteDeck } from "./fixtures/desk";
import { GameServer } from "./fixtures/server";
import { test as base, expect } from "./fixtures/test";

const DECK = `What is the capital of France?\tParis
What is the capital of Spain?\tMadrid
What is the capital of Italy?\tRome
What is the capital of Austria?\tVienna
What is the capital of Norway?\tOslo
What is the capital of Greece?\tAthens`;
const KEY = "sk-for-the-server-alone";

/** Proposes one good wrong answer, one that gives the key away, markup, and another wording. */
const helpful = proposing(({ question, right }) => ({
  distractors: ["Marseille", `${right[0]} (correct)`, "<img src=x onerror=alert(1)>"],
  rewordings: [question.replace("What is", "Which city is")],
}));

const test = base.extend<{ model: ModelServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
  model: async ({}, use) => {
    const model = await startModelServer(helpful);
    await use(model);
    await model.close();
  },
  server: async ({ model }, use) => {
    const env = { MODEL_URL: model.url, MODEL_NAME: "tiny-model", MODEL_KEY: KEY, MODEL_SECONDS: "2" };
    const server = await GameServer.start(env);
    await use(server);
    await server.dispose();
  },
});

const phone = (page: Page, number: number) =>
  page
    .getByRole("region", { name: `Questions of card ${number}`, exact: true })
    .getByRole("listitem")
    .first();

/** Lets the model read the deck, as its settings offer. */
async function allow(page: Page, model: ModelServer): Promise<void> {
  await page.getByRole("button", { name: "Deck", exact: true }).click();
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByText(`are then sent to ${model.url}`)).toBeVisible();
  const permission = sheet.getByRole("switch", { name: "Let tiny-model propose" });
  await expect(permission).not.toBeChecked();
  await permission.click();
  await expect(permission).toBeChecked();
  await page.keyboard.press("Escape");
}

test("a teacher lets a model propose, uses one wrong answer and one wording, and the class gets them", async ({
  page,
  server,
  model,
}) => {
  await becomeFirstTeacher(page);
  await pasteDeck(page, DECK);
  expect(model.heard).toEqual([]);
  await allow(page, model);

  const summary = phone(page, 1).getByText("2 proposed by tiny-model");
  await summary.click();
  await expect(phone(page, 1).getByText("It is not asked before you use it.")).toBeVisible();
  const options = phone(page, 1).getByRole("region", { name: "Wrong answers" });
  await expect(options.getByRole("listitem")).toHaveCount(1);
  await expect(options.getByRole("listitem")).toContainText(/Marseille\s*score \d/);
  await phone(page, 1).getByText("Turned down (2)").click();
  await expect(phone(page, 1).getByText("contains the right answer")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  // In place of the one that the teacher chooses; what makes room stays within reach.
  const where = options.getByLabel("Where it goes");
  const place = where.getByRole("option").first();
  const out = /: (.+)$/.exec((await place.textContent()) ?? "")?.[1] ?? "";
  expect(out).not.toBe("");
  await where.selectOption({ index: 0 });
  await options.getByRole("button", { name: "Use “Marseille” as a wrong answer" }).click();
  await expect(phone(page, 1).getByText(/was proposed by a model: tiny-model, score/)).toBeVisible();
  await expect(options.getByRole("button", { name: `Use “${out}” as a wrong answer` })).toBeVisible();

  const wording = "Which city is the capital of France?";
  await phone(page, 1)
    .getByRole("button", { name: `Ask it like this: “${wording}”` })
    .click();
  await expect(phone(page, 1).getByRole("button", { name: "Ask it in the wording before" })).toBeVisible();

  // All of it is there after the questions are made anew and the server has started again, without asking again.
  const asked = model.heard.length;
  expect(asked).toBe(2);
  await server.stop();
  await server.restart();
  await page.reload();
  await expect(phone(page, 1)).toContainText(wording);
  await expect(phone(page, 1)).toContainText("Marseille");
  expect(model.heard).toHaveLength(asked);

  // Nothing that a browser gets holds the key, nor does the log.
  expect(await page.content()).not.toContain(KEY);
  expect(server.output).not.toContain(KEY);
  for (const heard of model.heard) expect(heard.authorization).toBe(`Bearer ${KEY}`);

  // A lobby and a game ask nothing.
  await openLobby(page);
  await page.keyboard.press("n");
  expect(model.heard).toHaveLength(asked);
});

test("with the model down the desk works as ever and says so plainly", async ({ page, model }) => {
  await becomeFirstTeacher(page);
  await pasteDeck(page, DECK);
  const shown = phone(page, 1).getByRole("list").first();
  const before = (await shown.textContent()) ?? "";
  expect(before).toContain("Paris");
  model.behave(() => ({ fault: "hang" }));
  await allow(page, model);
  await expect(page.getByRole("progressbar", { name: "Asking tiny-model for proposals" })).toBeVisible();

  // Nothing waits for the model: a card is edited while it hangs.
  await page.getByRole("button", { name: "Edit card 2" }).click();
  await page.getByLabel("Front").fill("Which is the capital of Spain?");
  await page.getByRole("button", { name: "Save the card" }).click();
  await expect(phone(page, 2)).toContainText("Which is the capital of Spain?");

  const notice = page.getByRole("status").filter({ hasText: "tiny-model has proposed nothing more" });
  await expect(notice).toContainText(`The language model at ${model.url} took too long to answer.`);
  await expect(notice).toContainText("built-in wrong answers stand");
  expect(await shown.textContent()).toBe(before);

  model.behave(helpful);
  await notice.getByRole("button", { name: "Ask again" }).click();
  await expect(phone(page, 1).getByText("2 proposed by tiny-model")).toBeVisible();
  await expect(notice).toBeHidden();
});

test("a deck of one card becomes playable with a model's wrong answers", async ({ page, model }) => {
  model.behave(proposing(() => ({ distractors: ["Lyon", "Marseille", "Toulouse"] })));
  await becomeFirstTeacher(page);
  await page.goto("/teach/decks/new");
  await page.getByLabel("Paste your flashcards").fill("What is the capital of France?\tParis");
  await page.getByRole("button", { name: "Show the cards" }).click();
  await page.getByLabel("Name of the deck").fill("One card");
  await page.getByRole("button", { name: "Save the deck" }).click();
  await expect(page.getByText("No question", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Host", exact: true })).toBeDisabled();
  await allow(page, model);
  const offer = page.getByRole("region", { name: "Proposed by tiny-model" });
  await expect(offer.getByRole("listitem")).toHaveCount(3);
  await offer.getByRole("button", { name: "Make the question" }).click();
  await expect(phone(page, 1)).toContainText("from a model");
  await expect(page.getByRole("button", { name: "Host", exact: true })).toBeEnabled();
});

base("without a model nothing speaks of one", async ({ page }) => {
  await becomeFirstTeacher(page);
  await pasteDeck(page, DECK);
  await page.getByRole("button", { name: "Deck", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Kinds of question" })).toBeVisible();
  await expect(page.getByRole("dialog")).not.toContainText("model");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Ask the model" })).toHaveCount(0);
});
