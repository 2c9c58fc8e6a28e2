import { becomeFirstTeacher, openDemoLobby } from "./fixtures/desk";
import { expect, test } from "./fixtures/test";

test("L25: where the game draws the names a phone types none, and may have two others drawn", async ({
  page: host,
  browser,
  server,
}) => {
  await becomeFirstTeacher(host);
  const pin = await openDemoLobby(host, 3);
  await host.keyboard.press(",");
  await host.getByText("The game draws them").click();
  await expect(host.getByRole("radio", { name: "The game draws them" })).toBeChecked();
  await host.keyboard.press("Escape");

  const phone = await browser.newPage({ viewport: { width: 360, height: 740 } });
  await phone.goto(`${server.url}/play?pin=${pin}`);
  await expect(phone.getByText("the game draws one for you")).toBeVisible();
  await expect(phone.getByLabel("Your name")).toHaveCount(0);
  await phone.getByRole("button", { name: "Join" }).click();

  const heading = phone.getByRole("heading", { name: /^You're in, / });
  const another = phone.getByRole("button", { name: "Another name" });
  const seen = new Set<string>();
  for (const left of ["twice", "once more", "This name stays yours"]) {
    await expect(phone.getByText(left)).toBeVisible();
    const name = (await heading.textContent())?.replace("You're in, ", "") ?? "";
    seen.add(name);
    await expect(host.getByText(name, { exact: true })).toBeVisible();
    if (left !== "This name stays yours") await another.click();
  }
  expect(seen.size).toBe(3);
  await expect(another).toHaveCount(0);
});
