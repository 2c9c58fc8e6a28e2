import { backToFront } from "./back-to-front";
import { backToQuestion } from "./back-to-question";
import { cloze, lastCloze } from "./cloze";
import { contrast } from "./contrast";
import { date } from "./date";
import { descriptionToLabel } from "./description-to-label";
import { formula } from "./formula";
import { frontToBack } from "./front-to-back";
import { frontToStatement } from "./front-to-statement";
import type { KindRule } from "./kind";
import { labelToDescription } from "./label-to-description";
import { matrix } from "./matrix";
import { notTrueOf } from "./not-true-of";
import { number } from "./number";
import { lastRowGap, plainRowGap, rowGap } from "./row-gap";
import { termSwap } from "./term-swap";
import { lastTrueOf, trueOf } from "./true-of";
import { wrongStatement } from "./wrong-statement";

/** Every way to ask, in the order of measured validity: the first questions of a card are its best. */
export const KINDS: readonly KindRule[] = [
  frontToBack,
  date,
  number,
  matrix,
  contrast,
  formula,
  labelToDescription,
  descriptionToLabel,
  backToFront,
  termSwap,
  rowGap,
  backToQuestion,
  wrongStatement,
  frontToStatement,
  trueOf,
  notTrueOf,
  cloze,
  lastTrueOf,
  lastRowGap,
  lastCloze,
  plainRowGap,
];
