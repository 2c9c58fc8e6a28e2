import { Balance } from "#server/domain/distractors/balance";
import { readArguments, run } from "./distractors/arguments";
import { groupItems, readItems } from "./distractors/items";
import { judgeGroup } from "./distractors/judge";

/** `npm run -s distractors:rank -- FILE [--seed N] [--no-vectors]`: one JSON line for every item, in the file's order. */
run(() => {
  const { files, seed, ranker } = readArguments("distractors:rank");
  for (const file of files) {
    const items = readItems(file);
    const balance = new Balance();
    const judged = new Map(
      groupItems(items)
        .flatMap((group) => judgeGroup(group, ranker, seed, balance))
        .map((one) => [one.item, one]),
    );
    for (const item of items) {
      const { ranked = [], chosen = [], rejected = [] } = judged.get(item) ?? {};
      const { question, correct } = item;
      // With one wrong answer there is no question.
      const shown = chosen.length >= 2 ? chosen : [];
      process.stdout.write(
        `${JSON.stringify({ question, correct, ranked: ranked.slice(0, 10), chosen: shown, rejected })}\n`,
      );
    }
  }
});
