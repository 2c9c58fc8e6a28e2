/**
 * What the exported answers of a game say, reckoned by other roads than the product's: nothing here is imported from it.
 * Shares are 0–1, times ms.
 */

export type Answer = {
  roundId: string;
  playerId: string;
  optionId: string;
  correct: boolean;
  takenMs: number;
  points: number;
  confidence: number | null;
  acceptedAt: string;
};
export type Option = { id: string; text: string; correct: boolean };
export type Round = {
  id: string;
  number: number;
  cardId: string;
  prompt: string;
  front: string;
  voided: boolean;
  multiplier: number;
  options: Option[];
};
/** The parts of `results.json` that were stored and not reckoned. */
export type Exported = {
  answers: Answer[];
  rounds: Round[];
  students: { playerId: string; name: string; removed: boolean; joinedAt: string }[];
};

const total = (xs: readonly number[]) => {
  let sum = 0;
  for (const x of xs) sum += x;
  return sum;
};
const average = (xs: readonly number[]) => total(xs) / xs.length;
const of = <T>(xs: readonly T[], which: (x: T) => boolean) => xs.filter(which).length;

/** The median, by taking away the outermost two again and again; null for no numbers. */
export function middle(xs: readonly number[]): number | null {
  if (xs.length === 0) return null;
  const rest = [...xs].sort((a, b) => a - b);
  while (rest.length > 2) {
    rest.shift();
    rest.pop();
  }
  return average(rest);
}

const Z = 1.959964;
/** The shares p at which the observed one is just Z standard errors of p away (Wilson), found by halving. */
export function interval(right: number, n: number): { low: number; high: number } {
  const seen = right / n;
  const far = (p: number) => Math.abs(seen - p) > Z * Math.sqrt((p * (1 - p)) / n);
  const edge = (outside: number) => {
    let [a, b] = [outside, seen];
    for (let i = 0; i < 200; i++) {
      const half = (a + b) / 2;
      if (far(half)) a = half;
      else b = half;
    }
    return b;
  };
  return { low: right === 0 ? 0 : edge(0), high: right === n ? 1 : edge(1) };
}

/** Pearson's r by raw sums; null where one does not vary. */
export function pearson(pairs: readonly (readonly [number, number])[]): number | null {
  const n = pairs.length;
  const x = total(pairs.map(([a]) => a));
  const y = total(pairs.map(([, b]) => b));
  const xx = n * total(pairs.map(([a]) => a * a)) - x * x;
  const yy = n * total(pairs.map(([, b]) => b * b)) - y * y;
  if (xx < 1e-9 || yy < 1e-9) return null;
  return (n * total(pairs.map(([a, b]) => a * b)) - x * y) / Math.sqrt(xx * yy);
}

/** What one exported game says, counted anew from its answers. Voided rounds count nowhere. */
export class Reckoning {
  readonly counting: Round[];
  /** Rounds that ask a card for the first time. */
  readonly firsts: Round[];
  readonly answers: Answer[];
  private readonly cardOf: Map<string, string>;

  constructor(readonly game: Exported) {
    this.counting = game.rounds.filter((round) => !round.voided);
    this.firsts = this.counting.filter(
      (round, at) => this.counting.findIndex(({ cardId }) => cardId === round.cardId) === at,
    );
    const ids = this.counting.map(({ id }) => id);
    this.answers = game.answers.filter(({ roundId }) => ids.includes(roundId));
    this.cardOf = new Map(game.rounds.map(({ id, cardId }) => [id, cardId]));
  }

  to(roundId: string): Answer[] {
    return this.answers.filter((answer) => answer.roundId === roundId);
  }

  by(playerId: string): Answer[] {
    return this.answers.filter((answer) => answer.playerId === playerId);
  }

  right(): number {
    return of(this.answers, ({ correct }) => correct);
  }

  /** A student's share right on the other cards, at their first asking; null for who answered none. */
  private rest(playerId: string, cardId: string): number | null {
    const ids = this.firsts.filter((round) => round.cardId !== cardId).map(({ id }) => id);
    const own = this.by(playerId).filter(({ roundId }) => ids.includes(roundId));
    return own.length === 0 ? null : of(own, ({ correct }) => correct) / own.length;
  }

  /** Corrected point-biserial of a first asking, and its margin of 95 %. */
  telling(round: Round): { r: number; margin: number } | null {
    const pairs = this.to(round.id).flatMap(({ playerId, correct }) => {
      const rest = this.rest(playerId, round.cardId);
      return rest === null ? [] : [[correct ? 1 : 0, rest] as const];
    });
    const r = pearson(pairs);
    return r === null ? null : { r, margin: (1.96 * (1 - r ** 2)) / (pairs.length - 1) ** 0.5 };
  }

