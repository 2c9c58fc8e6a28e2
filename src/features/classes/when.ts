/**
 * A day as pages write it. The server and the browser must write the same, so it is a named time zone's: UTC's, or the
 * one that the day was set in.
 */
export const day = (date: Date, timeZone = "UTC"): string =>
  new Intl.DateTimeFormat("en", { day: "numeric", month: "short", year: "numeric", timeZone }).format(date);
export const dayOrNever = (date: Date | null, never = "not yet"): string => (date ? day(date) : never);
