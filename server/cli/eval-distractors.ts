import { performance } from "node:perf_hooks";
import { Balance } from "#server/domain/distractors/balance";
import { loadVectors } from "#server/vectors/load";
import { readArguments, run } from "./distractors/arguments";
import { groupItems, readItems } from "./distractors/items";
import { judgeGroup } from "./distractors/judge";
import { measure } from "./distractors/measure";

/**
 * `npm run -s eval:distractors -- FILE… [--seed N] [--no-vectors]`: how well the ranking, the chosen sets and the guard
 * do on items that people wrote; one JSON object with the measures of each file.
 */
run(() => {
  const { files, seed, ranker } = readArguments("eval:distractors");
  const results = files.map((file) => {
    const started = performance.now();
    const balance = new Balance();
    const judged = groupItems(readItems(file)).flatMap((group) => judgeGroup(group, ranker, seed, balance));
    const msPerItem = Math.round(((performance.now() - started) / Math.max(judged.length, 1)) * 100) / 100;
    return { file, ...measure(judged, loadVectors()), msPerItem };
  });
  process.stdout.write(`${JSON.stringify(results, null, 1)}\n`);
});
