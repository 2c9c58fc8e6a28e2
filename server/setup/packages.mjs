import path from "node:path";
import { PlainError } from "./plain-error.mjs";
import { needWritable, ROOT, readIfThere } from "./project.mjs";
import { run } from "./run.mjs";

const NO_NETWORK =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b/;
const PING_LIMIT_MS = 15_000;

/**
 * Whether node_modules holds what package-lock.json asks for. npm notes what it installed in a lock file of its
 * own, which it writes last: after an interrupted installation it is not there.
 *
 * @param {string} root
 */
export function packagesAreCurrent(root) {
  const wanted = lockedPackages(path.join(root, "package-lock.json"));
  const found = lockedPackages(path.join(root, "node_modules/.package-lock.json"));
  if (!wanted || !found) return false;
  return Object.entries(wanted).every(([place, { version, optional, peer }]) => {
    if (place === "") return true;
    const installed = found[place];
    // Packages for other platforms are left out by npm.
    return installed ? installed.version === version : Boolean(optional || peer);
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, peer?: boolean }> | undefined}
 */
function lockedPackages(file) {
  const text = readIfThere(file);
  return text === undefined ? undefined : JSON.parse(text).packages;
}

/**
 * Installs the versions that package-lock.json says, tools for building and testing included. Not `npm ci`: that
 * refuses a lock file that was written where a package for another platform could not be had.
 *
 * @throws {PlainError} when the registry cannot be reached or the folder cannot be written to
 */
export async function installPackages() {
  needWritable(ROOT);
  const obstacle = await registryObstacle();
  // npm would try each of hundreds of packages again and again, for many minutes. Without a network, what it has kept
  // from earlier installations may suffice; it knows that at once.
  const offline = obstacle ? ["--offline"] : [];
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  const { code, output } = await runNpm(["install", "--no-save", "--include=dev", ...offline, ...quiet]);
  if (code === 0) return;
  const cause = obstacle ?? NO_NETWORK.exec(output)?.[0];
  if (cause) {
    throw new PlainError(
      `The packages could not be fetched (${cause}): connect this computer to the internet for the first start, then run the command again.`,
    );
  }
  if (/\b(EACCES|EPERM|EROFS)\b/.test(output)) {
    throw new PlainError(
      `The packages could not be written to ${path.join(ROOT, "node_modules")}: delete that folder as its owner, then run the command again.`,
    );
  }
  throw new PlainError(`The packages could not be installed. npm said:\n\n${output.trim()}`);
}

/**
 * Asks the registry for a sign of life. Any answer will do: not every registry has one for this question.
 *
 * @returns {Promise<string | undefined>} the network's error code, or undefined when something answered
 */
async function registryObstacle() {
  const { code, output } = await runNpm(["ping", "--fetch-retries=0", `--fetch-timeout=${PING_LIMIT_MS}`]);
  return code === 0 ? undefined : NO_NETWORK.exec(output)?.[0];
}

/** @param {string[]} args */
function runNpm(args) {
  const npmCli = process.env.npm_execpath;
  if (npmCli?.endsWith(".js")) return run(process.execPath, [npmCli, ...args]);
  return process.platform === "win32" ? run("cmd.exe", ["/c", "npm", ...args]) : run("npm", args);
}
