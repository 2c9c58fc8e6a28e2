import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseDeck } from "#server/files/parse-deck";

/** `npm run -s deck:parse -- FILE` prints what was understood of a deck, as JSON. */
async function main(file: string | undefined): Promise<void> {
  if (!file) throw new Error("Name the file to read: npm run -s deck:parse -- FILE");
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`Cannot read ${file}: ${READING[error.code ?? ""] ?? error.message}.`);
  });
  const deck = await parseDeck({ name: basename(file), bytes });
  if (deck.format === "unknown") process.exitCode = 1;
  process.stdout.write(`${JSON.stringify(deck, null, 2)}\n`);
  if (deck.format === "unknown")
    process.stderr.write(`${deck.problems[0]?.message ?? "Nothing could be read."}\n`);
}

const READING: Record<string, string> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "this account may not read it",
};

main(process.argv[2]).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
