import { inHundredths } from "@/messages/en/common";

/** "63 %", or a dash where there is nothing to share out. @param share 0–1 */
export const percent = (share: number | null): string => (share === null ? "–" : `${inHundredths(share)} %`);

/** "4.2 s", or a dash. @param ms milliseconds */
export const seconds = (ms: number | null): string => (ms === null ? "–" : `${(ms / 1000).toFixed(1)} s`);

/** "1,250" */
export const whole = (number: number): string => number.toLocaleString("en");

/** To the two places that are shown: what is said of a number must fit the number that is read. */
export const hundredths = (number: number): number => Number(number.toFixed(2));

/** "+0.31", "−0.08"; what rounds to nothing has no sign: "0.00" */
export const signed = (number: number): string => {
  const shown = hundredths(number);
  const sign = shown === 0 ? "" : shown < 0 ? "−" : "+";
  return sign + Math.abs(shown).toFixed(2);
};
