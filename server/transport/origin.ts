import type { IncomingMessage } from "node:http";

/** What the transport must know of where it stands. */
export type Place = {
  /** "" or "/quiz". */
  basePath: string;
  /** What browsers open, without a slash at its end; undefined: whatever host they name. */
  publicUrl: string | undefined;
  /** How many reverse proxies stand in front: that many entries of X-Forwarded-For are believed. */
  trustProxy: number;
  /** Connections may have been passed on by another server, whose word in `CLIENT_HEADER` has been proved before. */
  shared?: boolean;
};

/** Where a connection comes from, as the server says that has passed it on. */
export const CLIENT_HEADER = "x-deckdash-client";

/**
 * Whether a page of this origin may open a connection. CORS alone does not keep a foreign page from opening a
 * WebSocket with a teacher's cookie. A request without an Origin does not come from a foreign page.
 */
export function originAllowed({ headers }: Pick<IncomingMessage, "headers">, place: Place): boolean {
  const { origin } = headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  if (place.publicUrl && new URL(place.publicUrl).origin === from.origin) return true;
  const host = place.trustProxy > 0 ? (headers["x-forwarded-host"] ?? headers.host) : headers.host;
  return from.host === host;
}

/** The address a connection comes from: as another server has passed on, else behind n trusted proxies the n-th entry from the right of X-Forwarded-For. */
export function addressOf(
  request: { headers: IncomingMessage["headers"]; address: string },
  { trustProxy, shared = false }: Place,
): string {
  const passedOn = shared && request.headers[CLIENT_HEADER];
  if (typeof passedOn === "string") return passedOn;
  const forwarded = request.headers["x-forwarded-for"];
  if (trustProxy === 0 || forwarded === undefined) return request.address;
  const entries = String(forwarded)
    .split(",")
    .map((entry) => entry.trim());
  return entries.at(-trustProxy) ?? request.address;
}
