import type { Balance } from "#server/domain/distractors/balance";
import { chooserOf } from "#server/domain/distractors/choose";
import { equivalence } from "#server/domain/distractors/guards/equivalent";
import { readingOf } from "#server/domain/distractors/guards/reading";
import type { Ranker } from "#server/domain/distractors/rank";
import { isBlank } from "#server/domain/distractors/text";
import { hash32 } from "#server/domain/hash";
import { createRandom } from "#server/domain/random";
import { type Group, type Item, poolOf } from "./items";

/** What the product would do with one item. */
export type Judged = {
  item: Item;
  /** The pool behind the guard, most plausible first. */
  ranked: string[];
  chosen: string[];
  /** Texts of the pool that the guard calls equivalent to a right answer. */
  rejected: string[];
};

/**
 * Ranks and chooses for every item of a group, in order. `seed` draws the sets, `balance` carries from group to group
 * what the sets gave away; language is English as the items are.
 */
export function judgeGroup(group: Group, ranker: Ranker, seed: number, balance: Balance): Judged[] {
  const choose = chooserOf(ranker);
  const readings = new Map(group.strings.map((text) => [text, readingOf(text, LANGUAGE)]));
  return group.items.map((item) => {
    const right = [item.correct, ...(item.alsoCorrect ?? [])].map((text) => readingOf(text, LANGUAGE));
    const rejected: string[] = [];
    const pool: string[] = [];
    for (const text of poolOf(group, item)) {
      if (isBlank(text)) continue;
      const reading = readings.get(text);
      if (reading && right.some((own) => equivalence(own, reading))) rejected.push(text);
      else pool.push(text);
    }
    const scores = ranker.score({
      prompt: item.question,
      key: item.correct,
      candidates: pool,
      language: LANGUAGE,
    });
    const ranked = pool
      .map((text, row) => ({ text, score: scores[row] ?? 0 }))
      .sort((one, other) => other.score - one.score)
      .map(({ text }) => text);
    const { chosen, hits } = choose({
      prompt: item.question,
      key: item.correct,
      alsoCorrect: item.alsoCorrect ?? [],
      candidates: pool.map((text) => ({ text, origin: "deck", source: group.topic })),
      language: LANGUAGE,
      random: createRandom(hash32(`${item.question} ${item.correct}`, seed)),
      shares: balance.shares(),
    });
    if (chosen.length >= 2) balance.count(hits);
    return { item, ranked, chosen: chosen.map(({ text }) => text), rejected };
  });
}

const LANGUAGE = "eng";
