import { backToFront } from "./back-to-front";
import { descriptionToLabel } from "./description-to-label";
import { frontToBack } from "./front-to-back";
import { frontToStatement } from "./front-to-statement";
import type { KindRule } from "./kind";
import { labelToDescription } from "./label-to-description";

/** Every way to ask, in the order of measured validity: the first questions of a card are its best. */
export const KINDS: readonly KindRule[] = [
  frontToBack,
  labelToDescription,
  descriptionToLabel,
  frontToStatement,
  backToFront,
];
