import { defineConfig } from "@playwright/test";
import { chromiumOptions } from "./chromium";

// No web server is started here: each test has a server of its own, with a database of its own
// (fixtures/server.ts), because tests kill servers.
export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: "../test-results",
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  use: {
    browserName: "chromium",
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    launchOptions: await chromiumOptions(),
    trace: "retain-on-failure",
  },
});
