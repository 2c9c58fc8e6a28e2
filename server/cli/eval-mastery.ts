import { closeSync, openSync, writeSync } from "node:fs";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { fold, type Mastery, memoriesOf } from "#server/domain/mastery/fold";
import { learn, study } from "#server/domain/mastery/learn";
import { sum } from "#server/domain/report/statistics";
import { readAnswerLog, type Trial } from "./answer-log";
import { quality } from "./prediction-quality";

/**
 * `npm run -s eval:mastery -- [--fit FILE…] --test FILE… [--options N] [--dump OUT]`: plays the logs to fit, then
 * predicts every answer of a test log before learning from it, in time order. Each test log starts from the fitted
 * model, not from another test log; where fit logs have the test log's own file name, only those are played.
 * Study trials are learned from and not scored. `lagged`: answers more than 12 hours after the last one to the same
 * card, in logs that have times. The clock runs after a warm-up, so that it times the model and not the compiler.
 */
const LAG = 12 * 3_600;
const WARM_UP = 50_000;

type Played = { answers: Trial[]; p: Float64Array; y: Uint8Array; lag: Float64Array; ms: number };

function play(mastery: Mastery, trials: readonly Trial[]): Played {
  const answers = trials.filter(({ correct }) => correct !== null);
  const p = new Float64Array(answers.length);
  const y = new Uint8Array(answers.length);
  const lag = new Float64Array(answers.length).fill(-1);
  let scored = 0;
  const started = performance.now();
  for (const trial of trials) {
    const memories = memoriesOf(mastery, trial);
    const { correct } = trial;
    if (correct === null) {
      study(memories, trial.at);
      continue;
    }
    if (trial.timed && memories.pair.last !== 0) lag[scored] = trial.at - memories.pair.t;
    p[scored] = learn(memories, mastery.weights, { ...trial, correct }).p;
    y[scored++] = correct ? 1 : 0;
  }
  return { answers, p, y, lag, ms: performance.now() - started };
}

/** `--fit A B --test C` means `--fit A --fit B --test C`. */
function readArguments(args: readonly string[]) {
  const spread = args.flatMap((arg, n) => {
    if (arg.startsWith("--")) return [arg];
    const flag = args.slice(0, n).findLast((before) => before.startsWith("--"));
    const first = args[n - 1]?.startsWith("--");
    return first || flag === undefined ? [arg] : [flag, arg];
  });
  const { values } = parseArgs({
    args: spread,
    options: {
      fit: { type: "string", multiple: true, default: [] },
      test: { type: "string", multiple: true, default: [] },
      options: { type: "string", default: "0" },
      dump: { type: "string" },
    },
  });
  return values;
}

const { fit, test, options: rawOptions, dump } = readArguments(process.argv.slice(2));
const options = Number(rawOptions);
if (test.length === 0 || !Number.isInteger(options) || options < 0)
  throw new Error("Usage: eval:mastery [--fit FILE…] --test FILE… [--options N] [--dump OUT]");
const out = dump === undefined ? null : openSync(dump, "w");
const round = (x: number) => (Number.isFinite(x) ? Number(x.toFixed(5)) : null);

for (const file of test) {
  const own = fit.filter((other) => path.basename(other) === path.basename(file));
  const mastery = fold([]);
  for (const other of own.length > 0 ? own : fit) play(mastery, readAnswerLog(other, options));
  const trials = readAnswerLog(file, options);
  for (let warm = 0; warm < WARM_UP && trials.length > 0; warm += trials.length)
    play(fold([]), trials.slice(0, WARM_UP));
  const { answers, p, y, lag, ms } = play(mastery, trials);
  const late = [...lag.keys()].filter((n) => (lag[n] ?? 0) > LAG);
  const lateP = Float64Array.from(late, (n) => p[n] ?? 0);
  const lateY = Uint8Array.from(late, (n) => y[n] ?? 0);
  const all = quality(p, y);
  const mean = (xs: Iterable<number>) => round(sum([...xs]) / late.length);
  console.log(
    JSON.stringify({
      file,
      answers: all.answers,
      auc: round(all.auc),
      logLoss: round(all.logLoss),
      rmse: round(all.rmse),
      ece: round(all.ece),
      lagged: {
        answers: late.length,
        auc: round(quality(lateP, lateY).auc),
        meanP: mean(lateP),
        meanY: mean(lateY),
      },
      usPerAnswer: round((ms * 1_000) / answers.length),
    }),
  );
  if (out !== null)
    writeSync(out, answers.map(({ student, item }, n) => `${student},${item},${y[n]},${p[n]}\n`).join(""));
}
if (out !== null) closeSync(out);
