/** @typedef {{ passed: number, failed: number }} Tally */

/**
 * Counts a report of Vitest's JSON reporter. A test file that broke before its tests counts as one failure.
 *
 * @param {string | undefined} text
 * @returns {Tally | undefined} undefined when there is no report to read
 */
export function tallyOfVitest(text) {
  const report = parse(text);
  if (!report) return undefined;
  const brokenFiles = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ file) =>
      file.status === "failed" && !file.assertionResults.some(({ status }) => status === "failed"),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles.length };
}

/**
 * Counts a report of Playwright's JSON reporter. What went wrong outside a test counts as a failure each.
 *
 * @param {string | undefined} text
 * @returns {Tally | undefined} undefined when there is no report to read
 */
export function tallyOfPlaywright(text) {
  const report = parse(text);
  if (!report) return undefined;
  const { expected, flaky, unexpected } = report.stats;
  return { passed: expected + flaky, failed: unexpected + report.errors.length };
}

/**
 * Believes a report only as far as it agrees with the exit code: a part that ended badly has failed at least once.
 *
 * @param {Tally | undefined} tally
 * @param {number} exitCode
 * @returns {Tally}
 */
export function withExitCode(tally, exitCode) {
  if (!tally) return { passed: 0, failed: 1 };
  return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/** @param {string | undefined} text */
function parse(text) {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
