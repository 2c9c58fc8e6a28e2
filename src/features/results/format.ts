/** "63 %", or a dash where there is nothing to share out. @param share 0–1 */
export const percent = (share: number | null): string =>
  share === null ? "–" : `${Math.round(share * 100)} %`;

/** "4.2 s", or a dash. @param ms milliseconds */
export const seconds = (ms: number | null): string => (ms === null ? "–" : `${(ms / 1000).toFixed(1)} s`);

/** "1,250" */
export const whole = (number: number): string => number.toLocaleString("en");

/** "+0.31", "−0.08" */
export const signed = (number: number): string => `${number < 0 ? "−" : "+"}${Math.abs(number).toFixed(2)}`;