  /** The shares of the class, and of the best and weakest third by the rest, that took an option. */
  took(round: Round, optionId: string): { all: number; best: number | null; weakest: number | null } {
    const own = this.to(round.id);
    const ranked = own
      .map((answer) => ({ ...answer, rest: this.rest(answer.playerId, round.cardId) }))
      .filter(({ rest }) => rest !== null)
      .sort((a, b) => (b.rest ?? 0) - (a.rest ?? 0) || (a.playerId < b.playerId ? -1 : 1));
    const third = Math.trunc(ranked.length / 3);
    const share = (group: readonly { optionId: string }[]) =>
      of(group, (answer) => answer.optionId === optionId) / group.length;
    return {
      all: share(own),
      best: third < 3 ? null : share(ranked.slice(0, third)),
      weakest: third < 3 ? null : share(ranked.reverse().slice(0, third)),
    };
  }

  /** Wrong options that three students and a fifth of those asked took. */
  misconceptions(): { round: Round; option: Option; students: number; share: number; sure: number }[] {
    return this.counting.flatMap((round) =>
      round.options.flatMap((option) => {
        const took = this.to(round.id).filter(({ optionId }) => optionId === option.id);
        const share = took.length / this.to(round.id).length;
        if (option.correct || took.length < 3 || share < 0.2) return [];
        const sure = of(took, ({ confidence }) => (confidence ?? 0) > 3);
        return [{ round, option, students: took.length, share, sure }];
      }),
    );
  }

  /** The first askings that most got wrong, three at most, worst first. */
  teachAgain(): Round[] {
    const share = ({ id }: Round) => average(this.to(id).map(({ correct }) => Number(correct)));
    return this.firsts
      .filter((round) => this.to(round.id).length > 0 && share(round) < 0.6)
      .sort((a, b) => share(a) - share(b) || this.to(b.id).length - this.to(a.id).length)
      .slice(0, 3);
  }

  /** Cards that five students answered twice: shares right of their first and second try. */
  relearned(): { front: string; students: number; first: number; second: number }[] {
    const cards = [...new Set(this.counting.map(({ cardId }) => cardId))];
    return cards.flatMap((cardId) => {
      const tries = this.game.students.flatMap(({ playerId }) => {
        const own = this.by(playerId)
          .filter(({ roundId }) => this.cardOf.get(roundId) === cardId)
          .sort((a, b) => Date.parse(a.acceptedAt) - Date.parse(b.acceptedAt));
        return own[0] && own[1] ? [[Number(own[0].correct), Number(own[1].correct)] as const] : [];
      });
      if (tries.length < 5) return [];
      const front = this.counting.find((round) => round.cardId === cardId)?.front ?? "";
      const share = (which: 0 | 1) => average(tries.map((pair) => pair[which]));
      return [{ front, students: tries.length, first: share(0), second: share(1) }];
    });
  }

  /** Cronbach's α by the mean covariance of the items, over who answered every first asking. */
  reliability() {
    const rows = this.game.students.flatMap(({ playerId }) => {
      const row = this.firsts.map(({ id }) => this.to(id).find((answer) => answer.playerId === playerId));
      return row.every((answer) => answer !== undefined)
        ? [row.map((answer) => Number(answer?.correct))]
        : [];
    });
    const k = this.firsts.length;
    const n = rows.length;
    const means = this.firsts.map((_, at) => average(rows.map((row) => row[at] ?? 0)));
    let variances = 0;
    let covariances = 0;
    for (let i = 0; i < k; i++)
      for (let j = 0; j < k; j++) {
        const c = total(
          rows.map((row) => ((row[i] ?? 0) - (means[i] ?? 0)) * ((row[j] ?? 0) - (means[j] ?? 0))),
        );
        if (i === j) variances += c / (n - 1);
        else covariances += c / (n - 1);
      }
    const whole = variances + covariances;
    if (n < 2 || k < 2 || whole < 1e-12) return { n, k, alpha: null };
    const alpha = ((k / (k - 1)) * covariances) / whole;
    const spread = Math.sqrt((2 * k) / ((k - 1) * (n - 2)));
    return {
      ...{ n, k, alpha },
      sem: Math.sqrt(whole) * Math.sqrt(Math.max(0, 1 - alpha)),
      mean: total(means),
      sd: Math.sqrt(whole),
      low: 1 - (1 - alpha) * Math.E ** (1.96 * spread),
      high: 1 - (1 - alpha) * Math.E ** (-1.96 * spread),
    };
  }

  /** Points, and the place by them among those who stayed; equal points share one. */
  standing(playerId: string) {
    const points = (id: string) => total(this.by(id).map((answer) => answer.points));
    const stayed = this.game.students.filter(({ removed }) => !removed);
    const own = points(playerId);
    return {
      points: own,
      place: stayed.some((student) => student.playerId === playerId)
        ? 1 + of(stayed, (student) => points(student.playerId) > own)
        : null,
    };
  }
}
