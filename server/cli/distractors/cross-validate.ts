import { Balance } from "#server/domain/distractors/balance";
import { createRanker } from "#server/domain/distractors/rank";
import type { Vectors } from "#server/domain/distractors/types";
import type { Group } from "./items";
import { type Judged, judgeGroup } from "./judge";
import { type Measures, measure } from "./measure";
import type { Example } from "./train-network";
import { trainRanker } from "./train-ranker";

/** A group with the file that it came from. */
export type Source = { file: string; group: Group; examples: Example[] };

const FOLDS = 5;

export type CrossValidated = { file: string; vectors: Measures; noVectors: Measures };

/**
 * Measures on groups that were not trained on. By "topics": the groups of all files are dealt into five parts, each judged by
 * weights learned from the four others. By "files": each file is judged by weights learned from the other files.
 */
export function crossValidate(
  sources: readonly Source[],
  by: "topics" | "files",
  vectors: Vectors,
): CrossValidated[] {
  const files = [...new Set(sources.map(({ file }) => file))];
  const parts = by === "files" ? files.length : FOLDS;
  const partOf = (source: Source, index: number) =>
    by === "files" ? files.indexOf(source.file) : index % FOLDS;
  const results = new Map(files.map((file) => [file, { with: sets(), without: sets() }]));
  for (let part = 0; part < parts; part++) {
    const learned = sources.filter((source, index) => partOf(source, index) !== part);
    const weights = trainRanker(learned.flatMap(({ examples }) => examples));
    for (const { file, group } of sources.filter((source, index) => partOf(source, index) === part)) {
      const of = results.get(file);
      of?.with.judged.push(...judgeGroup(group, createRanker(weights, vectors), 1, of.with.balance));
      of?.without.judged.push(...judgeGroup(group, createRanker(weights, undefined), 1, of.without.balance));
    }
  }
  return [...results].map(([file, judged]) => ({
    file,
    vectors: measure(judged.with.judged, vectors),
    noVectors: measure(judged.without.judged, vectors),
  }));
}

const sets = () => ({ judged: [] as Judged[], balance: new Balance() });
