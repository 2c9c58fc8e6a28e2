import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { basePathOf } from "./base-path.mjs";
import { PlainError } from "./plain-error.mjs";
import { fingerprint, isCode, needWritable, ROOT, readIfThere } from "./project.mjs";
import { runNode } from "./run.mjs";

const INPUTS = ["src", "server", "public", "prisma/schema.prisma", "next.config.mjs", "postcss.config.mjs"];
const PACKAGES = ["package-lock.json", "tsconfig.json"];
/** Parts of server/ that no page can reach; a change there needs no build. */
const NOT_BUILT = /^server\/(setup|testing|cli|store\/generated)\/|\.test\.tsx?$|\/fixtures\//;

const LOCK = "node_modules/.cache/deckdash/building";

const distDir = () => process.env.NEXT_DIST_DIR ?? ".next";
/** @param {string} root */
const stampFile = (root) => path.join(root, distDir(), "deckdash-build.json");

/**
 * What the pages are made from. The path prefix is compiled into them.
 *
 * @param {string} root
 */
function inputsOf(root) {
  return {
    code: fingerprint(root, INPUTS, (file) => !NOT_BUILT.test(file)),
    packages: fingerprint(root, PACKAGES),
    basePath: basePathOf(process.env),
  };
}

/** Whether the last build that came to its end was made from what is here now. @param {string} root */
export function buildIsCurrent(root) {
  return readIfThere(stampFile(root)) === JSON.stringify(inputsOf(root));
}

/** Notes what the build was made from. @param {string} root */
export function stampBuild(root, inputs = inputsOf(root)) {
  writeFileSync(stampFile(root), JSON.stringify(inputs));
}

/** @throws {PlainError} with the compiler's words when the pages cannot be built */
export async function buildPages() {
  needWritable(ROOT);
  const letGo = holdBuild(path.join(ROOT, LOCK));
  try {
    const stamp = stampFile(ROOT);
    const inputs = inputsOf(ROOT);
    const last = readIfThere(stamp);
    rmSync(stamp, { force: true });
    // The compiler's cache remembers which packages it did not find; with other packages it must forget.
    if (!last || JSON.parse(last).packages !== inputs.packages) {
      rmSync(path.join(ROOT, distDir()), { recursive: true, force: true });
    }
    const { code, output } = await runNode("node_modules/next/dist/bin/next", ["build"], {
      env: { NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" },
    });
    if (code !== 0)
      throw new PlainError(`The pages could not be built. The compiler said:\n\n${output.trim()}`);
    stampBuild(ROOT, inputs);
  } finally {
    letGo();
  }
}

/**
 * Keeps a second start from clearing the folder that the first one builds in.
 *
 * @param {string} file names the process that builds
 * @returns {() => void} call it when the build has ended
 * @throws {PlainError} when another process that is still alive holds it
 */
export function holdBuild(file) {
  const holder = Number(readIfThere(file));
  if (holder && holder !== process.pid && isRunning(holder)) {
    throw new PlainError(
      `Another start (process ${holder}) is building in this folder: wait until it is ready, then run the command again.`,
    );
  }
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return isCode(error, "EPERM");
  }
}
