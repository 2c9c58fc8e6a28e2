import { describe, expect, test } from "vitest";
import { endOfDay } from "./end-of-day";

describe("the end of a day", () => {
  test.each([
    ["2026-03-09", "UTC", "2026-03-09T23:59:59.999Z"],
    ["2026-03-09", "Europe/Berlin", "2026-03-09T22:59:59.999Z"],
    ["2026-07-09", "Europe/Berlin", "2026-07-09T21:59:59.999Z"],
    ["2026-03-09", "America/Los_Angeles", "2026-03-10T06:59:59.999Z"],
    ["2026-03-09", "Pacific/Auckland", "2026-03-09T10:59:59.999Z"],
    ["2026-03-09", "Asia/Kathmandu", "2026-03-09T18:14:59.999Z"],
    // Clocks change on these days.
    ["2026-03-29", "Europe/Berlin", "2026-03-29T21:59:59.999Z"],
    ["2026-10-25", "Europe/Berlin", "2026-10-25T22:59:59.999Z"],
    ["2026-11-01", "America/New_York", "2026-11-02T04:59:59.999Z"],
  ])("%s in %s is %s", (day, timeZone, at) => {
    expect(endOfDay(day, timeZone).toISOString()).toBe(at);
  });
});
