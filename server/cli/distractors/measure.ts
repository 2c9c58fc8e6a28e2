import { formatOf, hitOfMost, MUCH_LONGER, oddFormat } from "#server/domain/distractors/cues";
import { equivalence } from "#server/domain/distractors/guards/equivalent";
import { readingOf } from "#server/domain/distractors/guards/reading";
import { dot, Lexicon } from "#server/domain/distractors/lexicon";
import { fold, trigrams, words } from "#server/domain/distractors/text";
import type { Vectors } from "#server/domain/distractors/types";
import type { Judged } from "./judge";

/** All shares in per cent with one decimal. */
export type Measures = {
  items: number;
  /** Of the ranking: the first is one of people's own distractors; share of the first three; reciprocal rank of the first; NDCG of ten. */
  p1: number;
  p3: number;
  mrr: number;
  ndcg10: number;
  /** Of the chosen sets: options that people wrote; sets of three, of two, and fewer. */
  chosenP3: number;
  threes: number;
  twos: number;
  fewer: number;
  /** People's own distractors that the guard calls equivalent to the key. */
  guardRejects: number;
  /** How often a guess that knows nothing finds the key among the chosen set (ties shared); 25 is honest for four options. */
  blind: {
    longest: number;
    shortest: number;
    gramCentral: number;
    vectorCentral: number;
    promptWords: number;
    /** Guesses the option that alone differs in form, where there is one. */
    oddFormat: number;
  };
  keyLongestBy20: number;
  keyOnlyOddFormat: number;
};

/** Measures judged items. The guess by meaning uses `vectors` even where the ranking did not. */
export function measure(judged: readonly Judged[], vectors: Vectors): Measures {
  const lexicon = new Lexicon("eng", vectors);
  const sets = judged.filter(({ chosen }) => chosen.length >= 2);
  const scored = judged.filter(({ item }) => item.distractors.length > 0);
  const blind = sets.map((set) => blindGuesses(set, lexicon));
  const odd = blind.filter(({ oddAt }) => oddAt !== undefined);
  const written = judged.flatMap(({ item }) => item.distractors.map((text) => ({ item, text })));
  const ofBlind = (cue: Cue) => percent(mean(blind.map((guess) => guess[cue])));
  return {
    items: judged.length,
    p1: percent(mean(scored.map((one) => precision(one, 1)))),
    p3: percent(mean(scored.map((one) => precision(one, 3)))),
    mrr: percent(mean(scored.map(reciprocalRank))),
    ndcg10: percent(mean(scored.map(ndcg10))),
    chosenP3: percent(mean(sets.map(({ item, chosen }) => shareOf(chosen, item.distractors)))),
    threes: percent(mean(judged.map(({ chosen }) => Number(chosen.length === 3)))),
    twos: percent(mean(judged.map(({ chosen }) => Number(chosen.length === 2)))),
    fewer: percent(mean(judged.map(({ chosen }) => Number(chosen.length < 2)))),
    guardRejects: percent(mean(written.map(({ item, text }) => Number(isEquivalent(item.correct, text))))),
    blind: {
      longest: ofBlind("longest"),
      shortest: ofBlind("shortest"),
      gramCentral: ofBlind("gramCentral"),
      vectorCentral: ofBlind("vectorCentral"),
      promptWords: ofBlind("promptWords"),
      oddFormat: percent(mean(odd.map(({ oddAt }) => Number(oddAt === 0)))),
    },
    keyLongestBy20: percent(mean(blind.map(({ muchLonger }) => Number(muchLonger)))),
    keyOnlyOddFormat: percent(mean(blind.map(({ oddAt }) => Number(oddAt === 0)))),
  };
}

const mean = (values: readonly number[]) =>
  values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
const percent = (share: number) => Math.round(share * 1000) / 10;
const shareOf = (shown: readonly string[], own: readonly string[]) =>
  mean(shown.map((text) => Number(own.includes(text))));
const precision = ({ item, ranked }: Judged, first: number) =>
  shareOf(ranked.slice(0, first), item.distractors);
const isEquivalent = (key: string, text: string) =>
  equivalence(readingOf(key, "eng"), readingOf(text, "eng")) !== undefined;

function reciprocalRank({ item, ranked }: Judged): number {
  const at = ranked.findIndex((text) => item.distractors.includes(text));
  return at < 0 ? 0 : 1 / (at + 1);
}

/** Järvelin and Kekäläinen 2002, gain 1 for a text that people wrote, ideal over as many as they wrote. */
function ndcg10({ item, ranked }: Judged): number {
  const gain = (rank: number) => 1 / Math.log2(rank + 2);
  let found = 0;
  for (const [rank, text] of ranked.slice(0, 10).entries()) {
    if (item.distractors.includes(text)) found += gain(rank);
  }
  let ideal = 0;
  for (let rank = 0; rank < Math.min(10, new Set(item.distractors).size); rank++) ideal += gain(rank);
  return found / ideal;
}

type Cue = "longest" | "shortest" | "gramCentral" | "vectorCentral" | "promptWords";
type Guesses = Record<Cue, number> & { oddAt: number | undefined; muchLonger: boolean };

function blindGuesses({ item, chosen }: Judged, lexicon: Lexicon): Guesses {
  const options = [item.correct, ...chosen];
  const lengths = options.map((text) => [...text].length);
  const profiles = options.map((text) => lexicon.profile(text));
  const asked = new Set(words(fold(item.question)));
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
