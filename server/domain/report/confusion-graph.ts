import type { ConfusionEdge, ConfusionGraph } from "@/contract/deck-health";
import { groupBy } from "./answers";
import { wilson } from "./statistics";

/** One answer to a card, with the wrong answers that stood beside the key. */
export type MixedAnswer = {
  student: string;
  /** The card asked. */
  card: string;
  /** The cards whose answers stood among the options, and how many wrong options there were in all. */
  offered: readonly string[];
  distractors: number;
  correct: boolean;
  /** The card whose answer was given; null for the right one, and for wrong ones that are no card's. */
  took: string | null;
  /** Order in time; any number that grows. */
  at: number;
};

/** Fewer students than this may all have slipped. */
export const LEAST_CONFUSED = 3;
/** Share of false alarms among the edges said to be beyond chance. */
const FALSE_ALARMS = 0.05;

/**
 * Which cards are answered with which others' answers. Each student counts once for a pair; whether it is more than
 * chance is asked of the students' first wrong answers when both stood there: an exact one-sided binomial test against
 * blind choice among the wrong options, for all pairs together as Benjamini and Hochberg (1995) do it.
 */
export function confusionGraph(answers: readonly MixedAnswer[]): ConfusionGraph {
  const inTime = [...answers].sort((a, b) => a.at - b.at);
  const pairs = new Map<string, { asked: string; answered: string; own: MixedAnswer[] }>();
  for (const answer of inTime)
    for (const answered of new Set(answer.offered)) {
      if (answered === answer.card) continue;
      const key = JSON.stringify([answer.card, answered]);
      const pair = pairs.get(key) ?? { asked: answer.card, answered, own: [] };
      pair.own.push(answer);
      pairs.set(key, pair);
    }
  const all = [...pairs.values()].flatMap(({ asked, answered, own }) => {
    const edge = edgeOf(asked, answered, own);
    return edge.students === 0 ? [] : [{ edge, chance: chanceOf(answered, own) }];
  });
  const drawn = all.filter(({ edge }) => edge.students >= LEAST_CONFUSED);
  const bound = falseDiscoveryBound(drawn.map(({ chance }) => chance));
  const edges = drawn
    .map(({ edge, chance }): ConfusionEdge => ({ ...edge, beyondChance: chance <= bound }))
    .sort((a, b) => b.students - a.students || b.share - a.share);
  return { cards: inLine(edges), edges, slips: all.length - drawn.length };
}

function edgeOf(
  asked: string,
  answered: string,
  own: readonly MixedAnswer[],
): Omit<ConfusionEdge, "beyondChance"> {
  const took = own.filter((answer) => answer.took === answered);
  const students = new Set(took.map(({ student }) => student)).size;
  const offered = new Set(own.map(({ student }) => student)).size;
  const share = students / offered;
  return {
    asked,
    answered,
    students,
    offered,
    share,
    interval: wilson(students, offered),
    times: took.length,
  };
}

/** P(at least so many first wrong answers go to `answered`), were they drawn blindly from the wrong options. */
function chanceOf(answered: string, own: readonly MixedAnswer[]): number {
  const firstWrong = [
    ...groupBy(
      own.filter(({ correct }) => !correct),
      ({ student }) => student,
    ).values(),
  ].flatMap(([first]) => first ?? []);
  const hits = firstWrong.filter(({ took }) => took === answered).length;
  // Questions with different numbers of options: the sum of unlike coins, exactly.
  let spread = [1];
  for (const { distractors } of firstWrong) {
    const p = 1 / Math.max(1, distractors);
    spread = [...spread, 0].map((stays, n) => stays * (1 - p) + (spread[n - 1] ?? 0) * p);
  }
  return spread.slice(hits).reduce((total, p) => total + p, 0);
}

/** The largest p-value that is let through; −1 when none is. */
function falseDiscoveryBound(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.reduce(
    (bound, p, place) => (p <= (FALSE_ALARMS * (place + 1)) / sorted.length ? p : bound),
    -1,
  );
}

/** The cards of the edges in a line: each next one is tied to the line most strongly, and stands at the nearer end. */
function inLine(edges: readonly ConfusionEdge[]): string[] {
  const tie = (a: string, b: string) =>
    edges.reduce(
      (sum, { asked, answered, students }) =>
        (asked === a && answered === b) || (asked === b && answered === a) ? sum + students : sum,
      0,
    );
  const open = new Set(edges.flatMap(({ asked, answered }) => [asked, answered]));
  const lines: string[] = [];
  while (open.size > 0) {
    const [first = ""] = open;
    const line = [first];
    open.delete(first);
    for (;;) {
      const next = strongest([...open], (card) => Math.max(...line.map((placed) => tie(card, placed))));
      if (next === null) break;
      open.delete(next);
      const [head = "", tail = ""] = [line[0], line.at(-1)];
      if (tie(next, head) > tie(next, tail)) line.unshift(next);
      else line.push(next);
    }
    lines.push(...line);
  }
  return lines;
}

/** The one with the largest weight above zero, the first of equals. */
function strongest(cards: readonly string[], weight: (card: string) => number): string | null {
  let best: string | null = null;
  let most = 0;
  for (const card of cards) {
    const own = weight(card);
    if (own > most) [best, most] = [card, own];
  }
  return best;
}
