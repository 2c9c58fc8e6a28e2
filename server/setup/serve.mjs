import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { needServer } from "./bundle.mjs";
import { endWith } from "./plain-error.mjs";
import { prepare } from "./prepare.mjs";
import { ROOT } from "./project.mjs";
import { run } from "./run.mjs";

const PARENT_POLL_MS = 500;

/**
 * Prepares the checkout, then runs the server.
 *
 * @param {boolean} dev compile pages on demand and start again when a file of the server changes
 */
export async function serve(dev) {
  process.chdir(ROOT);
  if (process.env.npm_lifecycle_event) stopWithParent();
  try {
    // Before the build: the path prefix is compiled into the pages.
    if (existsSync(".env")) process.loadEnvFile(".env");
    await prepare({ build: !dev });
    if (dev) {
      const watch = [
        "node_modules/tsx/dist/cli.mjs",
        "watch",
        "--clear-screen=false",
        "server/main.ts",
        "--dev",
      ];
      process.exit((await run(process.execPath, watch, { show: true })).code);
    }
    // In this very process: fewer to start, to stop and to lose.
    process.setSourceMapsEnabled(true);
    await import(pathToFileURL(await needServer()).href);
  } catch (error) {
    endWith(error);
  }
}

/**
 * npm hands a signal on to its shell, which ends without handing it on to us. What is left to notice is that we
 * have got another parent.
 */
function stopWithParent() {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, PARENT_POLL_MS);
  timer.unref();
}
