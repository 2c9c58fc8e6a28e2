import { expect, it } from "vitest";
import { day, dayInYear, weekday } from "./day";

const lateOnSunday = new Date("2026-11-22T23:30:00Z");

it("writes a day alike everywhere, in the time zone it was set in", () => {
  expect(day(lateOnSunday)).toBe("22 Nov 2026");
  expect(day(lateOnSunday, "Europe/Berlin")).toBe("23 Nov 2026");
  expect(dayInYear(lateOnSunday.getTime())).toBe("22 Nov");
  expect(weekday(lateOnSunday, "Europe/Berlin")).toBe("Monday 23 Nov");
});
