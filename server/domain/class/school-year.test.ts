import { expect, test } from "vitest";
import { schoolYearEnd } from "./school-year";

test.each([
  ["2026-09-01", "2027-07-31"],
  ["2026-12-31", "2027-07-31"],
  ["2027-01-01", "2027-07-31"],
  ["2027-05-31", "2027-07-31"],
  ["2027-06-15", "2028-07-31"],
  ["2027-07-31", "2028-07-31"],
])("a class made on %s is kept to the end of its school year, %s", (made, ends) => {
  expect(schoolYearEnd(new Date(`${made}T12:00:00Z`))).toEqual(new Date(`${ends}T23:59:59.999Z`));
});
