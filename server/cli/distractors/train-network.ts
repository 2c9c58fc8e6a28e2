import { compile, FEATURE_LIMIT, type Network, type Weights } from "#server/domain/distractors/network";
import { createRandom, type Random, shuffled } from "#server/domain/random";

/** One item to learn from: the features of its pool, and which rows people chose as distractors. */
export type Example = { rows: Float32Array; columns: number; count: number; chosen: readonly number[] };

/** Found by cross-validation over topics; more units or epochs gain nothing on topics that were not trained on. */
const UNITS = 16;
const NETWORKS = 4;
const EPOCHS = 20;
const BATCH = 64;
const LEARNING_RATE = 0.008;
const DECAY = 0.03;
/** Wrong rows drawn for each item in every network; more of a pool of 360 gain nothing but time. */
const NEGATIVES = 80;
/** Rows that the loss hardly moves are left out of a step: most of them, after the first epochs. */
const NEGLIGIBLE = 1e-4;

/**
 * Trains the ranker: listwise softmax loss (Cao et al. 2007, ListNet with one probability per chosen row) with Adam and
 * decoupled decay (Loshchilov and Hutter 2019). Deterministic: the seeds are the networks' numbers. Uses the features
 * named, in order.
 */
export function trainWeights(examples: readonly Example[], features: readonly string[]): Weights {
  const usable = examples.filter(
    (example) => example.chosen.length > 0 && example.count > example.chosen.length,
  );
  const { mean, scale } = moments(usable, features.length);
  const networks: Network[] = [];
  for (let seed = 1; seed <= NETWORKS; seed++) {
    const random = createRandom(seed);
    const lists = usable.map((example) => sampled(example, mean, scale, random));
    networks.push(trainNetwork(lists, features.length, random));
  }
  const weights = { features, mean: mean.map(short), scale: scale.map(short), networks, floor: 0 };
  return { ...weights, floor: floorOf(weights, usable) };
}

/** The score that this share of the chosen rows stays under counts as 0. */
const IMPLAUSIBLE = 0.01;

/** The score under which one in a hundred of the chosen rows stays. */
function floorOf(weights: Weights, examples: readonly Example[]): number {
  const score = compile({ ...weights, floor: 0 });
  const chosen = examples.flatMap(({ rows, columns, count, chosen }) => {
    const scores = score(rows, columns, count);
    return chosen.map((row) => scores[row] ?? 0);
  });
  chosen.sort((one, other) => one - other);
  return short(chosen[Math.floor(chosen.length * IMPLAUSIBLE)] ?? 0);
}

/** Five digits are more than the scores need, and keep the file small. */
const short = (value: number) => Number(value.toPrecision(5));

function moments(examples: readonly Example[], width: number): { mean: number[]; scale: number[] } {
  const sum = new Float64Array(width);
  const squares = new Float64Array(width);
  let rows = 0;
  for (const example of examples) {
    rows += example.count;
    for (let row = 0; row < example.count; row++) {
      for (let at = 0; at < width; at++) {
        const value = example.rows[row * example.columns + at] ?? 0;
        sum[at] = (sum[at] ?? 0) + value;
        squares[at] = (squares[at] ?? 0) + value * value;
      }
    }
  }
  const mean = Array.from(sum, (value) => value / rows);
  const scale = mean.map((value, at) => Math.sqrt(Math.max((squares[at] ?? 0) / rows - value * value, 1e-6)));
  return { mean, scale };
}

type List = { rows: Float64Array; count: number; chosen: number };

/** The chosen rows first, then drawn others, standardised. */
function sampled(example: Example, mean: readonly number[], scale: readonly number[], random: Random): List {
  const width = mean.length;
  const chosen = new Set(example.chosen);
  const others = shuffled(
    Array.from({ length: example.count }, (_, row) => row).filter((row) => !chosen.has(row)),
    random,
  ).slice(0, NEGATIVES);
  const picked = [...example.chosen, ...others];
  const rows = new Float64Array(picked.length * width);
  for (const [to, from] of picked.entries()) {
    for (let at = 0; at < width; at++) {
      const value = ((example.rows[from * example.columns + at] ?? 0) - (mean[at] ?? 0)) / (scale[at] ?? 1);
      rows[to * width + at] = Math.max(-FEATURE_LIMIT, Math.min(FEATURE_LIMIT, value));
    }
  }
  return { rows, count: picked.length, chosen: example.chosen.length };
}

