import { fold, memoriesOf, remember } from "#server/domain/mastery/fold";
import type { AskedRound } from "#server/domain/mastery/pick/request";
import { createRandom, type Random } from "#server/domain/random";
import type { Policy } from "./policies";
import type { Truth } from "./truths";

/** A term in small: how many cards, how many sessions of how many questions, and the days between sessions. */
export type Setting = { cards: number; sessions: number; questions: number; gap: number };

export const SETTINGS: readonly Setting[] = [
  { cards: 24, sessions: 3, questions: 12, gap: 2 },
  { cards: 30, sessions: 4, questions: 10, gap: 7 },
  { cards: 40, sessions: 4, questions: 12, gap: 7 },
  { cards: 50, sessions: 8, questions: 10, gap: 5 },
  { cards: 60, sessions: 6, questions: 12, gap: 3 },
];

export const STUDENTS = 25;
/** Spread of abilities and difficulties in logits, as the model found them in public logs (variances 1 and 1.8). */
const ABILITY_SD = 1;
const DIFFICULTY_SD = 1.34;
const OPTIONS = 4;
const SLIP = 0.02;
const DAY = 86_400;
/** Seconds from one question to the next. */
const PACE = 40;
/** Days from the last session to the test that counts. */
const TEST_AFTER = 7;
const EPOCH = 1_760_000_000;

export type Outcome = {
  /** P(knows) a week after the last session, averaged over students and cards. */
  recall: number;
  /** Share of right answers while playing. */
  success: number;
  /** Share of the cards asked at least once. */
  coverage: number;
  /** Rounds in a session: its questions, and what a policy asks on top of them. */
  rounds: number;
};

/**
 * Plays one class through a setting under one policy. Students, cards and what they knew before depend on the
 * seed alone, and so do the luck of guessing and of learning, card by card: policies meet the same class.
 */
export function playTerm(truth: Truth, setting: Setting, policy: Policy, seed: number): Outcome {
  const random = createRandom(seed * 1_000_003 + setting.cards * 31 + setting.sessions);
  const abilities = Array.from({ length: STUDENTS }, () => normal(random) * ABILITY_SD);
  const difficulties = Array.from({ length: setting.cards }, () => normal(random) * DIFFICULTY_SD);
  const traces = abilities.map((ability) =>
    difficulties.map((difficulty) => {
      const luck = createRandom(Math.floor(random() * 2 ** 32));
      return { trace: truth.trace(ability - difficulty, luck), luck };
    }),
  );

  const mastery = fold([]);
  const seats = difficulties.map((_, card) =>
    abilities.map((_, student) =>
      memoriesOf(mastery, { student: `s${student}`, deck: "deck", card: `c${card}`, skill: "deck" }),
    ),
  );
  const choose = policy.start({ cards: setting.cards, questions: setting.questions, seed });
  let right = 0;
  let rounds = 0;
  const seen = new Set<number>();
  let day = 0;
  for (let session = 0; session < setting.sessions; session++) {
    const asked: AskedRound[] = [];
    for (;;) {
      const now = EPOCH + session * setting.gap * DAY + asked.length * PACE;
      const choice = choose({ seats, weights: mastery.weights, asked, now });
      if (choice === null) break;
      const { card, secondTry } = choice;
      day = (now - EPOCH) / DAY;
      seen.add(card);
      let rightNow = 0;
      for (const [student, row] of traces.entries()) {
        const of = row[card];
        if (of === undefined)
          throw new Error(`The policy ${policy.name} chose card ${card}, which is not there.`);
        const knew = of.luck() < of.trace.recall(day);
        const correct = knew ? of.luck() >= SLIP : of.luck() < 1 / OPTIONS;
        of.trace.study(day, knew);
        remember(mastery, {
          student: `s${student}`,
          deck: "deck",
          skill: "deck",
          card: `c${card}`,
          correct,
          at: now,
          options: OPTIONS,
        });
        if (correct) rightNow++;
      }
      asked.push({ card: `c${card}`, question: `q${card}`, right: rightNow, answers: STUDENTS, secondTry });
      right += rightNow;
      rounds++;
    }
  }
  let recall = 0;
  for (const row of traces) for (const { trace } of row) recall += trace.recall(day + TEST_AFTER);
  return {
    recall: recall / (STUDENTS * setting.cards),
    success: right / (rounds * STUDENTS),
    coverage: seen.size / setting.cards,
    rounds: rounds / setting.sessions,
  };
}

/** Box–Muller. */
const normal = (random: Random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
