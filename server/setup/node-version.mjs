/** The oldest Node that runs everything below (`engines` in package.json says the same). */
const OLDEST = { major: 20, minor: 19 };

/**
 * @param {string} version as in `process.versions.node`, such as "20.19.0"
 * @returns {string | undefined} a sentence for the person when this Node is too old
 */
export function tooOld(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor)) return undefined;
  return `Deckdash needs Node ${OLDEST.major}.${OLDEST.minor} or newer, and this is Node ${version}: install a newer one from https://nodejs.org and run the command again.`;
}
