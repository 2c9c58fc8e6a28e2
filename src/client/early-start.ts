import { NAMESPACES } from "@/contract/wire";
import { KEEP_SEAT_MS, SEATS_KEY } from "./seat-keeper";

const PLAYER = NAMESPACES.player;

/**
 * What a phone's page does while its scripts are still on the way, as the text of a script of its own: it opens the
 * connection that the page will use and asks for the seat that is kept, so that these travel beside each other, and keeps
 * the typefaces, half as heavy as the scripts, from travelling before these. What the server asks of the phone's clock is answered
 * at once, so that the phone's network is measured and not the loading of its scripts; the page's own answer, when it has read the
 * question too, comes to a question that the server has closed.
 * @param basePath the path prefix that the app is served under, without a slash at its end
 */
export const earlyStart = (basePath: string): string => `(() => {
  const typefaces = () => document.documentElement.classList.remove("${LATE_TYPEFACES}");
  const here = ({ src }) => !src || performance.getEntriesByName(src).length > 0;
  const look = () => document.readyState !== "loading" && [...document.scripts].every(here) && typefaces();
  new PerformanceObserver(look).observe({ type: "resource", buffered: true });
  document.addEventListener("readystatechange", look);
  addEventListener("load", typefaces);

  const pins = new URLSearchParams(location.search).getAll("pin");
  const asked = pins.length === 1 && /^\\d{6}$/.test(pins[0]) ? pins[0] : undefined;
  const isSeat = (kept) => [kept?.pin, kept?.name, kept?.token].every((text) => typeof text === "string") && Date.now() - kept.keptAt < ${KEEP_SEAT_MS};
  const seat = () => {
    try {
      return JSON.parse(localStorage.getItem("${SEATS_KEY}")).filter(isSeat).find(({ pin }) => pin === (asked ?? pin));
    } catch {}
  };
  const room = asked ?? seat()?.pin;
  if (!/^\\d{6}$/.test(room)) return;
  const origin = location.origin.replace(/^http/, "ws");
  const socket = new WebSocket(origin + ${JSON.stringify(basePath)} + "/socket.io/?room=" + room + "&EIO=4&transport=websocket");
  const early = { socket, heard: [] };
  socket.onmessage = ({ data }) => {
    early.heard.push({ data, at: performance.now() });
    // Read only now: another tab may have been given a newer token.
    const kept = data[0] === "0" ? seat() : undefined;
    if (kept?.pin === room) {
      early.asked = "40${PLAYER}," + JSON.stringify({ token: kept.token, pin: kept.pin });
      socket.send(early.asked);
    }
    const clock = /^42\\${PLAYER},(\\d+)\\["clock",/.exec(data);
    if (clock) socket.send("43${PLAYER}," + clock[1] + "[]");
  };
  window.deckdashEarly = early;
})();`;

/** On the page's root until the typefaces may be fetched. */
export const LATE_TYPEFACES = "late-typefaces";
