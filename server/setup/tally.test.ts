import { expect, it } from "vitest";
import { tallyOfPlaywright, tallyOfVitest, withExitCode } from "./tally.mjs";

it("counts Vitest's tests, and a file that broke before its tests as one failure", () => {
  const report = {
    numPassedTests: 7,
    numFailedTests: 1,
    testResults: [
      { status: "passed", assertionResults: [{ status: "passed" }] },
      { status: "failed", assertionResults: [{ status: "failed" }] },
      { status: "failed", assertionResults: [] },
    ],
  };
  expect(tallyOfVitest(JSON.stringify(report))).toEqual({ passed: 7, failed: 2 });
});

it("counts Playwright's tests, and what broke outside of them", () => {
  const report = { stats: { expected: 4, flaky: 1, unexpected: 2, skipped: 3 }, errors: [{ message: "no" }] };
  expect(tallyOfPlaywright(JSON.stringify(report))).toEqual({ passed: 5, failed: 3 });
});

it.each([undefined, "", "{"])("takes a missing or broken report (%s) for a failure", (text) => {
  expect(withExitCode(tallyOfVitest(text), 0)).toEqual({ passed: 0, failed: 1 });
});

it("does not believe a report without failures from a program that failed", () => {
  expect(withExitCode({ passed: 3, failed: 0 }, 1)).toEqual({ passed: 3, failed: 1 });
  expect(withExitCode({ passed: 3, failed: 2 }, 1)).toEqual({ passed: 3, failed: 2 });
  expect(withExitCode({ passed: 3, failed: 0 }, 0)).toEqual({ passed: 3, failed: 0 });
});
