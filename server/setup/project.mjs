import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { PlainError } from "./plain-error.mjs";

/** The folder of the checkout. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url)).replace(/[\\/]$/, "");

/**
 * One hash over files and folders (taken recursively in a fixed order; what is missing counts as missing).
 *
 * @param {string} root
 * @param {string[]} entries paths relative to `root`
 * @param {(file: string) => boolean} [counts] which files matter; all when left out
 */
export function fingerprint(root, entries, counts = () => true) {
  const hash = createHash("sha256");
  for (const file of entries.flatMap((entry) => filesOf(root, entry)).filter(counts)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

/**
 * @param {string} root
 * @param {string} entry
 * @returns {string[]}
 */
function filesOf(root, entry) {
  const full = path.join(root, entry);
  if (!existsSync(full)) return [];
  try {
    return readdirSync(full, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((child) => filesOf(root, path.posix.join(entry, child.name)));
  } catch (error) {
    if (isCode(error, "ENOTDIR")) return [entry];
    throw error;
  }
}

/**
 * @param {string} file
 * @returns {string | undefined} its text, or undefined when it is not there
 */
export function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/**
 * @param {string} folder
 * @throws {PlainError} when this user cannot write there
 */
export function needWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw new PlainError(
      `Something has to be installed or built, but this user may not write to ${folder}: run the command once as the folder's owner, or use a copy of your own.`,
    );
  }
}

/**
 * @param {unknown} error
 * @param {string} code
 */
export function isCode(error, code) {
  return error instanceof Error && "code" in error && error.code === code;
}
