import { formatOf, hitOfMost, MUCH_LONGER, oddFormat } from "#server/domain/distractors/cues";
import { dot, Lexicon } from "#server/domain/distractors/lexicon";
import type { Cue } from "#server/domain/distractors/shares";
import { fold, trigrams, words } from "#server/domain/distractors/text";
import type { Vectors } from "#server/domain/distractors/types";
import { mean, percent } from "./share";

/** A question as a class sees it. */
export type ShownSet = { prompt: string; key: string; distractors: readonly string[] };

/** What form gives away, in per cent with one decimal. */
export type BlindMeasures = {
  /** How often a guess that knows nothing finds the key (ties shared); 25 is honest for four options. */
  blind: Record<Cue, number> & {
    /** Guesses the option that alone differs in form, where there is one. */
    oddFormat: number;
  };
  keyLongestBy20: number;
  keyOnlyOddFormat: number;
};

/** Lets five guesses that know nothing, and a look for the odd form, answer questions of two or more distractors. */
export function measureBlind(sets: readonly ShownSet[], vectors: Vectors): BlindMeasures {
  const lexicon = new Lexicon("eng", vectors);
  const guesses = sets.map((set) => guess(set, lexicon));
  const odd = guesses.filter(({ oddAt }) => oddAt !== undefined);
  const found = (cue: Cue) => percent(mean(guesses.map((one) => one[cue])));
  return {
    blind: {
      longest: found("longest"),
      shortest: found("shortest"),
      gramCentral: found("gramCentral"),
      vectorCentral: found("vectorCentral"),
      promptWords: found("promptWords"),
      oddFormat: percent(mean(odd.map(({ oddAt }) => Number(oddAt === 0)))),
    },
    keyLongestBy20: percent(mean(guesses.map(({ muchLonger }) => Number(muchLonger)))),
    keyOnlyOddFormat: percent(mean(guesses.map(({ oddAt }) => Number(oddAt === 0)))),
  };
}

type Guesses = Record<Cue, number> & { oddAt: number | undefined; muchLonger: boolean };

function guess({ prompt, key, distractors }: ShownSet, lexicon: Lexicon): Guesses {
  const options = [key, ...distractors];
  const lengths = options.map((text) => [...text].length);
  const profiles = options.map((text) => lexicon.profile(text));
  const asked = new Set(words(fold(prompt)));
  const shared = options.map((text) => new Set(words(fold(text)).filter((word) => asked.has(word))).size);
  const grams = options.map((text) => trigrams(fold(text)));
  const central = (likeness: (one: number, other: number) => number) =>
    hitOfMost(
      options.map((_, one) => mean(options.map((_, other) => (one === other ? 0 : likeness(one, other))))),
    );
  return {
    longest: hitOfMost(lengths),
    shortest: hitOfMost(lengths.map((length) => -length)),
    gramCentral: central((one, other) => gramCosine(grams[one], grams[other])),
    vectorCentral: central((one, other) => {
      const [left, right] = [profiles[one]?.mean, profiles[other]?.mean];
      return left && right ? dot(left, right) : 0;
    }),
    promptWords: hitOfMost(shared),
    oddAt: oddFormat(profiles.map(formatOf)),
    muchLonger: (lengths[0] ?? 0) >= MUCH_LONGER * Math.max(...lengths.slice(1)),
  };
}

/** Cosine of plain 3-gram counts: a guesser has no pool to weigh them by. */
function gramCosine(one: Map<string, number> = new Map(), other: Map<string, number> = new Map()): number {
  let sum = 0;
  for (const [gram, count] of one) sum += count * (other.get(gram) ?? 0);
  const size = (grams: Map<string, number>) =>
    Math.sqrt([...grams.values()].reduce((all, n) => all + n * n, 0));
  return sum / (size(one) * size(other) || 1);
}
