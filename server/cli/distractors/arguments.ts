import { parseArgs } from "node:util";
import { createRanker, type Ranker } from "#server/domain/distractors/rank";
import weights from "#server/domain/distractors/weights.json" with { type: "json" };
import { loadVectors } from "#server/vectors/load";

export type Arguments = { files: string[]; seed: number; ranker: Ranker };

/** Reads `FILE… [--seed N] [--no-vectors]`; throws one sentence that names what is wrong. */
export function readArguments(command: string): Arguments {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: "string", default: "1" }, "no-vectors": { type: "boolean", default: false } },
  });
  if (positionals.length === 0)
    throw new Error(`Name a file of items: ${command} FILE [--seed N] [--no-vectors].`);
  if (!/^\d{1,10}$/.test(values.seed)) {
    throw new Error(`The seed must be a whole number from 0 on, not "${values.seed}".`);
  }
  const ranker = createRanker(weights, values["no-vectors"] ? undefined : loadVectors());
  return { files: positionals, seed: Number(values.seed), ranker };
}

/** Runs a command; its error becomes one line for the person who typed it. */
export function run(main: () => void): void {
  try {
    main();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