/** Normal deviates by the polar-free Box–Muller form. */
const normal = (random: Random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** All parameters in one array: hidden (unit by unit), bias, out, direct. */
function trainNetwork(lists: readonly List[], width: number, random: Random): Network {
  const biasAt = UNITS * width;
  const outAt = biasAt + UNITS;
  const directAt = outAt + UNITS;
  const size = directAt + width;
  const values = new Float64Array(size);
  for (let at = 0; at < biasAt; at++) values[at] = normal(random) / Math.sqrt(width);
  for (let at = outAt; at < directAt; at++) values[at] = 0.3 * normal(random);
  const gradient = new Float64Array(size);
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  let step = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const rate = (LEARNING_RATE / 2) * (1 + Math.cos((Math.PI * epoch) / EPOCHS));
    const order = shuffled(lists, random);
    for (let at = 0; at < order.length; at += BATCH) {
      const batch = order.slice(at, at + BATCH);
      gradient.fill(0);
      for (const list of batch) addGradient(list, width, values, gradient);
      step++;
      for (let p = 0; p < size; p++) {
        const slope = (gradient[p] ?? 0) / batch.length;
        const m = 0.9 * (first[p] ?? 0) + 0.1 * slope;
        const v = 0.99 * (second[p] ?? 0) + 0.01 * slope * slope;
        first[p] = m;
        second[p] = v;
        const move = m / (1 - 0.9 ** step) / (Math.sqrt(v / (1 - 0.99 ** step)) + 1e-8);
        values[p] = (values[p] ?? 0) - rate * (move + DECAY * (values[p] ?? 0));
      }
    }
  }
  const slice = (from: number, count: number) => Array.from(values.subarray(from, from + count), short);
  return {
    hidden: Array.from({ length: UNITS }, (_, unit) => slice(unit * width, width)),
    bias: slice(biasAt, UNITS),
    out: slice(outAt, UNITS),
    direct: slice(directAt, width),
  };
}

/** Adds the gradient of −mean log softmax of the chosen rows. */
function addGradient(list: List, width: number, values: Float64Array, gradient: Float64Array): void {
  const biasAt = UNITS * width;
  const outAt = biasAt + UNITS;
  const directAt = outAt + UNITS;
  const { rows, count } = list;
  const active = new Float64Array(count * UNITS);
  const scores = new Float64Array(count);
  let most = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < count; row++) {
    const from = row * width;
    let score = 0;
    for (let at = 0; at < width; at++) score += (values[directAt + at] ?? 0) * (rows[from + at] ?? 0);
    for (let unit = 0; unit < UNITS; unit++) {
      let sum = values[biasAt + unit] ?? 0;
      const unitAt = unit * width;
      for (let at = 0; at < width; at++) sum += (values[unitAt + at] ?? 0) * (rows[from + at] ?? 0);
      const out = Math.tanh(sum);
      active[row * UNITS + unit] = out;
      score += (values[outAt + unit] ?? 0) * out;
    }
    scores[row] = score;
    if (score > most) most = score;
  }
  let total = 0;
  for (let row = 0; row < count; row++) total += Math.exp((scores[row] ?? 0) - most);
  for (let row = 0; row < count; row++) {
    const slope = Math.exp((scores[row] ?? 0) - most) / total - (row < list.chosen ? 1 / list.chosen : 0);
    if (Math.abs(slope) < NEGLIGIBLE) continue;
    const from = row * width;
    for (let at = 0; at < width; at++) {
      gradient[directAt + at] = (gradient[directAt + at] ?? 0) + slope * (rows[from + at] ?? 0);
    }
    for (let unit = 0; unit < UNITS; unit++) {
      const out = active[row * UNITS + unit] ?? 0;
      gradient[outAt + unit] = (gradient[outAt + unit] ?? 0) + slope * out;
      const inner = slope * (values[outAt + unit] ?? 0) * (1 - out * out);
      gradient[biasAt + unit] = (gradient[biasAt + unit] ?? 0) + inner;
      const unitAt = unit * width;
      for (let at = 0; at < width; at++) {
        gradient[unitAt + at] = (gradient[unitAt + at] ?? 0) + inner * (rows[from + at] ?? 0);
      }
    }
  }
}
