import type { Askable, AskedRound } from "./request";

/** A card counts as missed when fewer than this share of those who answered had it right. */
const MISSED = 0.6;
/** At most one round in this many is a second try: the class came for the others. */
const EVERY = 5;

/**
 * The card that the class missed most in this session and has not tried again yet, if it is time for one; null
 * otherwise. A second try comes on top of the session's questions. In place of one it would cost what the class will
 * know later: on the same day it is worth a third of asking a rested card; docs/engineering/mastery.md has the figures.
 * @param cards those that have rested
 */
export function dueSecondTry(
  cards: readonly Askable[],
  asked: readonly AskedRound[],
): { card: Askable; why: string } | null {
  if (asked.length < EVERY - 1 || asked.slice(1 - EVERY).some(({ secondTry }) => secondTry)) return null;
  const rounds = new Map<string, AskedRound[]>();
  for (const round of asked) rounds.set(round.card, [...(rounds.get(round.card) ?? []), round]);
  let due: { card: Askable; round: AskedRound } | null = null;
  for (const card of cards) {
    const [round, again] = rounds.get(card.card) ?? [];
    if (!round || again || share(round) >= MISSED) continue;
    if (due === null || share(round) < share(due.round)) due = { card, round };
  }
  if (due === null) return null;
  const { answers, right } = due.round;
  return { card: due.card, why: `${answers - right} of ${answers} missed this; asked another way` };
}

const share = ({ right, answers }: AskedRound) => (answers === 0 ? 1 : right / answers);
