import { equivalence } from "#server/domain/distractors/guards/equivalent";
import { readingOf } from "#server/domain/distractors/guards/reading";
import type { Vectors } from "#server/domain/distractors/types";
import { type BlindMeasures, measureBlind } from "./blind";
import type { Judged } from "./judge";
import { mean, percent } from "./share";

/** All shares in per cent with one decimal. */
export type Measures = BlindMeasures & {
  items: number;
  /**
   * Of the ranking: the first is one of people's own distractors; share of the first three; reciprocal rank of the
   * first; NDCG of ten.
   */
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
};

/** Measures judged items. The guess by meaning uses `vectors` even where the ranking did not. */
export function measure(judged: readonly Judged[], vectors: Vectors): Measures {
  const sets = judged.filter(({ chosen }) => chosen.length >= 2);
  const scored = judged.filter(({ item }) => item.distractors.length > 0);
  const written = judged.flatMap(({ item }) => item.distractors.map((text) => ({ item, text })));
  const shown = sets.map(({ item, chosen }) => ({
    prompt: item.question,
    key: item.correct,
    distractors: chosen,
  }));
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
    ...measureBlind(shown, vectors),
  };
}

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
