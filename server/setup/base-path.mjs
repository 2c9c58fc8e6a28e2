/**
 * The path prefix that the app is served under, without a slash at its end: BASE_PATH, or the path of PUBLIC_URL. It is
 * compiled into the pages, so that the build and the server must read it alike.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {string} "" or for example "/quiz"
 */
export function basePathOf(env) {
  if (env.BASE_PATH) return env.BASE_PATH;
  if (!env.PUBLIC_URL || !URL.canParse(env.PUBLIC_URL)) return "";
  return new URL(env.PUBLIC_URL).pathname.replace(/\/+$/, "");
}
