const DAY = new Intl.DateTimeFormat("en", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** A day as pages write it. The server and the browser must write the same, so it is UTC's. */
export const day = (date: Date): string => DAY.format(date);
export const dayOrNever = (date: Date | null, never = "not yet"): string => (date ? day(date) : never);
