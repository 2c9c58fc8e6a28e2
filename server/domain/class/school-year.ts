const DAY_MS = 86_400_000;
/** A class made this shortly before the summer is one for the year after it. */
const LEAST_DAYS = 60;

/** The end of the school year that a class made at `now` is for: the last moment of a 31 July, UTC. */
export function schoolYearEnd(now: Date): Date {
  const endOf = (year: number) => new Date(Date.UTC(year, 6, 31, 23, 59, 59, 999));
  const thisYear = endOf(now.getUTCFullYear());
  return thisYear.getTime() - now.getTime() < LEAST_DAYS * DAY_MS
    ? endOf(now.getUTCFullYear() + 1)
    : thisYear;
}
