import type { CardStanding, ClassReport } from "@/contract/mastery";
import { deckMastery } from "./deck-mastery";
import { type Mastery, memoriesOf } from "./fold";
import type { Memories } from "./memory";
import { knowledgeAt, WEEK } from "./predict";

/** Under this probability we say that a student does not know a card, or will not. */
const KNOWN = 0.5;

export type ReportCard = { id: string; skill: string };

/**
 * What a class knows of one deck at `now` (seconds): altogether, card by card, and student by student, in the order
 * given. Null without cards or students. Answers that are not in `mastery` count as never given.
 */
export function classReport(
  { deck, cards, students }: { deck: string; cards: readonly ReportCard[]; students: readonly string[] },
  mastery: Mastery,
  now: number,
): ClassReport | null {
  const { weights } = mastery;
  const seats: Memories[][] = cards.map(({ id, skill }) =>
    students.map((student) => memoriesOf(mastery, { student, deck, card: id, skill })),
  );
  const whole = deckMastery(seats, weights, now);
  if (!whole) return null;
  const knows = knowledgeAt(weights, now);
  const knowsInAWeek = knowledgeAt(weights, now + WEEK);
  const lastAt = seats.reduce((latest, row) => Math.max(latest, lastAnswer(row)), 0);
  const before = lastAt > 0 ? deckMastery(seats, weights, lastAt) : null;
  return {
    mastery: whole,
    before: before && { known: before.known, at: lastAt },
    cards: cards.map(({ id }, at) => ({ card: id, ...cardStanding(seats[at] ?? []) })),
    students: students.map((student, at) => {
      const own = seats.flatMap((row) => row[at] ?? []);
      const known = deckMastery(
        own.map((memories) => [memories]),
        weights,
        now,
      );
      if (!known) throw new Error("A student of a class with cards has no cards.");
      const last = lastAnswer(own);
      return {
        student,
        mastery: known,
        lastAt: last > 0 ? last : null,
        behind: known.enough && known.known + known.error < whole.known,
      };
    }),
  };

  function cardStanding(row: readonly Memories[]): Omit<CardStanding, "card"> {
    const standing = { known: 0, inAWeek: 0, met: 0, right: 0, wrong: 0, fading: 0 };
    for (const memories of row) {
      const k = knows(memories);
      const later = knowsInAWeek(memories);
      standing.known += k / row.length;
      standing.inAWeek += later / row.length;
      standing.right += memories.pair.c;
      standing.wrong += memories.pair.i;
      if (memories.pair.last !== 0) standing.met += 1;
      if (k >= KNOWN && later < KNOWN) standing.fading += 1;
    }
    return standing;
  }
}

/** When the last of these was answered, seconds; 0 for never. A large class has more seats than a call takes arguments. */
const lastAnswer = (seats: readonly Memories[]): number =>
  seats.reduce((latest, { pair }) => Math.max(latest, pair.t), 0);
