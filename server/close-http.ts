import type { Server } from "node:http";
import type { Socket } from "node:net";

/** Requests that are still busy after this time are cut, so that a stop is a stop. */
const BUSY_LIMIT_MS = 5_000;

/**
 * Makes the function that closes an HTTP server: it takes no new connection, lets requests end for five seconds at
 * most, and ends what carries none. Connections made by then and never spoken on, as browsers make them ahead of
 * need, are among those; Node's own close waits for them for ever. Call it before the server listens. WebSockets are
 * their owner's to end.
 */
export function httpCloser(server: Server, busyLimitMs = BUSY_LIMIT_MS): () => Promise<void> {
  const open = new Set<Socket>();
  let closing = false;
  server.on("connection", (socket) => {
    if (closing) return socket.destroy();
    open.add(socket);
    socket.once("close", () => open.delete(socket));
  });
  server.on("request", (_, response) => {
    response.once("close", () => {
      // The connection counts as idle only after this event.
      if (closing) setImmediate(() => server.closeIdleConnections());
    });
  });
  return () =>
    new Promise((resolve) => {
      closing = true;
      // An error says that it is closed already.
      server.close(() => resolve());
      server.closeIdleConnections();
      for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
      setTimeout(() => server.closeAllConnections(), busyLimitMs).unref();
    });
}
