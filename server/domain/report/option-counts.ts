import { groupBy } from "./answers";
import { wilson } from "./statistics";

/** A round that counts, as it was asked: options by the id they have in the deck; null where the deck has none. */
export type CountedRound = {
  options: readonly { id: string; stored: string | null }[];
  answers: readonly { player: string; option: string; correct: boolean }[];
};

/** How a session met one option of a deck. `shown`: how many answered a question that showed it. */
export type OptionCounts = {
  stored: string;
  shown: number;
  chosen: number;
  shownTop: number;
  chosenTop: number;
  shownBottom: number;
  chosenBottom: number;
};

/** Thirds of fewer than three students are no groups. */
const LEAST_THIRD = 3;

/** Counts a whole session. Top and bottom are the thirds of its players by their share of right answers. */
export function optionCounts(rounds: readonly CountedRound[]): OptionCounts[] {
  const { top, bottom } = thirds(rounds);
  const counts = new Map<string, OptionCounts>();
  for (const { options, answers } of rounds)
    for (const { id, stored } of options) {
      if (stored === null) continue;
      const none = { shown: 0, chosen: 0, shownTop: 0, chosenTop: 0, shownBottom: 0, chosenBottom: 0 };
      const own = counts.get(stored) ?? { stored, ...none };
      counts.set(stored, own);
      for (const { player, option } of answers) {
        const took = option === id ? 1 : 0;
        own.shown += 1;
        own.chosen += took;
        if (top.has(player)) {
          own.shownTop += 1;
          own.chosenTop += took;
        }
        if (bottom.has(player)) {
          own.shownBottom += 1;
          own.chosenBottom += took;
        }
      }
    }
  return [...counts.values()];
}

function thirds(rounds: readonly CountedRound[]): { top: Set<string>; bottom: Set<string> } {
  const all = rounds.flatMap(({ answers }) => answers);
  const ranked = [...groupBy(all, ({ player }) => player)]
    .map(([player, own]) => ({ player, share: own.filter(({ correct }) => correct).length / own.length }))
    .sort((a, b) => b.share - a.share || (a.player < b.player ? -1 : 1))
    .map(({ player }) => player);
  const size = Math.floor(ranked.length / 3);
  if (size < LEAST_THIRD) return { top: new Set(), bottom: new Set() };
  return { top: new Set(ranked.slice(0, size)), bottom: new Set(ranked.slice(-size)) };
}

/** A distractor that surely fewer than this take does no work. */
const DEAD = 0.05;

/** Nobody takes it: the upper end of the 95 % interval of its share is under 5 % (0 of 73). */
export const isDead = ({ chosen, shown }: Pick<OptionCounts, "chosen" | "shown">): boolean =>
  (wilson(chosen, shown)?.high ?? 1) < DEAD;

/** The best third takes this wrong answer more often than the weakest: it may also be right. Needs a few who did. */
export const mayBeRight = (counts: Omit<OptionCounts, "stored">): boolean =>
  counts.chosenTop >= LEAST_THIRD &&
  counts.shownBottom >= LEAST_THIRD &&
  counts.chosenTop / counts.shownTop > counts.chosenBottom / counts.shownBottom;
