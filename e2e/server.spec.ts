import { expect, test } from "./fixtures/test";

test("a server that is killed is back on the same port with the same data", async ({ page, server }) => {
  const first = await page.goto("/");
  expect(first?.ok()).toBe(true);
  await server.kill();
  await expect(page.goto("/")).rejects.toThrow("ERR_CONNECTION_REFUSED");
  await server.restart();
  const again = await page.goto("/");
  expect(again?.ok()).toBe(true);
});
