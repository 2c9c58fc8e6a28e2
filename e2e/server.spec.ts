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

test("a server says where it is, and stops at once when it is asked to", async ({ page, server }) => {
  expect(server.output).toContain(`On this computer   ${server.url}\n`);
  expect(server.output).toMatch(/On phones {10}\S+/);
  await page.goto("/");
  const begin = Date.now();
  await server.stop();
  expect(Date.now() - begin).toBeLessThan(5_000);
  await expect(page.goto("/")).rejects.toThrow("ERR_CONNECTION_REFUSED");
});
