import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findChromium, installChromium } from "./chromium.mjs";
import { endWith } from "./plain-error.mjs";
import { prepare } from "./prepare.mjs";
import { step } from "./progress.mjs";
import { ROOT, readIfThere } from "./project.mjs";
import { installRedis, redisIsHere } from "./redis.mjs";
import { runNode } from "./run.mjs";
import { tallyOfPlaywright, tallyOfVitest, withExitCode } from "./tally.mjs";

/** @typedef {import("./tally.mjs").Tally} Tally */

const BIN = {
  next: "node_modules/next/dist/bin/next",
  tsc: "node_modules/typescript/bin/tsc",
  biome: "node_modules/@biomejs/biome/bin/biome",
  knip: "node_modules/knip/bin/knip.js",
  depcruise: "node_modules/dependency-cruiser/bin/dependency-cruise.mjs",
  vitest: "node_modules/vitest/vitest.mjs",
  playwright: "node_modules/@playwright/test/cli.js",
};

/** A server's own settings must not reach the servers that the tests start. */
const SETTINGS = [
  "DATABASE_URL",
  "DATA_DIR",
  "PORT",
  "HOST",
  "PUBLIC_URL",
  "BASE_PATH",
  "AUTH_SECRET",
  "TRUST_PROXY",
  "REDIS_URL",
  "NODE_URL",
  "MODEL_URL",
  "MODEL_NAME",
  "MODEL_API",
  "MODEL_KEY",
  "MODEL_SECONDS",
];

/** Installs what is missing, then runs every check and every test and says how many passed and failed. */
export async function testAll() {
  process.chdir(ROOT);
  // Empty and not absent, because an absent one would be read from a file .env.
  for (const name of SETTINGS) process.env[name] = "";
  const reports = mkdtempSync(path.join(tmpdir(), "deckdash-reports-"));
  try {
    await prepare({ build: true });
    /** @type {[string, () => Promise<Tally>][]} */
    const parts = [
      ["types", () => checks([BIN.next, "typegen"], [BIN.tsc, "--noEmit"])],
      ["lint", () => checks([BIN.biome, "check", "."], [BIN.knip])],
      [
        "layers (who may import whom)",
        () => checks([BIN.depcruise, "--config", ".dependency-cruiser.cjs", "src", "server", "e2e"]),
      ],
      ["unit tests", () => vitest("unit", reports)],
      ["integration tests (with databases and servers)", () => integration(reports)],
      ["browser tests (whole games in Chromium)", () => playwright(reports)],
    ];
    /** @type {Tally} */
    const total = { passed: 0, failed: 0 };
    /** @type {string[]} */
    const lines = [];
    for (const [name, part] of parts) {
      console.log(`\n── ${name} ──`);
      const begin = Date.now();
      const { passed, failed } = await part();
      total.passed += passed;
      total.failed += failed;
      const seconds = Math.round((Date.now() - begin) / 1000);
      lines.push(`  ${failed ? "✗" : "✓"} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`);
    }
    console.log(`\n${lines.join("\n")}\n\n${total.passed} passed, ${total.failed} failed`);
    process.exitCode = total.failed ? 1 : 0;
  } catch (error) {
    endWith(error);
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
}

/**
 * One check made of programs that all have to succeed.
 *
 * @param {string[][]} programs each a script and its arguments
 * @returns {Promise<Tally>}
 */
async function checks(...programs) {
  for (const [script = "", ...args] of programs) {
    const { code } = await runNode(script, args, { show: true });
    if (code !== 0) return { passed: 0, failed: 1 };
  }
  return { passed: 1, failed: 0 };
}

/**
 * @param {string} project
 * @param {string} reports folder for the report
 */
async function vitest(project, reports) {
  const file = path.join(reports, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { code } = await runNode(BIN.vitest, ["run", "--project", project, ...reporters], { show: true });
  return withExitCode(tallyOfVitest(readIfThere(file)), code);
}

/** @param {string} reports folder for the report */
async function integration(reports) {
  try {
    if (!redisIsHere()) await step("Installing redis-server for the tests of several servers", installRedis);
  } catch (error) {
    // Those tests say themselves that they are left out.
    console.warn(error instanceof Error ? error.message : error);
  }
  return vitest("integration", reports);
}

/** @param {string} reports folder for the report */
async function playwright(reports) {
  try {
    if (!(await findChromium())) await step("Installing a Chromium (a minute or two)", installChromium);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
  const file = path.join(reports, "browser.json");
  const args = ["test", "--config", "e2e/playwright.config.ts", "--reporter=list,json"];
  const { code } = await runNode(BIN.playwright, args, {
    show: true,
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  });
  return withExitCode(tallyOfPlaywright(readIfThere(file)), code);
}
