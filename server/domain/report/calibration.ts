import type { Calibration, RatingRow } from "@/contract/mastery";
import type { ReportAnswer } from "./answers";
import { mean, wilson } from "./statistics";

/** Fewer ratings say nothing about a person. */
export const ENOUGH_RATINGS = 10;

/** How ratings went with right answers. Answers without a rating are left out. */
export function calibration(answers: readonly ReportAnswer[]): Calibration {
  const rated = answers.flatMap(({ confidence, correct }) =>
    confidence === undefined ? [] : [{ rating: confidence, correct }],
  );
  const rows = ([1, 2, 3, 4, 5] as const).map((rating): RatingRow => {
    const own = rated.filter((answer) => answer.rating === rating);
    const right = own.filter(({ correct }) => correct).length;
    return {
      rating,
      n: own.length,
      right: own.length === 0 ? null : right / own.length,
      interval: wilson(right, own.length),
    };
  });
  const claimed = mean(rated.map(({ rating }) => (rating - 1) / 4));
  const right = mean(rated.map(({ correct }) => (correct ? 1 : 0)));
  const enough = rated.length >= ENOUGH_RATINGS && claimed !== null && right !== null;
  return {
    rows,
    rated: rated.length,
    overconfidence: enough ? claimed - right : null,
    discrimination: enough ? discrimination(rated) : null,
  };
}

function discrimination(rated: readonly { rating: number; correct: boolean }[]): number | null {
  let points = 0;
  let pairs = 0;
  const wrong = rated.filter(({ correct }) => !correct);
  for (const hit of rated.filter(({ correct }) => correct))
    for (const miss of wrong) {
      pairs++;
      points += hit.rating > miss.rating ? 1 : hit.rating === miss.rating ? 0.5 : 0;
    }
  return pairs === 0 ? null : points / pairs;
}
