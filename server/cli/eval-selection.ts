import { parseArgs } from "node:util";
import { playTerm, SETTINGS } from "#server/testing/selection/classroom";
import { POLICIES } from "#server/testing/selection/policies";
import { TRUTHS } from "#server/testing/selection/truths";

/**
 * `npm run -s eval:selection -- --seeds N [--first S]`: plays simulated classes under every policy and prints,
 * a line per policy, what it gains in recall over random order: on average, in its worst cell (a truth and a
 * setting), with the share right while playing, the share of cards asked and the rounds in a session.
 */
const { values } = parseArgs({
  options: { seeds: { type: "string", default: "20" }, first: { type: "string", default: "1" } },
});
const seeds = Number(values.seeds);
const first = Number(values.first);
if (!Number.isInteger(seeds) || seeds < 1 || !Number.isInteger(first))
  throw new Error("--seeds needs a whole number from 1 on, --first a whole number.");

const cells = TRUTHS.flatMap((truth) => SETTINGS.map((setting) => ({ truth, setting })));
const results = POLICIES.map((policy) => ({
  policy: policy.name,
  cells: cells.map(({ truth, setting }) => {
    const total = { recall: 0, success: 0, coverage: 0, rounds: 0 };
    for (let seed = first; seed < first + seeds; seed++) {
      const outcome = playTerm(truth, setting, policy, seed);
      total.recall += outcome.recall / seeds;
      total.success += outcome.success / seeds;
      total.coverage += outcome.coverage / seeds;
      total.rounds += outcome.rounds / seeds;
    }
    return total;
  }),
}));
const random = results.find(({ policy }) => policy === "random");
const mean = (xs: number[]) => xs.reduce((sum, x) => sum + x, 0) / xs.length;
const round = (x: number) => Number(x.toFixed(4));
for (const { policy, cells: own } of results) {
  const gains = own.map(({ recall }, n) => recall - (random?.cells[n]?.recall ?? Number.NaN));
  console.log(
    JSON.stringify({
      policy,
      gain: round(mean(gains)),
      worstCell: round(Math.min(...gains)),
      success: round(mean(own.map(({ success }) => success))),
      coverage: round(mean(own.map(({ coverage }) => coverage))),
      rounds: round(mean(own.map(({ rounds }) => rounds))),
    }),
  );
}
