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
  const hidden = Float64Array.from(weights.networks.flatMap((network) => network.hidden.flat()));
  const bias = Float64Array.from(weights.networks.flatMap((network) => network.bias));
  const share = 1 / weights.networks.length;
  const out = Float64Array.from(
    weights.networks.flatMap((network) => network.out),
    (value) => value * share,
  );
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
      for (let unit = 0; unit < bias.length; unit++) {
        let sum = bias[unit] ?? 0;
        const from = unit * width;
        for (let at = 0; at < width; at++) sum += (hidden[from + at] ?? 0) * (standard[at] ?? 0);
        total += (out[unit] ?? 0) * Math.tanh(sum);
      }
      scores[row] = total;
    }
    return scores;
  };
}
