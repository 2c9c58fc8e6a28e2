/**
 * The ranker's function: a few small networks with one hidden layer, averaged. Each is
 * `direct · x + Σ out_h · tanh(hidden_h · x + bias_h)` of the standardised features x. The scores of one request are log odds
 * up to a constant: their softmax is the chance that a person would have written the candidate for this key.
 */
export type Network = { hidden: number[][]; bias: number[]; out: number[]; direct: number[] };

export type Weights = {
  /** Names of the features in order, so that weights of other features are noticed. */
  features: readonly string[];
  mean: number[];
  scale: number[];
  networks: Network[];
};

/** A standardised feature further out than this says no more; texts of 10,000 characters do not upset the scores. */
export const FEATURE_LIMIT = 6;

/** Scores for `count` rows of `columns` features each; only the first `weights.mean.length` of a row are read. */
export function scoreRows(
  weights: Weights,
  rows: Float32Array,
  columns: number,
  count: number,
): Float32Array {
  const width = weights.mean.length;
  const mean = Float64Array.from(weights.mean);
  const scale = Float64Array.from(weights.scale);
  const networks = weights.networks.map((network) => ({
    hidden: network.hidden.map((row) => Float64Array.from(row)),
    bias: network.bias,
    out: network.out,
    direct: Float64Array.from(network.direct),
  }));
  const standard = new Float64Array(width);
  const scores = new Float32Array(count);
  for (let row = 0; row < count; row++) {
    for (let at = 0; at < width; at++) {
      const value = ((rows[row * columns + at] ?? 0) - (mean[at] ?? 0)) / (scale[at] ?? 1);
      standard[at] = Math.max(-FEATURE_LIMIT, Math.min(FEATURE_LIMIT, value));
    }
    let total = 0;
    for (const { hidden, bias, out, direct } of networks) {
      for (let at = 0; at < width; at++) total += (direct[at] ?? 0) * (standard[at] ?? 0);
      for (let unit = 0; unit < hidden.length; unit++) {
        const incoming = hidden[unit];
        if (!incoming) continue;
        let sum = bias[unit] ?? 0;
        for (let at = 0; at < width; at++) sum += (incoming[at] ?? 0) * (standard[at] ?? 0);
        total += (out[unit] ?? 0) * Math.tanh(sum);
      }
    }
    scores[row] = total / networks.length;
  }
  return scores;
}
