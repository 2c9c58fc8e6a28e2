import { Agent, request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import net from "node:net";
import type { Duplex } from "node:stream";

/** Where a request goes on to, and the headers that are added on the way. */
export type Onward = { server: URL; headers: Record<string, string> };

/** A server of the cluster is near: one that does not take a connection by then is down. */
const CONNECT_MS = 2_000;
const KEEP_ALIVE_MS = 60_000;
const agent = new Agent({ keepAlive: true });
/** Headers that speak of one connection only. */
const OF_THE_HOP = new Set(["connection", "keep-alive", "transfer-encoding"]);

/** Passes one request on and its answer back; 503 when the other server cannot be reached. */
export function relayRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { server, headers }: Onward,
) {
  const onward = httpRequest({
    agent,
    host: server.hostname,
    port: server.port || 80,
    method: request.method,
    path: request.url,
    headers: { ...endToEnd(request.headers), ...headers },
  });
  const connecting = setTimeout(() => onward.destroy(), CONNECT_MS);
  onward.once("socket", (socket) => {
    if (!socket.connecting) clearTimeout(connecting);
    else socket.once("connect", () => clearTimeout(connecting));
  });
  onward.once("response", (answer) => {
    response.writeHead(answer.statusCode ?? 502, endToEnd(answer.headers));
    answer.pipe(response);
    answer.once("error", () => response.destroy());
  });
  onward.once("error", () => {
    clearTimeout(connecting);
    if (response.headersSent) response.destroy();
    else response.writeHead(503, { "retry-after": "1" }).end();
  });
  response.once("close", () => onward.destroy());
  request.pipe(onward);
}

/** Passes a WebSocket on, byte for byte in both directions, until either side ends. @returns what ends it */
export function relayUpgrade(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  { server, headers }: Onward,
): () => void {
  const onward = net.connect(Number(server.port || 80), server.hostname);
  const connecting = setTimeout(() => onward.destroy(), CONNECT_MS);
  // Both ends may vanish at once without a word, and then nobody would ever end this.
  onward.setNoDelay(true).setKeepAlive(true, KEEP_ALIVE_MS);
  onward.once("connect", () => {
    clearTimeout(connecting);
    onward.write(requestHead(request, headers));
    onward.write(head);
    onward.pipe(socket).pipe(onward);
  });
  const end = () => {
    clearTimeout(connecting);
    onward.destroy();
    socket.destroy();
  };
  for (const side of [onward, socket]) side.once("error", end).once("close", end);
  return end;
}

function requestHead({ method, url, rawHeaders }: IncomingMessage, added: Record<string, string>): string {
  const lines = [`${method} ${url} HTTP/1.1`];
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    const [name = "", value = ""] = rawHeaders.slice(i, i + 2);
    if (!(name.toLowerCase() in added)) lines.push(`${name}: ${value}`);
  }
  for (const [name, value] of Object.entries(added)) lines.push(`${name}: ${value}`);
  return `${lines.join("\r\n")}\r\n\r\n`;
}

function endToEnd<T extends object>(headers: T): Partial<T> {
  const kept = Object.entries(headers).filter(([name]) => !OF_THE_HOP.has(name));
  return Object.fromEntries(kept) as Partial<T>;
}
