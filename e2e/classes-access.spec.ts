import { becomeFirstTeacher } from "./fixtures/desk";
import { isForEverybody } from "./fixtures/everybody";
import { expect, test } from "./fixtures/test";

test("a class's pages, its seats and a student's practice are for everybody", async ({
  page,
  browser,
  server,
}) => {
  test.setTimeout(240_000);
  await becomeFirstTeacher(page);
  await page.goto("/teach/classes/new");
  await isForEverybody(page, "new class");
  await page.getByLabel("Name of the class").fill("7b");
  await page.getByLabel("Students", { exact: true }).fill("Ana\nBo");
  await page.getByRole("button", { name: "Make the class" }).click();
  await expect(page.getByRole("heading", { name: "7b" })).toBeVisible();
  const classUrl = page.url();

  await page.getByRole("tab", { name: "Homework" }).click();
  await page.getByLabel("Due on").fill(new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10));
  await page.getByRole("button", { name: "Set as homework" }).click();
  await expect(page.getByRole("button", { name: /Remove the homework/ })).toBeVisible();
  for (const width of [1200, 360]) {
    await page.setViewportSize({ width, height: 800 });
    for (const name of ["What they know", "Students", "Homework", "Guests", "Class"]) {
      await page.getByRole("tab", { name, exact: true }).click();
      await isForEverybody(page, `${name} at ${width} px`);
    }
  }
  await page.setViewportSize({ width: 1200, height: 800 });
  await page.getByRole("tab", { name: "Students" }).click();
  await page.getByRole("link", { name: "Seat cards to print" }).click();
  await page.getByRole("button", { name: "Draw words for everybody" }).click();
  await expect(page.getByText("shown this once")).toBeVisible();
  await isForEverybody(page, "seat cards");

  await page.goto("/teach");
  await page.getByRole("button", { name: /Try it/ }).click();
  await page.getByLabel("Class", { exact: true }).selectOption({ label: "7b" });
  await page.getByRole("button", { name: "Open the lobby" }).click();
  await expect(page).toHaveURL(/\/host\/[\w-]+$/);
  const pin = ((await page.getByText(/^PIN/).first().textContent()) ?? "").replace(/\D/g, "");
  const phone = await (
    await browser.newContext({ baseURL: server.url, viewport: { width: 360, height: 740 } })
  ).newPage();
  await phone.goto(`/?pin=${pin}`);
  await expect(phone.getByRole("button", { name: "Bo" })).toBeVisible();
  await isForEverybody(phone, "the class list");
  await phone.getByRole("button", { name: "Ana" }).click();
  await isForEverybody(phone, "two words");

  await page.goto(classUrl);
  await page.getByRole("tab", { name: "Students" }).click();
  await page.getByRole("link", { name: "Ana" }).click();
  await page.getByRole("button", { name: "Make the link" }).click();
  const link = await page.getByLabel("Ana's practice page", { exact: true }).inputValue();
  await isForEverybody(page, "student");
  await phone.goto(new URL(link).pathname);
  await isForEverybody(phone, "practice");
  await phone.getByRole("button", { name: /Begin/ }).click();
  await isForEverybody(phone, "a practice question");
  await phone.getByRole("listitem").first().getByRole("button").click();
  await expect(phone.getByRole("heading", { name: "How well did you know this?" })).toBeVisible();
  await isForEverybody(phone, "how well it was known");
  await phone.getByRole("button", { name: /^4/ }).click();
  await expect(phone.getByRole("button", { name: "Next card" })).toBeVisible();
  await isForEverybody(phone, "its answer");
});
