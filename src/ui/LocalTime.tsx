"use client";

import { useEffect, useState } from "react";

const STYLES = {
  day: { day: "numeric", month: "short", year: "numeric" },
  moment: { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

const write = (date: Date, style: keyof typeof STYLES, timeZone?: string) =>
  new Intl.DateTimeFormat("en-GB", { ...STYLES[style], timeZone }).format(date);

/** A moment as the clock on this wall shows it. The server does not know that clock and says it in UTC first. */
export const LocalTime = ({ date, style = "moment" }: { date: Date; style?: keyof typeof STYLES }) => {
  const [words, setWords] = useState(() => write(date, style, "UTC"));
  useEffect(() => setWords(write(date, style)), [date, style]);
  return <time dateTime={date.toISOString()}>{words}</time>;
};
