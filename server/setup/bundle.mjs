import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { PlainError } from "./plain-error.mjs";
import { fingerprint, isCode, needWritable, ROOT } from "./project.mjs";

/** What runs as a process of its own, and its source. */
export const PROCESSES = {
  main: "server/main.ts",
  database: "server/store/embedded/child.ts",
  "make-cluster": "server/store/embedded/make-cluster.ts",
};

/** What runs as a thread, its source, and the file in which the thread begins where tsx has to read the source. */
export const THREADS = {
  "desk-worker": { source: "server/desk/desk-worker.ts", start: "server/desk/desk-worker-start.mjs" },
};

const SOURCES = { ...PROCESSES, "desk-worker": THREADS["desk-worker"].source };

/** Everything that the server is built from; packages stay where they are. */
export const INPUTS = ["server", "src/contract", "prisma/schema.prisma", "prisma/seed"];
const PACKAGES = ["package-lock.json", "tsconfig.json"];
/** Parts of server/ that are in no program; a change there makes none stale. */
const NOT_IN_IT = /^server\/(testing|cli|store\/generated)\/|\.test\.tsx?$|\/fixtures\//;

/** Beside what else is made here and may be deleted at any time. Not among the pages, which are cleared with every build. */
const CACHE = "node_modules/.cache/deckdash";
const NAME = "server-";
/** A server that has run for longer than this on an older build is left to start again. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Where the built server stands that was made from what is here now: under the hash of that, so that no later build
 * takes its files from a running server.
 *
 * @param {string} root
 */
export function serverFolder(root) {
  const made = fingerprint(root, [...INPUTS, ...PACKAGES], (file) => !NOT_IN_IT.test(file));
  return path.join(root, CACHE, NAME + made.slice(0, 20));
}

/**
 * The file of the built server, for Node; built now (a tenth of a second) where it is not there.
 *
 * @returns {Promise<string>}
 * @throws {PlainError} with the compiler's words when the source is wrong
 */
export async function needServer() {
  const folder = serverFolder(ROOT);
  if (!isThere(folder)) {
    const cache = path.dirname(folder);
    needWritable(isThere(cache) ? cache : path.join(ROOT, "node_modules"));
    mkdirSync(cache, { recursive: true });
    const draft = `${folder}.draft-${process.pid}`;
    try {
      await buildServer(draft);
      moveInPlace(draft, folder);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
    forgetOlder(cache);
  }
  return path.join(folder, "main.mjs");
}

/**
 * Turns the server's TypeScript into a few files that Node reads as they are.
 *
 * @param {string} outdir
 * @returns {Promise<string[]>} the files that were built in, from the project's folder
 */
export async function buildServer(outdir) {
  const { build, stop } = await import("esbuild");
  try {
    const { metafile } = await build({
      absWorkingDir: ROOT,
      entryPoints: SOURCES,
      outdir,
      bundle: true,
      splitting: true,
      packages: "external",
      format: "esm",
      platform: "node",
      target: "node20.19",
      outExtension: { ".js": ".mjs" },
      sourcemap: true,
      sourcesContent: false,
      metafile: true,
      logLevel: "silent",
      plugins: [{ name: "set-up", setup: leaveSetup }],
    });
    return Object.keys(metafile.inputs);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new PlainError(`The server could not be built. The compiler said:\n\n${said}`);
  } finally {
    // Its own process would stay as long as the server.
    await stop();
  }
}

/**
 * The set-up has run before the server, from its own folder, by which it knows where the project is: the server
 * imports it from there.
 *
 * @param {import("esbuild").PluginBuild} build
 */
function leaveSetup(build) {
  build.onResolve({ filter: /\/setup\/[\w-]+\.mjs$/ }, async ({ path: imported, kind, ...from }) => {
    if (from.pluginData === leaveSetup) return undefined;
    const { importer, resolveDir } = from;
    const found = await build.resolve(imported, { kind, importer, resolveDir, pluginData: leaveSetup });
    if (path.dirname(found.path) !== path.join(ROOT, "server/setup")) return found;
    const file = path.relative(path.resolve(ROOT, build.initialOptions.outdir ?? ""), found.path);
    return { path: file.split(path.sep).join("/"), external: true };
  });
}

/**
 * Another start may have been faster; then its files are the same.
 *
 * @param {string} draft
 * @param {string} folder
 */
function moveInPlace(draft, folder) {
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (!isThere(folder)) throw error;
  }
}

/** @param {string} cache */
function forgetOlder(cache) {
  for (const name of readdirSync(cache).filter((one) => one.startsWith(NAME))) {
    const folder = path.join(cache, name);
    if (Date.now() - statSync(folder).mtimeMs > KEPT_MS) rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder */
function isThere(folder) {
  try {
    return statSync(folder).isDirectory();
  } catch (error) {
    if (isCode(error, "ENOENT")) return false;
    throw error;
  }
}
