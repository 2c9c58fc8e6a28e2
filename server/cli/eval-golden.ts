import { readFileSync } from "node:fs";
import { z } from "zod";
import { memoriesOf, newMastery, remember } from "../domain/mastery/fold";
import { usefulness } from "../domain/mastery/pick/usefulness";
import { predict, WEEK } from "../domain/mastery/predict";

/** Replays a file of events with their numbers before and after; prints the largest difference anywhere. */
const OPTIONS = 4;
const DECK = "deck";

const numbers = z.record(z.string(), z.number());
const Golden = z.object({
  events: z
    .array(
      z.object({
        student: z.string(),
        card: z.string(),
        t: z.number(),
        correct: z.boolean(),
        confidence: z.number().nullable(),
        before: z.object({ p: z.number(), k: z.number(), V: z.number(), se: z.number() }),
        after: z.object({
          theta: z.number(),
          vTheta: z.number(),
          b: z.number(),
          vB: z.number(),
          deck: z.number(),
          pair: z.number(),
          vPair: z.number(),
          w: z.array(z.number()),
        }),
      }),
    )
    .min(1),
  knowAt_plus3d: numbers.default({}),
  classScore_plus3d: numbers.default({}),
});

const file = process.argv[2];
if (!file) {
  console.error("Usage: npm run -s eval:golden -- FILE");
  process.exit(2);
}
const golden = Golden.parse(JSON.parse(readFileSync(file, "utf8")));
const mastery = newMastery();
let maxError = 0;
const compare = (got: number | undefined, want: number) => {
  const error = Math.abs((got ?? Number.NaN) - want);
  maxError = Math.max(error, maxError);
};

for (const event of golden.events) {
  const before = remember(mastery, {
    student: event.student,
    deck: DECK,
    card: event.card,
    correct: event.correct,
    at: event.t,
    options: OPTIONS,
    confidence: event.confidence ?? undefined,
  });
  compare(before.p, event.before.p);
  compare(before.k, event.before.k);
  compare(before.variance, event.before.V);
  compare(before.se, event.before.se);
  const { student, card, deck, pair } = memoriesOf(mastery, {
    student: event.student,
    deck: DECK,
    card: event.card,
  });
  compare(student.m, event.after.theta);
  compare(student.v, event.after.vTheta);
  compare(card.m, event.after.b);
  compare(card.v, event.after.vB);
  compare(deck.m, event.after.deck);
  compare(pair.m, event.after.pair);
  compare(pair.v, event.after.vPair);
  for (const [j, w] of event.after.w.entries()) compare(mastery.weights.w[j], w);
}

const later = (golden.events.at(-1)?.t ?? 0) + 3 * 86_400;
for (const [key, want] of Object.entries(golden.knowAt_plus3d)) {
  const [student = "", card = ""] = key.split("/");
  compare(
    predict(memoriesOf(mastery, { student, deck: DECK, card }), mastery.weights, later, OPTIONS).k,
    want,
  );
}
const students = [...mastery.learners.keys()];
for (const [card, want] of Object.entries(golden.classScore_plus3d)) {
  const seats = students.map((student) => memoriesOf(mastery, { student, deck: DECK, card }));
  compare(usefulness(seats, { weights: mastery.weights, now: later, horizon: WEEK }), want);
}
console.log(JSON.stringify({ maxError }));
