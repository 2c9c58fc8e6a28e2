import { featuresOf, LEXICAL_FEATURES, VECTOR_FEATURES } from "#server/domain/distractors/features";
import { equivalence } from "#server/domain/distractors/guards/equivalent";
import { readingOf } from "#server/domain/distractors/guards/reading";
import { Lexicon } from "#server/domain/distractors/lexicon";
import type { RankerWeights } from "#server/domain/distractors/rank";
import type { Vectors } from "#server/domain/distractors/types";
import { type Group, type Item, poolOf } from "./items";
import { type Example, trainWeights } from "./train-network";

/** Learns both sets of weights, with and without word vectors. */
export function trainRanker(examples: readonly Example[]): RankerWeights {
  return {
    lexical: trainWeights(examples, LEXICAL_FEATURES),
    vectors: trainWeights(examples, [...LEXICAL_FEATURES, ...VECTOR_FEATURES]),
  };
}

/** The features of every item of a group of English items as the ranker will see them: behind the guards. */
export function examplesOf(group: Group, vectors: Vectors): Example[] {
  const lexicon = new Lexicon("eng", vectors);
  const readings = new Map(group.strings.map((text) => [text, readingOf(text, "eng")]));
  return group.items.map((item) => {
    const right = [item.correct, ...(item.alsoCorrect ?? [])].map((text) => readingOf(text, "eng"));
    const pool = poolOf(group, item).filter((text) => {
      const reading = readings.get(text);
      return reading && !right.some((own) => equivalence(own, reading));
    });
    return { ...featuresOf(lexicon, item.question, item.correct, pool), chosen: chosenRows(pool, item) };
  });
}

function chosenRows(pool: readonly string[], item: Item): number[] {
  const own = new Set(item.distractors);
  return pool.flatMap((text, row) => (own.has(text) ? [row] : []));
}
