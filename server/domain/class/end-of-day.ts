/**
 * The last millisecond of a day in a time zone. @param day YYYY-MM-DD @param timeZone a name of the IANA database
 */
export function endOfDay(day: string, timeZone: string): Date {
  const wall = Date.parse(`${day}T23:59:59.999Z`);
  // The zone's distance from UTC depends on the moment that is looked for: the second look corrects a first one that
  // fell on the other side of a change of clocks.
  let at = wall;
  for (let look = 0; look < 2; look++) at = wall - ahead(at, timeZone);
  return new Date(at);
}

/** How far the zone's clocks are ahead of UTC at a moment, ms. */
function ahead(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(at);
  const read = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value ?? 0);
  const wall = Date.UTC(
    read("year"),
    read("month") - 1,
    read("day"),
    read("hour"),
    read("minute"),
    read("second"),
  );
  return wall - Math.floor(at / 1_000) * 1_000;
}
