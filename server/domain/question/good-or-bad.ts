const SIDES =
  /\b(?:limitation|drawback|disadvantage|downside|problem|challenge|weakness|risk|danger|criticism|advantage|benefit|strength|merit|pro|con)(?:e?s)?\b/i;

/**
 * True for a text that calls what it is about good or bad: "RNN limitation: …" tells "causing" from "preventing", and what is asked for as a
 * drawback is known from its opposite.
 */
export function saysGoodOrBad(text: string): boolean {
  return SIDES.test(text);
}
