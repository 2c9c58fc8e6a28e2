import { gzipSync } from "node:zlib";
import { becomeFirstTeacher, openDemoLobby } from "./fixtures/desk";
import { expect, test } from "./fixtures/test";

/** All the JavaScript that a phone fetches before its player is in the lobby, bytes of gzip. */
const JAVASCRIPT_MAX = 150_000;

test("a phone joins with at most 150 kB of JavaScript", async ({ page: host, browser, server }) => {
  await becomeFirstTeacher(host);
  const pin = await openDemoLobby(host, 1);

  const phone = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const sizes: Promise<number>[] = [];
  phone.on("response", (response) => {
    if (response.request().resourceType() === "script")
      sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  await phone.goto(`${server.url}/play?pin=${pin}`);
  await phone.waitForLoadState("networkidle");
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);

  console.log(
    `JavaScript until a phone can join: ${(bytes / 1000).toFixed(1)} kB gzip in ${sizes.length} files`,
  );
  expect(sizes.length).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(JAVASCRIPT_MAX);
});
