import { ENOUGH_STUDENTS, type Interval } from "@/contract/analysis";
import { type GroupShare, LARGE_SHIFT, type QuestionHealth, type Verdict } from "@/contract/deck-health";
import { firstAttempts, groupBy, type ReportAnswer } from "./answers";
import { sharesOnOtherCards } from "./rest-shares";
import { correlation, mean, sum, wilson, Z95 } from "./statistics";

/**
 * An answer of a past game. `group`: who was asked together, a class or the guests of one game; `shown`: the options that
 * were there to take.
 */
export type BankAnswer = ReportAnswer & { session: string; group: string; shown: readonly string[] };
/** A question of the bank; its options by the ids that answers name. */
export type BankQuestion = { id: string; options: readonly { id: string; correct: boolean }[] };

/** Surely fewer takers than this: the option does nothing. Surely more right than the other: everybody knows. */
const DEAD = 0.05;
const KNOWN = 0.95;
/** A correlation surely below this tells hardly anything. */
const WEAK = 0.15;
/** Games and groups with fewer answers are not compared. */
const LEAST_IN_GAME = 5;
const LEAST_IN_GROUP = 10;
/** 99 % point of the normal distribution. */
const Z99 = 2.326348;

/** How each question of a bank has done in all games that asked it. Questions that were never asked are left out. */
export function bankHealth(
  questions: readonly BankQuestion[],
  answers: readonly BankAnswer[],
): QuestionHealth[] {
  const measured = withRest(answers);
  const all = groupBy(answers, ({ question }) => question);
  const firsts = groupBy(firstAttempts(answers), ({ question }) => question);
  return questions.flatMap((question) => {
    const own = all.get(question.id);
    return own ? [healthOf(question, own, firsts.get(question.id) ?? [], measured)] : [];
  });
}

type Measured = (answer: BankAnswer) => number | undefined;

/** For an answer, its student's share right on the other cards of the same game. */
function withRest(answers: readonly BankAnswer[]): Measured {
  const games = new Map(
    [...groupBy(answers, ({ session }) => session)].map(([session, own]) => {
      const restOf = sharesOnOtherCards(firstAttempts(own));
      const cards = new Map<string, Map<string, number>>();
      return [
        session,
        (card: string) => {
          const known = cards.get(card) ?? restOf(card);
          cards.set(card, known);
          return known;
        },
      ] as const;
    }),
  );
  return ({ session, card, student }) => games.get(session)?.(card).get(student);
}

function healthOf(
  { id, options }: BankQuestion,
  own: readonly BankAnswer[],
  first: readonly BankAnswer[],
  restOf: Measured,
): QuestionHealth {
  const right = first.filter(({ correct }) => correct).length;
  const interval = wilson(right, first.length);
  const pooled = pooledDiscrimination(first, restOf);
  const groups = groupShares(first, restOf);
  const keys = options.filter(({ correct }) => correct).map((option) => option.id);
  const wrong = options
    .filter(({ correct }) => !correct)
    .map((option) => {
      const met = first.filter(({ shown }) => shown.includes(option.id));
      const taking = (wanted: string) => met.filter((answer) => answer.option === wanted).length;
      const key = Math.max(0, ...keys.map(taking));
      return { id: option.id, met: met.length, taken: taking(option.id), key };
    });
  const health = {
    question: id,
    games: new Set(own.map(({ session }) => session)).size,
    students: new Set(own.map(({ student }) => student)).size,
    answers: own.length,
    lastAt: Math.max(...own.map(({ at }) => at)),
    first: first.length,
    difficulty: mean(first.map(({ correct }) => (correct ? 1 : 0))),
    interval,
    discrimination: pooled?.r ?? null,
    discriminationInterval: pooled?.interval ?? null,
    groups,
    drifts: differ(groups),
    dead: wrong.filter(({ taken, met }) => (wilson(taken, met)?.high ?? 1) < DEAD).map((option) => option.id),
    rival: wrong.find(({ taken, key }) => (wilson(taken, taken + key)?.low ?? 0) > 0.5)?.id ?? null,
  };
  return { ...health, verdict: verdictOf(health) };
}

