import { writeFileSync } from "node:fs";
import path from "node:path";
import { PlainError } from "./plain-error.mjs";
import { fingerprint, needWritable, ROOT, readIfThere } from "./project.mjs";
import { runNode } from "./run.mjs";

const OUTPUT = "server/store/generated";
const STAMP = path.join(OUTPUT, ".made-from");
const INPUTS = ["prisma/schema.prisma", "prisma.config.ts", "node_modules/prisma/package.json"];

/** Whether the generated client belongs to this schema and this version of Prisma. @param {string} root */
export function clientIsCurrent(root) {
  return readIfThere(path.join(root, STAMP)) === fingerprint(root, INPUTS);
}

/** Notes what the client was made from. @param {string} root */
export function stampClient(root) {
  writeFileSync(path.join(root, STAMP), fingerprint(root, INPUTS));
}

/** @throws {PlainError} when the schema is wrong or the folder cannot be written to */
export async function generateClient() {
  needWritable(path.join(ROOT, "server/store"));
  const { code, output } = await runNode("node_modules/prisma/build/index.js", ["generate"], {
    env: { CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" },
  });
  if (code !== 0)
    throw new PlainError(`The database client could not be made. Prisma said:\n\n${output.trim()}`);
  stampClient(ROOT);
}
