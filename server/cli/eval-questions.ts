import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { createDistractors } from "#server/domain/distractors/choose";
import { generate } from "#server/domain/question/generate";
import { loadVectors } from "#server/vectors/load";
import type { Question } from "@/contract/question";
import { type BlindMeasures, measureBlind, type ShownSet } from "./distractors/blind";
import { percent } from "./distractors/share";
import { readCards } from "./read-cards";

type DeckMeasures = BlindMeasures & {
  file: string;
  cards: number;
  /** Cards with a question, in per cent, with the first seed. */
  asked: number;
  /** Of all seeds together; the other measures are of these. */
  questions: number;
  /** The same measures for each kind of question with at least LEAST_OF_KIND of them. */
  kinds: Record<string, BlindMeasures & { questions: number }>;
  /** Clock time of the last seed's generation, reading the deck and its texts included. */
  msPerCard: number;
  /** Resident memory since the start of the command, vectors and what is remembered of earlier decks included. */
  addedMb: number;
};

const atStart = process.memoryUsage().rss;

/** A share of fewer questions than this says nothing. */
const LEAST_OF_KIND = 40;

/**
 * `npm run -s eval:questions -- FILE… [--seeds 1,2,3] [--no-vectors]`: how many cards of each deck have a question, and
 * how often guesses that know nothing find the key; one JSON object for each deck.
 */
async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      seeds: { type: "string", default: "1,2,3" },
      "no-vectors": { type: "boolean", default: false },
    },
  });
  if (positionals.length === 0 || !/^\d{1,10}(?:,\d{1,10})*$/.test(values.seeds))
    throw new Error("Name the decks: eval:questions FILE… [--seeds 1,2,3] [--no-vectors].");
  const seeds = values.seeds.split(",").map(Number);
  const results: DeckMeasures[] = [];
  for (const file of positionals) results.push(await measureDeck(file, seeds, !values["no-vectors"]));
  process.stdout.write(`${JSON.stringify(results, null, 1)}\n`);
}

async function measureDeck(
  file: string,
  seeds: readonly number[],
  useVectors: boolean,
): Promise<DeckMeasures> {
  const cards = await readCards(file);
  const questions: Question[] = [];
  let asked = 0;
  let ms = 0;
  let addedMb = 0;
  for (const seed of seeds) {
    const started = performance.now();
    const distractors = createDistractors(useVectors ? loadVectors() : undefined);
    const made = generate(cards, { distractors, seed });
    ms = performance.now() - started;
    addedMb ||= Math.round((process.memoryUsage().rss - atStart) / 1e6);
    if (seed === seeds[0]) asked = cards.length - made.skipped.length;
    questions.push(...made.questions);
  }
  return {
    file,
    cards: cards.length,
    asked: percent(asked / Math.max(cards.length, 1)),
    questions: questions.length,
    ...measureBlind(questions.map(shown), loadVectors()),
    kinds: byKind(questions),
    msPerCard: Math.round((ms / Math.max(cards.length, 1)) * 100) / 100,
    addedMb,
  };
}

function byKind(questions: readonly Question[]): DeckMeasures["kinds"] {
  const kinds = new Map(questions.map(({ kind }) => [kind, questions.filter((one) => one.kind === kind)]));
  return Object.fromEntries(
    [...kinds]
      .filter(([, of]) => of.length >= LEAST_OF_KIND)
      .map(([kind, of]) => [kind, { questions: of.length, ...measureBlind(of.map(shown), loadVectors()) }]),
  );
}

function shown({ prompt, options }: Question): ShownSet {
  const texts = (correct: boolean) =>
    options.filter((option) => option.correct === correct).map(({ text }) => text);
  return { prompt, key: texts(true)[0] ?? "", distractors: texts(false) };
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
