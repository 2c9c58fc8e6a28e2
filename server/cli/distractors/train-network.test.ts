import { describe, expect, it } from "vitest";
import { compile } from "#server/domain/distractors/network";
import { createRandom } from "#server/domain/random";
import { type Example, trainWeights } from "./train-network";

/** People chose the row whose two features have the same sign: no weighing of the two alone can find it. */
function examples(count: number, seed: number): Example[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const rows = new Float32Array(12);
    const chosen = Math.floor(random() * 6);
    for (let row = 0; row < 6; row++) {
      const sign = random() < 0.5 ? -1 : 1;
      rows[row * 2] = sign * (0.5 + random());
      rows[row * 2 + 1] = (row === chosen ? sign : -sign) * (0.5 + random());
    }
    return { rows, columns: 2, count: 6, chosen: [chosen] };
  });
}

describe("training the ranker", () => {
  const weights = trainWeights(examples(400, 1), ["one", "other"]);

  it("learns how features act together", () => {
    const score = compile(weights);
    const unseen = examples(200, 2);
    const right = unseen.filter(({ rows, columns, count, chosen }) => {
      const scores = score(rows, columns, count);
      return scores.indexOf(Math.max(...scores)) === chosen[0];
    });
    expect(right.length / unseen.length).toBeGreaterThan(0.9);
  });

  it("gives equal weights for equal items", () => {
    expect(trainWeights(examples(400, 1), ["one", "other"])).toEqual(weights);
  });
});
