/** How good predictions of right (1) and wrong (0) answers were. */
export type Quality = { answers: number; auc: number; logLoss: number; rmse: number; ece: number };

/** Predictions nearer to 0 or 1 than this are scored as if they were this near. */
const NEAREST = 1e-7;
const BINS = 10;

/**
 * AUC (ties count half), mean log-loss in nats, root mean squared error, and calibration error: the distance
 * between mean prediction and share right, over ten equal bins weighted by their answers. NaN where undefined.
 */
export function quality(p: Float64Array, y: Uint8Array): Quality {
  const n = p.length;
  let logLoss = 0;
  let squares = 0;
  const gap = new Float64Array(BINS);
  for (let j = 0; j < n; j++) {
    const pj = p[j] ?? 0;
    const yj = y[j] ?? 0;
    const near = Math.min(1 - NEAREST, Math.max(NEAREST, pj));
    logLoss -= Math.log(yj ? near : 1 - near);
    squares += (yj - pj) ** 2;
    const bin = Math.min(BINS - 1, Math.floor(pj * BINS));
    gap[bin] = (gap[bin] ?? 0) + pj - yj;
  }
  return {
    answers: n,
    auc: auc(p, y),
    logLoss: logLoss / n,
    rmse: Math.sqrt(squares / n),
    ece: gap.reduce((sum, value) => sum + Math.abs(value), 0) / n,
  };
}

/** P(a right answer was given a higher prediction than a wrong one), by ranks. */
function auc(p: Float64Array, y: Uint8Array): number {
  const order = Uint32Array.from(p.keys()).sort((a, b) => (p[a] ?? 0) - (p[b] ?? 0));
  let positives = 0;
  let rankSum = 0;
  for (let start = 0; start < order.length; ) {
    let end = start;
    let right = 0;
    const value = p[order[start] ?? 0];
    while (end < order.length && p[order[end] ?? 0] === value) right += y[order[end++] ?? 0] ?? 0;
    rankSum += (right * (start + 1 + end)) / 2;
    positives += right;
    start = end;
  }
  const negatives = order.length - positives;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}
