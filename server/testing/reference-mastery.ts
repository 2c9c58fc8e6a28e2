/**
 * The mastery model written a second time, straight from docs/engineering/mastery.md: no shared code, numbers written
 * out, one record per thing. Slow and short, so that a page's figures can be held to something that is not what made
 * them.
 */
export type ReferenceAnswer = {
  student: string;
  deck: string;
  card: string;
  skill: string;
  correct: boolean;
  /** Seconds. */
  at: number;
  options: number;
};

type Belief = { mean: number; variance: number };
type Trace = { right: number; wrong: number; at: number; last: 0 | 1 | -1 };

const W = [-1, 1.25, 0.57, 5.1, 3.7];
const U = [0.8, 0.13, 0.39, 0.42, -0.33, 0.6, 2.9, -0.15, 0, -0.3, 0.5, 0, 0];
const SLIP = 0.02;
const LAMBDA = 0.3927;

/** P(knows) of every student and card after these answers, oldest first, none of them rated. */
export function referenceMastery(answers: readonly ReferenceAnswer[]) {
  const beliefs = new Map<string, Belief>();
  const traces = new Map<string, Trace>();
  const forms = new Map<string, [number, number]>();
  const belief = (key: string, variance: number) => {
    const found = beliefs.get(key) ?? { mean: 0, variance };
    beliefs.set(key, found);
    return found;
  };
  const trace = (key: string) => {
    const found: Trace = traces.get(key) ?? { right: 0, wrong: 0, at: 0, last: 0 };
    traces.set(key, found);
    return found;
  };
  const w = [...W];
  const wSquares = w.map(() => 25);
  const u = [...U];
  const uSquares = u.map(() => 0.12);
  let stretch = -0.3;
  let stretchSquares = 300;
  let luck = 0;
  let luckSquares = 40;

  function look({ student, deck, card, skill }: Omit<ReferenceAnswer, "correct" | "options">, at: number) {
    const plus = [
      belief(`s ${student}`, 1),
      belief(`d ${student} ${deck}`, 0.17),
      belief(`p ${student} ${card}`, 0.14),
    ];
    const minus = [belief(`c ${card}`, 1.8), belief(`k ${skill}`, 0.42)];
    const own = trace(`p ${student} ${card}`);
    const practice = trace(`k ${student} ${skill}`);
    const [quick, slow] = forms.get(student) ?? [0, 0];
    const gone = Math.max(0, at - own.at);
    const met = own.last === 0 ? 0 : 1;
    const fade = met * (1 + gone / 115_000) ** -0.2;
    const fresh = met * (1 + gone / 18) ** -0.5;
    const hour = met * (1 + gone / 3_600) ** -0.5;
    const practised = practice.last === 0 ? 0 : (1 + Math.max(0, at - practice.at) / 280) ** -0.5;
    const sides = (value: number, last: number) => [last > 0 ? value : 0, last < 0 ? value : 0];
    const x = [1, Math.log(1 + own.right) * fade, Math.log(1 + own.wrong) * fade, ...sides(fresh, own.last)];
    const y = [
      ...[1, Math.log(1 + practice.right), ...sides(practised, practice.last), 1 - met, quick, slow],
      ...[...x.slice(1), ...sides(hour, own.last)],
    ];
    const dot = (a: number[], b: number[]) => a.reduce((sum, value, n) => sum + value * (b[n] ?? 0), 0);
    const logit =
      plus.reduce((sum, { mean }) => sum + mean, 0) -
      minus.reduce((sum, { mean }) => sum + mean, 0) +
      dot(w, x);
    const factor = Math.min(3, Math.max(0.2, 1 + stretch));
    const variance = factor ** 2 * [...plus, ...minus].reduce((sum, one) => sum + one.variance, 0);
    const shrink = Math.sqrt(1 + LAMBDA * variance);
    const k = 1 / (1 + Math.exp(-(factor * logit + dot(u, y)) / shrink));
    return { plus, minus, own, practice, quick, slow, x, y, logit, factor, variance, shrink, k };
  }

  for (const answer of answers) {
    const { correct, at, options, student } = answer;
    const seen = look(answer, at);
    const { plus, minus, own, practice, x, y, k } = seen;
    const chance = 1 / options;
    const guess = chance + luck * (1 - chance);
    const p = guess + (1 - guess - SLIP) * k;
    const slope = (1 - guess - SLIP) * k * (1 - k);
    const score = correct ? slope / p : -slope / (1 - p);
    const g = score * seen.factor;
    const told = slope ** 2 / (p * (1 - p));
    const information = told * seen.factor ** 2;
    const share = 1 + told * seen.variance;
    const drifts = [0.0025, 0.006, 0.09];
    for (const [n, one] of [...plus, ...minus].entries()) {
      const before = one.variance;
      one.mean += ((n < plus.length ? 1 : -1) * before * g) / share;
      one.variance += (drifts[n] ?? 0) - (before ** 2 * information) / share;
    }
    const gradient = score / seen.shrink;
    x.forEach((value, n) => {
      const h = gradient * value;
      wSquares[n] = (wSquares[n] ?? 0) + h * h;
      w[n] = (w[n] ?? 0) + (0.1 * h) / Math.sqrt(wSquares[n] ?? 1);
    });
    y.forEach((value, n) => {
      const h = gradient * value;
      uSquares[n] = (uSquares[n] ?? 0) + h * h;
      u[n] = (u[n] ?? 0) + (0.06 * h) / Math.sqrt(uSquares[n] ?? 1);
    });
    const bent = gradient * Math.min(4, Math.max(-4, seen.logit));
    stretchSquares += bent ** 2;
    stretch += (0.17 * bent) / Math.sqrt(stretchSquares);
    const lucky = Math.min(5, Math.max(-5, (((correct ? 1 : 0) - p) / (p * (1 - p))) * (1 - k)));
    luckSquares += lucky ** 2;
    luck = Math.min(0.5, Math.max(0, luck + (0.04 * lucky) / Math.sqrt(luckSquares)));
    const surprise = (correct ? 1 : 0) - p;
    forms.set(student, [
      seen.quick + 0.27 * (surprise - seen.quick),
      seen.slow + 0.02 * (surprise - seen.slow),
    ]);
    for (const one of [own, practice]) {
      if (correct) one.right++;
      else one.wrong++;
      one.at = at;
      one.last = correct ? 1 : -1;
    }
  }

  return {
    /** P(this student knows this card at `at`), 0–1. */
    knows: (subject: { student: string; deck: string; card: string; skill: string }, at: number): number =>
      look({ ...subject, at }, at).k,
  };
}
