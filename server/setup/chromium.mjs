import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { PlainError } from "./plain-error.mjs";
import { run, runNode } from "./run.mjs";

const USUAL_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];
const DOWNLOAD_LIMIT_MS = 300_000;

/**
 * A Chromium that starts on this computer: the one CHROMIUM_PATH names, Playwright's own, or an installed one.
 * Needs the packages.
 *
 * @returns {Promise<string | undefined>} path of the program
 */
export async function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const { chromium } = await import("playwright");
  return [chromium.executablePath(), ...USUAL_PLACES].find((place) => existsSync(place) && starts(place));
}

/** A downloaded browser may lack libraries of the system. @param {string} place */
function starts(place) {
  // On Windows the program opens a window instead of naming its version.
  return process.platform === "win32" || spawnSync(place, ["--version"], { timeout: 20_000 }).status === 0;
}

/**
 * Installs a Chromium: Playwright's download, else, as root on Debian and its kin, the system's package.
 *
 * @throws {PlainError} when neither works here
 */
export async function installChromium() {
  const unhurried = {
    timeoutMs: DOWNLOAD_LIMIT_MS,
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "15000" },
  };
  await runNode("node_modules/playwright/cli.js", ["install", "chromium"], unhurried);
  if (await findChromium()) return;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["update"], { env });
    await run("apt-get", ["install", "-y", "chromium"], { env });
    if (await findChromium()) return;
  }
  throw new PlainError(
    "The browser tests need a Chromium, and none could be installed: install Chromium or Chrome, or name one with CHROMIUM_PATH.",
  );
}
