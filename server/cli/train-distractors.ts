import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { loadVectors } from "#server/vectors/load";
import { run } from "./distractors/arguments";
import { crossValidate } from "./distractors/cross-validate";
import { groupItems, readItems } from "./distractors/items";
import { examplesOf, trainRanker } from "./distractors/train-ranker";

const OUT = "server/domain/distractors/weights.json";

/**
 * `npm run -s train:distractors -- FILE… [--check topics|files]`: learns the ranker's weights from items that people wrote
 * and writes them; equal files in equal order give equal weights. With `--check` nothing is written: the measures are
 * those of items that were not trained on, and go to standard output.
 */
run(() => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { check: { type: "string" } },
  });
  if (positionals.length === 0) {
    throw new Error("Name the item files: train:distractors FILE… [--check topics|files].");
  }
  const vectors = loadVectors();
  const sources = positionals.flatMap((file) =>
    groupItems(readItems(file)).map((group) => ({ file, group, examples: examplesOf(group, vectors) })),
  );
  if (values.check === "topics" || values.check === "files") {
    process.stdout.write(`${JSON.stringify(crossValidate(sources, values.check, vectors), null, 1)}\n`);
    return;
  }
  if (values.check !== undefined) throw new Error(`Check by "topics" or by "files", not "${values.check}".`);
  const weights = trainRanker(sources.flatMap(({ examples }) => examples));
  writeFileSync(path.resolve(OUT), `${JSON.stringify(weights)}\n`);
  process.stdout.write(`Wrote ${OUT} from ${sources.length} groups of items.\n`);
});
