import { runtime } from "../runtime";
import type { SignedIn } from "./accounts";

/** A refusal as route handlers give it: a status for machines, a sentence for people. */
export function refuse(status: number, message: string): Response {
  return Response.json({ message }, { status, headers: { "cache-control": "no-store" } });
}

/**
 * The teacher who sends this request to a route handler, or the refusal to answer with. What changes something must
 * come from a page of this house: cookies alone would let any page in the same browser act for the teacher.
 */
export async function guardRequest(request: Request): Promise<SignedIn | Response> {
  const changes = request.method !== "GET" && request.method !== "HEAD";
  if (changes && !fromThisHouse(request.headers, runtime().env)) {
    return refuse(403, "This came from another page than Deckdash's own, so nothing was done.");
  }
  const teacher = await runtime().accounts.teacherFromHeaders(request.headers);
  return teacher ?? refuse(401, "You are signed out. Sign in, and try again: nothing was changed.");
}

/**
 * Whether the browser says that a page of this house sent the request. The host is compared with what the browser
 * asked for, with what the trusted proxy was asked for, and with the public address.
 */
export function fromThisHouse(
  headers: Headers,
  house: { publicUrl: string | undefined; trustProxy: number },
): boolean {
  const origin = headers.get("origin");
  if (!origin || !URL.canParse(origin)) return false;
  const hosts = [
    headers.get("host"),
    house.trustProxy > 0 ? headers.get("x-forwarded-host") : null,
    house.publicUrl ? new URL(house.publicUrl).host : null,
  ];
  return hosts.includes(new URL(origin).host);
}

/** The body of a request, or null when it is longer than `limit` bytes: then the rest is not read. */
export async function readBounded(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return null;
  if (!request.body) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > limit) {
      await reader.cancel();
      return null;
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
