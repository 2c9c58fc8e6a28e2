/**
 * The ranker's function: a few small networks with one hidden layer, averaged. Each is
 * `direct · x + Σ out_h · tanh(hidden_h · x + bias_h)` of the standardised features x. The scores of one request are log odds
 * up to a constant: their softmax is the chance that a person would have written the candidate for this key. A score of 0 is
 * as low as the least plausible hundredth of the distractors that people wrote.
 */
export type Network = { hidden: number[][]; bias: number[]; out: number[]; direct: number[] };

export type Weights = {
  /** Names of the features in order, so that weights of other features are noticed. */
  features: readonly string[];
  mean: number[];
  scale: number[];
  networks: Network[];
  /** What one in a hundred of the distractors that people wrote stays under; scores are counted from here. */
  floor: number;
};

/** A standardised feature further out than this says no more; texts of 10,000 characters do not upset the scores. */
export const FEATURE_LIMIT = 6;

/** Scores for `count` rows of `columns` features each; only the first features of a row, as many as the weights know, are read. */
export type Score = (rows: Float32Array, columns: number, count: number) => Float32Array;

/** Brings weights into the form that is quick to score with; do it once. */
export function compile(weights: Weights): Score {
  const width = weights.mean.length;
  const mean = Float64Array.from(weights.mean);
  const scale = Float64Array.from(weights.scale);
  const biases = weights.networks.flatMap((network) => network.bias);
  const outs = weights.networks.flatMap((network) => network.out);
  const units = padded(weights.networks.flatMap(({ hidden }) => hidden));
  const hidden = interleaved(units, width);
  const bias = Float64Array.from({ length: units.length }, (_, unit) => biases[unit] ?? 0);
  const share = 1 / weights.networks.length;
  const out = Float64Array.from({ length: units.length }, (_, unit) => (outs[unit] ?? 0) * share);
  const direct = new Float64Array(width);
  for (const network of weights.networks) {
    for (const [at, value] of network.direct.entries()) direct[at] = (direct[at] ?? 0) + value * share;
  }
  const standard = new Float64Array(width);

  return (rows, columns, count) => {
    const scores = new Float32Array(count);
    for (let row = 0; row < count; row++) {
      let total = -weights.floor;
      for (let at = 0; at < width; at++) {
        const value = ((rows[row * columns + at] ?? 0) - (mean[at] ?? 0)) / (scale[at] ?? 1);
        const clipped = Math.max(-FEATURE_LIMIT, Math.min(FEATURE_LIMIT, value));
        standard[at] = clipped;
        total += (direct[at] ?? 0) * clipped;
      }
      let from = 0;
      for (let unit = 0; unit < bias.length; unit += ABREAST) {
        let first = bias[unit] ?? 0;
        let second = bias[unit + 1] ?? 0;
        let third = bias[unit + 2] ?? 0;
        let fourth = bias[unit + 3] ?? 0;
        for (let at = 0; at < width; at++) {
          const value = standard[at] ?? 0;
          first += (hidden[from] ?? 0) * value;
          second += (hidden[from + 1] ?? 0) * value;
          third += (hidden[from + 2] ?? 0) * value;
          fourth += (hidden[from + 3] ?? 0) * value;
          from += ABREAST;
        }
        total += (out[unit] ?? 0) * Math.tanh(first);
        total += (out[unit + 1] ?? 0) * Math.tanh(second);
        total += (out[unit + 2] ?? 0) * Math.tanh(third);
        total += (out[unit + 3] ?? 0) * Math.tanh(fourth);
      }
      scores[row] = total;
    }
    return scores;
  };
}

/** Units that are summed together: one pass over the features for four of them. */
const ABREAST = 4;

/** Filled up with units that do nothing, to a multiple of ABREAST. */
function padded(units: readonly (readonly number[])[]): (readonly number[])[] {
  const missing = (ABREAST - (units.length % ABREAST)) % ABREAST;
  return [...units, ...Array.from({ length: missing }, () => [])];
}

/** The weights of four units feature by feature, then those of the next four. */
function interleaved(units: readonly (readonly number[])[], width: number): Float64Array {
  const flat = new Float64Array(units.length * width);
  for (const [unit, weights] of units.entries()) {
    const from = (unit - (unit % ABREAST)) * width + (unit % ABREAST);
    for (let at = 0; at < width; at++) flat[from + at * ABREAST] = weights[at] ?? 0;
  }
  return flat;
}
