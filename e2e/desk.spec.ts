import type { Page } from "@playwright/test";
import { becomeFirstTeacher, pasteDeck } from "./fixtures/desk";
import { expect, test } from "./fixtures/test";

/** Two cards ask the same and answer differently; the doctor should say so. */
const DECK = `What is the capital of France?\tParis
What is the capital of Spain?\tMadrid
What is the capital of Italy?\tRome
What is the capital of Austria?\tVienna
What is the capital of Norway?\tOslo
What is the capital of Greece?\tAthens
What is the capital of Bolivia?\tSucre
What is the capital of Bolivia?\tLa Paz
Monaco\tMonaco`;

const card = (page: Page, number: number) =>
  page.getByRole("region", { name: `Questions of card ${number}`, exact: true });
const phone = (page: Page, number: number) => card(page, number).getByRole("listitem").first();

test("what a teacher decides at the desk holds, and the doctor's button mends", async ({ page }) => {
  await becomeFirstTeacher(page);
  await pasteDeck(page, DECK, "Capitals");

  // The doctor names the twins, and one press makes one card of them.
  await page.getByRole("button", { name: "Make one card of them" }).click();
  await expect(page.getByText("Sucre / La Paz", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Make one card of them" })).toBeHidden();

  // What cannot be mended by a press can be left out of the game.
  const monaco = page
    .getByRole("listitem")
    .filter({ hasText: "The answer of “Monaco” stands in its own front." });
  await monaco.getByRole("button", { name: "Do not ask it" }).click();
  await expect(monaco).toBeHidden();

  // A banned wrong answer goes, and another comes.
  const never = phone(page, 1)
    .getByRole("button", { name: /^Never use option/ })
    .first();
  const banned = /“(.+)”/.exec((await never.getAttribute("aria-label")) ?? "")?.[1] ?? "";
  expect(banned).not.toBe("");
  await never.click();
  await expect(card(page, 1)).not.toContainText(banned);
  await expect(page.getByText("1 banned as wrong answer")).toBeVisible();
  await expect(phone(page, 1).getByRole("button", { name: /^Never use option/ })).toHaveCount(3);

  // The teacher's own wording stays when the card changes, with a note.
  await phone(page, 2).getByRole("button", { name: "Edit" }).click();
  await page.getByLabel("Question", { exact: true }).fill("Where does the king of Spain live?");
  await page.getByRole("button", { name: "Save the question" }).click();
  await expect(phone(page, 2)).toContainText("Where does the king of Spain live?");
  await page.getByRole("button", { name: "Edit card 2" }).click();
  await page.getByLabel("Front").fill("Which city is the capital of Spain?");
  await page.getByRole("button", { name: "Save the card" }).click();
  await expect(card(page, 2)).toContainText("Where does the king of Spain live?");
  await expect(card(page, 2)).toContainText("The card has changed since this question was made.");

  // A question that would have no right answer is refused in a sentence, and nothing is lost.
  await phone(page, 3).getByRole("button", { name: "Edit" }).click();
  await page.getByRole("checkbox", { checked: true }).uncheck();
  await page.getByRole("button", { name: "Save the question" }).click();
  await expect(page.getByText("One option must be right.")).toBeVisible();
  await page.keyboard.press("Escape");

  // A card that gives no question gets one of the teacher's own.
  await page.getByRole("button", { name: "Add a card" }).click();
  await page.getByLabel("Front").fill("Is Oslo in Norway?");
  await page.getByLabel("Back").fill("Yes");
  await page.getByRole("button", { name: "Add the card" }).click();
  await page.getByRole("button", { name: "Write one for card 10" }).click();
  await expect(page.getByLabel("Question", { exact: true })).toHaveValue("Is Oslo in Norway?");
  await page.getByLabel("Question", { exact: true }).fill("In which country is Oslo?");
  await page.getByRole("textbox", { name: "Option A" }).fill("Norway");
  await page.getByRole("textbox", { name: "Option B" }).fill("Sweden");
  await page.getByRole("textbox", { name: "Option C" }).fill("Denmark");
  await page.getByRole("button", { name: "Save the question" }).click();
  await expect(page.getByText("In which country is Oslo?")).toBeVisible();
  await expect(page.getByRole("button", { name: "Give it up" })).toBeVisible();

  // All of it is there after a reload.
  await page.reload();
  await expect(card(page, 1)).not.toContainText(banned);
  await expect(card(page, 2)).toContainText("Where does the king of Spain live?");
  await expect(page.getByText("In which country is Oslo?")).toBeVisible();
});
