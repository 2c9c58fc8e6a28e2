/**
 * A failure that the person who started the program can mend. Its message is the whole story in one sentence:
 * what happened and what to do. It is printed without a stack trace. Any other error is a fault of ours.
 *
 * Plain JavaScript because the set-up throws it before a single package is installed.
 */
export class PlainError extends Error {
  /** @override */
  name = "PlainError";
}

/**
 * Prints an error the way a person should see it (a PlainError as its sentence, anything else with its stack)
 * and ends the process with exit code 1.
 *
 * @param {unknown} error
 * @returns {never}
 */
export function endWith(error) {
  if (error instanceof PlainError) console.error(`\n${error.message}\n`);
  else console.error(error);
  process.exit(1);
}
