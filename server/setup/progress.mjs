const TICK_MS = 1_000;
/** Without a terminal to redraw, one line in this time says that it still goes on. */
const QUIET_TICK_MS = 20_000;

/**
 * Runs one step of the set-up and says what is going on, with the time it takes.
 *
 * @template T
 * @param {string} label what is done, as in "Installing the packages"
 * @param {() => Promise<T>} action
 * @param {NodeJS.WriteStream} [out]
 * @returns {Promise<T>}
 */
export async function step(label, action, out = process.stdout) {
  const begin = Date.now();
  const seconds = () => `${Math.round((Date.now() - begin) / 1000)} s`;
  out.write(out.isTTY ? `  ${label} …` : `  ${label} …\n`);
  const timer = setInterval(
    () => out.write(out.isTTY ? `\r  ${label} … ${seconds()}` : `  … ${seconds()}\n`),
    out.isTTY ? TICK_MS : QUIET_TICK_MS,
  );
  try {
    const result = await action();
    out.write(out.isTTY ? `\r  ${label}: done in ${seconds()}\n` : `  done in ${seconds()}\n`);
    return result;
  } catch (error) {
    if (out.isTTY) out.write("\n");
    throw error;
  } finally {
    clearInterval(timer);
  }
}
