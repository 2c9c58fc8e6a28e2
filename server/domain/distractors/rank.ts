import { featuresOf, LEXICAL_FEATURES, VECTOR_FEATURES } from "./features";
import { type GapFit, gapFit, isHinted } from "./gap-fit";
import { Lexicon, type Profile } from "./lexicon";
import { compile, type Weights } from "./network";
import type { Vectors } from "./types";

/** One set of weights for languages without vectors, one for English with them. */
export type RankerWeights = { lexical: Weights; vectors: Weights };

export type RankRequest = { prompt: string; key: string; candidates: readonly string[]; language: string };

export type Ranker = {
  /** A score for each candidate in order, higher is more plausible. */
  score(request: RankRequest): Float32Array;
  /** What is known of a text; for the selection of a set. */
  profile(text: string, language: string): Profile;
  /** How texts fit the gap of an English prompt beside its key, where the vectors tell. */
  fit(prompt: string, key: string, language: string): GapFit | undefined;
  /** True where a word of an English prompt tells which of the words of a row is left out of it, as far as the vectors know. */
  hints(prompt: string, key: string, others: readonly string[], language: string): boolean;
};

/**
 * Binds weights and vectors. Refuses weights that were trained on other features. Equal requests get equal scores
 * whatever was asked before.
 */
export function createRanker(weights: RankerWeights, vectors: Vectors | undefined): Ranker {
  expectFeatures(weights.lexical, LEXICAL_FEATURES);
  expectFeatures(weights.vectors, [...LEXICAL_FEATURES, ...VECTOR_FEATURES]);
  const scoreLexical = compile(weights.lexical);
  const scoreVectors = compile(weights.vectors);
  const lexicons = new Map<string, Lexicon>();

  function lexiconOf(language: string): Lexicon {
    const had = lexicons.get(language);
    if (had) return had;
    const made = new Lexicon(language, language === "eng" || language === "und" ? vectors : undefined);
    lexicons.set(language, made);
    return made;
  }

  return {
    profile: (text, language) => lexiconOf(language).profile(text),
    fit: (prompt, key, language) =>
      vectors !== undefined && language === "eng" ? gapFit(prompt, key, lexiconOf(language)) : undefined,
    hints: (prompt, key, others, language) =>
      vectors !== undefined && language === "eng" && isHinted(prompt, key, others, lexiconOf(language)),
    score({ prompt, key, candidates, language }) {
      if (lexicons.get(language)?.full) lexicons.delete(language);
      const lexicon = lexiconOf(language);
      const { rows, columns, count } = featuresOf(lexicon, prompt, key, candidates);
      // A text of no known language is read as English only when every word of the key is in the table.
      const coverage = lexicon.profile(key).coverage;
      const useVectors =
        vectors !== undefined && (language === "eng" || (language === "und" && coverage === 1));
      return (useVectors ? scoreVectors : scoreLexical)(rows, columns, count);
    },
  };
}

function expectFeatures(weights: Weights, names: readonly string[]): void {
  if (weights.features.join() !== names.join()) {
    throw new Error(
      "The distractor weights belong to other features than this version computes. Train them again: npm run train:distractors",
    );
  }
}
