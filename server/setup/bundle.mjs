import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { holdBuild } from "./build.mjs";
import { PlainError } from "./plain-error.mjs";
import { PROGRAMS } from "./programs.mjs";
import { distDir, fingerprint, needWritable, ROOT, readIfThere } from "./project.mjs";

const INPUTS = ["server", "src/contract", "prisma/schema.prisma", "package-lock.json", "tsconfig.json"];
/** Parts of server/ that are in no program; a change there makes none stale. */
const NOT_IN_IT = /^server\/(testing|cli|store\/generated)\/|\.test\.tsx?$|\/fixtures\//;

/** @param {string} root */
const folderOf = (root) => path.join(root, distDir(), "deckdash-server");
/** @param {string} root */
const stampFile = (root) => path.join(folderOf(root), "made-from");
/** @param {string} root */
const inputsOf = (root) => fingerprint(root, INPUTS, (file) => !NOT_IN_IT.test(file));

/** Whether the server that stands there was made from what is here now. @param {string} root */
export function serverIsCurrent(root) {
  return readIfThere(stampFile(root)) === inputsOf(root);
}

/** Notes what the server was made from. @param {string} root */
export function stampServer(root) {
  writeFileSync(stampFile(root), inputsOf(root));
}

/**
 * The file of the built server, for Node; built now when it is not there or is older than its source.
 *
 * @returns {Promise<string>}
 */
export async function needServer() {
  if (!serverIsCurrent(ROOT)) await buildServer();
  return path.join(folderOf(ROOT), "main.mjs");
}

/**
 * Turns the server's TypeScript into a few files that Node reads as they are; packages stay where they are.
 *
 * @throws {PlainError} with the compiler's words when the source is wrong
 */
export async function buildServer() {
  needWritable(ROOT);
  const letGo = holdBuild(ROOT);
  const outdir = folderOf(ROOT);
  try {
    rmSync(outdir, { recursive: true, force: true });
    const { build } = await import("esbuild");
    await build({
      absWorkingDir: ROOT,
      entryPoints: PROGRAMS,
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
      logLevel: "silent",
      plugins: [{ name: "set-up", setup: leaveSetup(outdir) }],
    });
    stampServer(ROOT);
  } catch (error) {
    throw new PlainError(`The server could not be built. The compiler said:\n\n${error}`);
  } finally {
    letGo();
  }
}

/**
 * The set-up has run before the server, from its own folder, by which it knows where the project is: the server
 * imports it from there.
 *
 * @param {string} outdir
 * @returns {(build: import("esbuild").PluginBuild) => void}
 */
function leaveSetup(outdir) {
  return (build) =>
    build.onResolve({ filter: /\/setup\/[\w-]+\.mjs$/ }, ({ path: imported, resolveDir }) => {
      const file = path.relative(outdir, path.resolve(resolveDir, imported));
      return { path: file.split(path.sep).join("/"), external: true };
    });
}
