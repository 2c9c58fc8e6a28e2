import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { createDistractors } from "#server/domain/distractors/choose";
import { generate } from "#server/domain/question/generate";
import { loadVectors } from "#server/vectors/load";
import { readCards } from "./read-cards";

/** `npm run -s questions -- FILE [--seed N] [--no-vectors]`: a deck's questions as JSON. */
async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: "string", default: "1" }, "no-vectors": { type: "boolean", default: false } },
  });
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0)
    throw new Error("Name one deck file: questions FILE [--seed N] [--no-vectors].");
  if (!/^\d{1,10}$/.test(values.seed))
    throw new Error(`The seed must be a whole number from 0 on, not "${values.seed}".`);

  const started = performance.now();
  const cards = await readCards(file);
  const distractors = createDistractors(values["no-vectors"] ? undefined : loadVectors());
  const loaded = performance.now();
  const { questions, skipped } = generate(cards, { distractors, seed: Number(values.seed) });
  const done = performance.now();

  const numbers = new Map(cards.map((card, index) => [card.id, index + 1]));
  const result = {
    cards: cards.length,
    questions: questions.map(({ rejected: _, card, ...question }) => ({
      ...question,
      card: numbers.get(card),
    })),
    skipped: skipped.map(({ card, reason }) => ({ card: numbers.get(card), reason })),
    asked: new Set(questions.map((question) => question.card)).size,
    ms: Math.round(done - loaded),
    msLoad: Math.round(loaded - started),
    rssMb: Math.round(process.memoryUsage().rss / 1e6),
  };
  process.stdout.write(`${JSON.stringify(result, null, 1)}\n`);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