function verdictOf({
  rival,
  discriminationInterval: told,
  interval,
  drifts,
  first,
}: Omit<QuestionHealth, "verdict">): Verdict {
  if (rival) return "rival";
  if (told && told.high < 0) return "backwards";
  if (interval && interval.low > KNOWN) return "known";
  if (told && told.high < WEAK) return "weak";
  if (drifts) return "drifts";
  return first >= ENOUGH_STUDENTS ? "good" : "few";
}

/**
 * The correlation of being right with the share right on the other cards, game by game, and pooled by Fisher's z with
 * weights n − 3 (Hedges & Olkin 1985): totals of different games are not on one scale, and are never mixed.
 */
function pooledDiscrimination(
  first: readonly BankAnswer[],
  restOf: Measured,
): { r: number; interval: Interval } | null {
  const parts = [...groupBy(first, ({ session }) => session).values()].flatMap((own) => {
    const pairs = own.flatMap((answer) => {
      const rest = restOf(answer);
      return rest === undefined ? [] : [{ score: answer.correct ? 1 : 0, rest }];
    });
    const r = correlation(
      pairs.map(({ score }) => score),
      pairs.map(({ rest }) => rest),
    );
    if (r === null || pairs.length < LEAST_IN_GAME) return [];
    return [
      { z: Math.atanh(Math.max(-0.999, Math.min(0.999, r))), weight: pairs.length - 3, n: pairs.length },
    ];
  });
  if (sum(parts.map(({ n }) => n)) < ENOUGH_STUDENTS) return null;
  const weight = sum(parts.map((part) => part.weight));
  const z = sum(parts.map((part) => part.weight * part.z)) / weight;
  const error = 1 / Math.sqrt(weight);
  return { r: Math.tanh(z), interval: { low: Math.tanh(z - Z95 * error), high: Math.tanh(z + Z95 * error) } };
}

const logit = (right: number, n: number) => Math.log((right + 0.5) / (n - right + 0.5));
/** 1 ÷ the variance of that logit. */
const precision = (right: number, n: number) => 1 / (1 / (right + 0.5) + 1 / (n - right + 0.5));

type Shift = { value: number; weight: number };

/** Each group's share right, and how much easier the question was for it than its answers to the rest foretell. */
function groupShares(first: readonly BankAnswer[], restOf: Measured): GroupShare[] {
  const rows = [...groupBy(first, ({ group }) => group)].map(([group, own]) => {
    const right = own.filter(({ correct }) => correct).length;
    const rest = mean(own.flatMap((answer) => restOf(answer) ?? []));
    const shift: Shift | null =
      own.length < LEAST_IN_GROUP || rest === null
        ? null
        : {
            value: logit(right, own.length) - logit(rest * own.length, own.length),
            weight: precision(right, own.length),
          };
    return { group, answers: own.length, right, since: Math.min(...own.map(({ at }) => at)), shift };
  });
  const shifts = rows.flatMap(({ shift }) => shift ?? []);
  const centre =
    sum(shifts.map(({ value, weight }) => value * weight)) / sum(shifts.map(({ weight }) => weight));
  return rows
    .map(({ shift, ...row }) => ({ ...row, shift: shift && shifts.length > 1 ? shift.value - centre : null }))
    .sort((a, b) => a.since - b.since);
}

/**
 * Whether the groups' shifts are more unlike than chance makes them (Cochran's Q at 1 %, its tail after Wilson &
 * Hilferty 1931) and by enough to matter.
 */
function differ(groups: readonly GroupShare[]): boolean {
  const compared = groups.flatMap(({ shift, answers, right }) =>
    shift === null ? [] : [{ shift, weight: precision(right, answers) }],
  );
  if (compared.length < 2 || compared.every(({ shift }) => Math.abs(shift) < LARGE_SHIFT)) return false;
  const freedom = compared.length - 1;
  const q = sum(compared.map(({ shift, weight }) => weight * shift * shift));
  const spread = 2 / (9 * freedom);
  return (Math.cbrt(q / freedom) - (1 - spread)) / Math.sqrt(spread) > Z99;
}
