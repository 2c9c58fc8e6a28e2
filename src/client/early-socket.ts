import { WebSocket as WebSocketTransport, XHR } from "socket.io-client";

/**
 * A connection that the page's first script has opened, what has come over it meanwhile (`at`: `performance.now()`), and
 * the words with which the script has asked for the kept seat, if it has.
 */
type Early = { socket: WebSocket; heard: { data: string; at: number }[]; asked?: string };

type Listening = Pick<WebSocket, "OPEN"> & {
  readyState: number;
  onopen: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent) => void) | null;
};

declare global {
  interface Window {
    deckdashEarly?: Early;
  }
}

/** Engine.IO over the connection that the page has opened already, where there is one; a later connection is made anew. */
class EarlyWebSocket extends WebSocketTransport {
  override createSocket(...asked: Parameters<WebSocketTransport["createSocket"]>): WebSocket {
    const early = takeEarly(asked[0]);
    if (!early) return super.createSocket(...asked);
    if (early.asked !== undefined) spare(early.socket, early.asked);
    // By then the listeners are there, and nothing can have come in between.
    queueMicrotask(() => catchUp(early));
    return early.socket;
  }
}

/** Null when there is none, or when it leads elsewhere: the game that is joined may be another one than was expected. */
function takeEarly(address: string): Early | null {
  const early = window.deckdashEarly;
  window.deckdashEarly = undefined;
  if (!early) return null;
  const { socket } = early;
  if (socket.url === address && socket.readyState <= WebSocket.OPEN) return early;
  socket.close();
  return null;
}

/**
 * The first thing that the page says has been said already. If it wants to say something else (another tab has given the seat up, or
 * was given a newer token), it does so over another connection, and hears nothing of what this one was told.
 */
export function spare(
  socket: Pick<WebSocket, "send" | "close"> & Pick<Listening, "onmessage">,
  asked: string,
) {
  const { send } = socket;
  socket.send = (data) => {
    socket.send = send;
    if (data === asked) return;
    socket.onmessage = null;
    socket.close();
  };
}

/** What has come meanwhile is heard as if it came now. */
export function catchUp({ socket, heard }: Pick<Early, "heard"> & { socket: Listening }) {
  if (socket.readyState === socket.OPEN) socket.onopen?.(new Event("open"));
  for (const { data, at } of heard)
    socket.onmessage?.(new MessageEvent("message", { data: onTime(data, performance.now() - at) }));
}

/** A message that is read `lateMs` after it came: the server's clock has gone on meanwhile. */
export function onTime(data: string, lateMs: number): string {
  return data.replace(
    /^(42[^[]*\["clock",)(\d+)/,
    (_, before, serverNow) => before + Math.round(Number(serverNow) + lateMs),
  );
}

/** WebSocket first and polling after it, as Engine.IO takes them in a page whose connection may be open already. */
export const earlyTransports = () =>
  typeof window !== "undefined" && window.deckdashEarly ? [EarlyWebSocket, XHR] : null;
