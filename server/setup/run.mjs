import { spawn } from "node:child_process";
import { ROOT } from "./project.mjs";

const ENDING = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
/** Enough to find the cause of a failure in, little enough to print. */
const KEPT_CHARACTERS = 20_000;

/**
 * Runs a program in the project's folder. It ends with us: a signal that stops this process stops it first.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ show?: boolean, env?: Record<string, string>, timeoutMs?: number }} [options]
 *   show: let the person see its output; else it is kept and returned
 * @returns {Promise<{ code: number, output: string }>} its exit code (1 when a signal or the time limit ended it)
 */
export function run(command, args, { show = false, env = {}, timeoutMs } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: show ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
      timeout: timeoutMs,
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text) => {
        output = (output + text).slice(-KEPT_CHARACTERS);
      });
    }
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => {
      child.kill(signal);
      process.exit(130);
    };
    for (const signal of ENDING) process.once(signal, pass);
    const settle = () => {
      for (const signal of ENDING) process.off(signal, pass);
    };
    child.once("error", (error) => {
      settle();
      reject(error);
    });
    child.once("close", (code) => {
      settle();
      resolve({ code: code ?? 1, output });
    });
  });
}

/**
 * Runs a Node program of this project's packages.
 *
 * @param {string} script path from the project's folder
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runNode(script, args, options) {
  return run(process.execPath, [script, ...args], options);
}
