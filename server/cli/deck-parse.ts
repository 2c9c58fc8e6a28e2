import { basename } from "node:path";
import { parseDeck } from "#server/files/parse-deck";
import { readInput } from "./input-file";

/** `npm run -s deck:parse -- FILE` prints what was understood of a deck, as JSON. */
async function main(file: string | undefined): Promise<void> {
  if (!file) throw new Error("Name the file to read: npm run -s deck:parse -- FILE");
  const bytes = readInput(file);
  const deck = await parseDeck({ name: basename(file), bytes });
  if (deck.format === "unknown") process.exitCode = 1;
  process.stdout.write(`${JSON.stringify(deck, null, 2)}\n`);
  if (deck.format === "unknown")
    process.stderr.write(`${deck.problems[0]?.message ?? "Nothing could be read."}\n`);
}

main(process.argv[2]).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
