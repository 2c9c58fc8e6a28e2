import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { RoomLogger } from "../room/ports";
import { addressOf, CLIENT_HEADER, type Place } from "../transport/origin";
import type { Keeper } from "./keeper";
import { type Onward, relayRequest, relayUpgrade } from "./relay";
import type { Vouch } from "./vouch";

/** The proof, by the server that passes a connection on, of where it comes from. */
const PROOF_HEADER = "x-deckdash-proof";
/** PINs and session ids are shorter. */
const ROOM_MAX = 64;

type Verdict = "here" | Onward;

/**
 * Stands before the sockets of an HTTP server: a connection says in its query which room it is for, and one whose room
 * another server has is passed on to it as it is, WebSocket or polling. So a load balancer may send anybody anywhere.
 * @returns what ends the WebSockets that are passed on
 */
export function standAtDoor(
  http: Server,
  {
    keeper,
    vouch,
    place,
    opened,
    logger,
  }: {
    keeper: Pick<Keeper, "whereIs">;
    vouch: Vouch;
    place: Place;
    /** Until then connections wait. */
    opened: Promise<unknown>;
    logger: RoomLogger;
  },
): () => void {
  const path = `${place.basePath}/socket.io/`;
  const isSocket = ({ url = "" }: IncomingMessage) => url.startsWith(path);

  const judge = async (request: IncomingMessage): Promise<Verdict> => {
    const { headers, url = "" } = request;
    const client = headers[CLIENT_HEADER];
    const passedOn = typeof client === "string" && vouch.verify(headers[PROOF_HEADER], client, url);
    if (!passedOn) delete headers[CLIENT_HEADER];
    const room = new URL(url, "http://here").searchParams.get("room");
    if (!room || room.length > ROOM_MAX) return "here";
    await opened;
    const server = await keeper.whereIs(room);
    if (server === null) return "here";
    // Whoever passed it on knew no better; by the next try it will.
    if (passedOn) throw new Error("The room has moved on.");
    const from = addressOf({ headers, address: request.socket.remoteAddress ?? "" }, place);
    return {
      server: new URL(server),
      headers: { [CLIENT_HEADER]: from, [PROOF_HEADER]: vouch.sign(from, url) },
    };
  };
  const failed = (error: unknown) =>
    logger.warn({ error: String(error) }, "a connection could not be led to its room");

  const requests = http.listeners("request");
  http.removeAllListeners("request");
  http.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const serve = () => {
      for (const listener of requests) listener.call(http, request, response);
    };
    if (!isSocket(request)) return serve();
    judge(request).then(
      (verdict) => (verdict === "here" ? serve() : relayRequest(request, response, verdict)),
      (error: unknown) => {
        failed(error);
        response.writeHead(503, { "retry-after": "1" }).end();
      },
    );
  });

  const relayed = new Set<() => void>();
  const upgrades = http.listeners("upgrade");
  http.removeAllListeners("upgrade");
  http.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const serve = () => {
      for (const listener of upgrades) listener.call(http, request, socket, head);
    };
    if (!isSocket(request)) return serve();
    const lost = () => socket.destroy();
    socket.once("error", lost);
    judge(request).then(
      (verdict) => {
        socket.off("error", lost);
        if (verdict === "here") return serve();
        const end = relayUpgrade(request, socket, head, verdict);
        relayed.add(end);
        socket.once("close", () => relayed.delete(end));
      },
      (error: unknown) => {
        failed(error);
        socket.end("HTTP/1.1 503 Service Unavailable\r\nretry-after: 1\r\nconnection: close\r\n\r\n");
      },
    );
  });
  return () => {
    for (const end of relayed) end();
  };
}
