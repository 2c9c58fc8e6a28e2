/**
 * The numbers the mastery model starts from. Means and variances are on the logit scale, times in seconds.
 * They were fitted on public logs of answers; how, and what they reach, stands in docs/engineering/mastery.md.
 */
export const MASTERY = {
  /** P(wrong | the student knows it). */
  slip: 0.02,
  /** Variances before the first answer, and what each answer adds to them because people change. */
  student: { v: 1, drift: 0.0066 },
  card: { v: 1.8 },
  deck: { v: 0.17, drift: 0.014 },
  pair: { v: 0.14, drift: 0.09 },
  /** Forgetting of counted answers, f = (1 + Δ/τ)^-d, and of the last answer, r. */
  forgetting: { tau: 115_000, d: 0.2 },
  recency: { tau: 18, d: 0.5 },
  /** Weights of [1, ln(1+right)·f, ln(1+wrong)·f, last right·r, last wrong·r]. */
  weights: [-1, 1.25, 0.57, 5.1, 3.7],
  /** AdaGrad on the weights: step size, and the sum of squared gradients it starts with. */
  learning: { rate: 0.1, accumulator: 25 },
  /** How fast a student's recent (`quick`) and usual (`slow`) surprise follows the last answer, 0–1. */
  form: { quick: 0.27, slow: 0.02 },
  /** What is added when an answer names a skill (a tag, or the deck that stands for one). */
  skill: {
    /** Variance of a skill's difficulty before any answer. */
    v: 0.42,
    recency: { tau: 280, d: 0.5 },
    /** Where a skill and the form explain part of what an answer says, abilities drift slower than the defaults. */
    drift: { student: 0.0025, deck: 0.006 },
    /** Between seconds and days: how a card's last answer fades within the hour. */
    hour: { tau: 3_600, d: 0.5 },
    /** Weights of [1, ln(1+right in the skill), last right·r, last wrong·r, card unseen, quick form, slow form],
     * then once more of the four features of the (student, card) memory, free to learn faster, then
     * [last right·hour, last wrong·hour] of that memory. */
    weights: [0.8, 0.13, 0.39, 0.42, -0.33, 0.6, 2.9, -0.15, 0, -0.3, 0.5, 0, 0],
    learning: { rate: 0.06, accumulator: 0.12 },
    /** 1 + this stretches the logit of abilities and difficulties: how well answers tell knowers apart. */
    stretch: { start: -0.3, rate: 0.17, accumulator: 300, min: 0.2, max: 3 },
    /** Share of right answers without knowing that the options do not explain. */
    luck: { start: 0, rate: 0.04, accumulator: 40, max: 0.5 },
  },
  confidence: {
    /** Log likelihood ratio "knew it : did not" of the ratings 1–5. */
    llr: [-1.2, -0.6, 0, 0.7, 1.2],
    /** A student's mean rating before any rating, the number of ratings that belief is worth, and its cap. */
    mean: 3.3,
    n: 5,
    maxN: 40,
    /** How much of a student's habit of rating high or low is taken off the evidence. */
    centring: 0.7,
  },
} as const;

/** Makes a logistic of a mean and a variance: σ(m / √(1 + PROBIT·v)), π/8 (MacKay 1992). */
export const PROBIT = 0.3927;
