import { once } from "node:events";
import net from "node:net";
import { becomeFirstTeacher, openLobby, pasteDeck } from "./fixtures/desk";
import { Phone } from "./fixtures/phone";
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

test("a server says where it is, and stops when it is asked to", async ({ page, server }) => {
  expect(server.output).toContain(`On this computer   ${server.url}\n`);
  expect(server.output).toMatch(/On phones {10}\S+/);
  await page.goto("/");
  // As browsers do ahead of need: a connection on which nothing is said.
  const silent = net.connect(Number(new URL(server.url).port), "localhost");
  await once(silent, "connect");
  await server.stop();
  await expect(page.goto("/")).rejects.toThrow("ERR_CONNECTION_REFUSED");
  silent.destroy();
});

test("a server stops when it is told to, also in the middle of a game", async ({ page, browser, server }) => {
  await becomeFirstTeacher(page);
  await pasteDeck(page, "France\tParis\nSpain\tMadrid\nItaly\tRome\nGreece\tAthens\nPoland\tWarsaw");
  const phone = await Phone.join(browser, server.url, await openLobby(page), "Mia");
  await server.stop();
  await expect(page.goto("/")).rejects.toThrow("ERR_CONNECTION_REFUSED");
  await phone.close();
});
