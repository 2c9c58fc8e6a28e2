import { chance } from "../fixtures/played-house";
import type { TermDeck } from "./decks";

/** A question as one pupil sees it. `met`: how often this pupil has answered the card before. */
export type Seen = {
  front: string;
  key: string;
  /** The texts shown, in any order. */
  options: readonly string[];
  met: number;
  /** Weeks since the pupil last met the card. */
  weeksAgo: number;
};

export type Tap = {
  /** One of the texts shown; null for no answer. */
  text: string | null;
  /** 1–5; null for none. */
  rating: number | null;
  /** From the moment the options appear, ms. */
  afterMs: number;
};

const logistic = (x: number) => 1 / (1 + Math.exp(-x));
/** What one meeting with a card adds to a pupil's odds, and what a week takes away again. */
const LEARNS = 0.9;
const FORGETS = 0.25;
const SILENT = 0.03;
const RATES = 0.88;
/** Of those who do not know a misread card, so many give its popular wrong answer. */
const MISREADS = 0.8;
const SLOWEST_MS = 450;

/**
 * What a pupil does, the same for the same seed: abilities are spread evenly over the class, cards differ, who does not
 * know guesses or holds the class's misconception, and ratings follow what the pupil believes, not what is right.
 */
export function tapOf(
  deck: TermDeck,
  pupil: { seed: number; place: number; of: number },
  seen: Seen,
  turn: number,
): Tap {
  const card = deck.cards.findIndex(([front]) => front === seen.front);
  const draw = (which: number) => chance(pupil.seed, pupil.place + 1, card + 1, turn + 1, which);
  const ability = -1.4 + (3 * (pupil.place + 0.5)) / pupil.of;
  const difficulty = -0.9 + 1.8 * chance(card + 1, deck.title.length, 7);
  const learned = LEARNS * seen.met * Math.exp(-FORGETS * seen.weeksAgo);
  const knows = logistic(1.7 * (ability - difficulty) + learned);
  const wrong = seen.options.filter((text) => text !== seen.key).sort();
  const afterMs = Math.floor(SLOWEST_MS * draw(1) * (1.2 - knows * 0.8));
  if (draw(2) < SILENT) return { text: null, rating: null, afterMs };
  const rated = (rating: number) => (draw(3) < RATES ? Math.min(5, Math.max(1, Math.round(rating))) : null);
  const popular = wrong[0] ?? seen.key;
  if (seen.front === deck.disputed && ability > 0.6 && draw(4) < 0.6)
    return { text: popular, rating: rated(4.4), afterMs };
  if (draw(5) < knows) return { text: seen.key, rating: rated(2.4 + 2.6 * knows + draw(6) - 0.5), afterMs };
  if (deck.misread.includes(seen.front) && draw(7) < MISREADS)
    return { text: popular, rating: rated(4 + draw(8)), afterMs };
  const guess = seen.options[Math.floor(draw(9) * seen.options.length)] ?? seen.key;
  return { text: guess, rating: rated(1 + 1.8 * draw(10)), afterMs };
}
