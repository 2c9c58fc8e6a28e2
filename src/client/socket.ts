import { io, type ManagerOptions, type Socket, type SocketOptions } from "socket.io-client";
import { earlyTransports } from "./early-socket";

/** The path prefix that the app is served under behind a reverse proxy, without a slash at its end. */
const BASE_PATH = process.env.NEXT_PUBLIC_BASE_PATH ?? "";

/** For a client that is no page of this server (a test, a benchmark): where the server is, and other options. */
export type Elsewhere = Partial<ManagerOptions & SocketOptions> & { origin?: string };

/**
 * A socket to one of the server's namespaces, not connected yet. WebSocket first, because it takes one round-trip and
 * no upgrade; polling where a network blocks it. A lost link is tried again after 0.1–1.2 s, for ever:
 * a server that starts again takes connections long before its games are rebuilt, and lets them wait.
 */
export function openSocket(
  namespace: string,
  auth: SocketOptions["auth"] = {},
  elsewhere: Elsewhere = {},
): Socket {
  const { origin = "", ...options } = elsewhere;
  return io(`${origin}${namespace}`, {
    path: `${BASE_PATH}/socket.io`,
    auth,
    autoConnect: false,
    forceNew: true,
    transports: earlyTransports() ?? ["websocket", "polling"],
    tryAllTransports: true,
    reconnectionDelay: 250,
    reconnectionDelayMax: 800,
    randomizationFactor: 0.5,
    timeout: 5_000,
    ...options,
  });
}

/**
 * Says which game the socket is for, by its PIN or session id, from its next connection on: where several servers share
 * the games, that leads it to the one that has this game's room.
 */
export function aim(socket: Socket, room: string) {
  socket.io.opts.query = { room };
}

/** Closes the connection underneath, as if the network had: the socket then makes a new one by itself. */
export function dropLink(socket: Socket) {
  socket.io.engine?.close();
}

/** False when the device itself says that it has no network; true proves nothing. */
export function deviceOnline(): boolean {
  return typeof navigator === "undefined" || navigator.onLine !== false;
}

/**
 * Does at once what back-off would do later: when the network or the page comes back, connect now; and find out
 * whether a link that slept is still alive. Returns the function that stops watching.
 */
export function watchPage(on: { back: () => void; lost: () => void }): () => void {
  if (typeof window === "undefined") return () => {};
  const shown = () => document.visibilityState === "visible" && on.back();
  window.addEventListener("online", on.back);
  window.addEventListener("offline", on.lost);
  document.addEventListener("visibilitychange", shown);
  return () => {
    window.removeEventListener("online", on.back);
    window.removeEventListener("offline", on.lost);
    document.removeEventListener("visibilitychange", shown);
  };
}
