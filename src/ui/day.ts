/**
 * A day as pages write it, with its year or without. The server and the browser must write the same, so it is a named
 * time zone's: UTC's, or the one that the day was set in.
 */
export const day = (date: Date | number, timeZone = "UTC"): string =>
  write(date, { year: "numeric", timeZone });
/** A day in UTC, where everybody knows the year. */
export const dayInYear = (date: Date | number): string => write(date, { timeZone: "UTC" });
/** A day with its name and without its year. */
export const weekday = (date: Date, timeZone: string): string => write(date, { weekday: "long", timeZone });

const write = (date: Date | number, more: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", ...more }).format(date);
