import type { LaunchOptions } from "@playwright/test";
import { findChromium } from "../server/setup/chromium.mjs";

/** How the tests start Chromium: without a sandbox (containers have none) and without calling home. */
export async function chromiumOptions(): Promise<LaunchOptions> {
  const executablePath = await findChromium();
  if (!executablePath) throw new Error("There is no Chromium on this computer: `npm test` installs one.");
  return {
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  };
}
