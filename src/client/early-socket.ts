import { WebSocket as WebSocketTransport, XHR } from "socket.io-client";

/** A connection that the page's first script has opened, and what has come over it meanwhile. */
type Early = { socket: WebSocket; heard: unknown[] };

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

function catchUp({ socket, heard }: Early) {
  if (socket.readyState === WebSocket.OPEN) socket.onopen?.(new Event("open"));
  for (const data of heard) socket.onmessage?.(new MessageEvent("message", { data }));
}

/** WebSocket first and polling after it, as Engine.IO takes them in a page whose connection may be open already. */
export const earlyTransports = () =>
  typeof window !== "undefined" && window.deckdashEarly ? [EarlyWebSocket, XHR] : null;
