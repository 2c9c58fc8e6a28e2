/**
 * What a phone's page does while its scripts are still on the way, as the text of a script of its own: it opens the
 * connection that the page will use, so that the two travel beside each other, and keeps the typefaces, half as heavy as
 * the scripts, from travelling before these.
 * @param basePath the path prefix that the app is served under, without a slash at its end
 */
export const earlyStart = (basePath: string): string => `(() => {
  const typefaces = () => document.documentElement.classList.remove("${LATE_TYPEFACES}");
  const here = ({ src }) => !src || performance.getEntriesByName(src).length > 0;
  const look = () => document.readyState !== "loading" && [...document.scripts].every(here) && typefaces();
  new PerformanceObserver(look).observe({ type: "resource", buffered: true });
  document.addEventListener("readystatechange", look);
  addEventListener("load", typefaces);

  let room = /[?&]pin=(\\d+)/.exec(location.search)?.[1];
  try { room ??= JSON.parse(localStorage.getItem("deckdash.seats"))[0].pin; } catch {}
  if (!/^\\d{6}$/.test(room)) return;
  const origin = location.origin.replace(/^http/, "ws");
  const socket = new WebSocket(origin + ${JSON.stringify(basePath)} + "/socket.io/?room=" + room + "&EIO=4&transport=websocket");
  const heard = [];
  socket.onmessage = ({ data }) => heard.push(data);
  window.deckdashEarly = { socket, heard };
})();`;

/** On the page's root until the typefaces may be fetched. */
export const LATE_TYPEFACES = "late-typefaces";
