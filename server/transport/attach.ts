import type { Server as HttpServer } from "node:http";
import { Server } from "socket.io";
import type { RejectionCode } from "@/contract/errors";
import type { SessionId } from "@/contract/ids";
import { LIMITS } from "@/contract/limits";
import { NAMESPACES } from "@/contract/wire";
import type { NewLimiter } from "../limiter";
import type { Registry } from "../room/registry";
import type { TransportContext } from "./context";
import { HandoverLinks } from "./handover-links";
import { hostedRoom, takenLink, wireHost } from "./host-namespace";
import { originAllowed } from "./origin";
import { PinThrottle } from "./pin-throttle";
import { wirePlayer } from "./player-namespace";
import { type HostNamespace, type HostSocket, type PlayerNamespace, SessionScreens } from "./screens";
import { WordsThrottle } from "./words-throttle";

export type Transport = {
  /** Lets connections in, those that have waited first. */
  open(): void;
  /** Closes every connection and takes no new one. */
  close(): Promise<void>;
};

/**
 * Attaches the live game to an HTTP server. The registry is made from the screens, so it is passed as a function of
 * them. Connections wait until `open` is called: to a phone that asked before its room is rebuilt, its seat would be gone.
 */
export function attachTransport(
  http: HttpServer,
  deps: Omit<
    TransportContext,
    "registry" | "screens" | "throttle" | "wordsThrottle" | "handovers" | "isElsewhere"
  > & {
    newToken: () => string;
    /** Where several servers share the games. */
    shared?: Pick<TransportContext, "isElsewhere"> & { newLimiter: NewLimiter };
    registryFor: (screensOf: (sessionId: SessionId) => SessionScreens) => Registry;
  },
): Transport & { registry: Registry } {
  const { place, logger } = deps;
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const io = new Server(http, {
    path: `${place.basePath}/socket.io`,
    serveClient: false,
    transports: ["polling", "websocket"],
    allowRequest: (request, decide) => {
      const free = io.engine.clientsCount < LIMITS.connections;
      const allowed = free && originAllowed(request, place);
      void opened.then(() => decide(allowed ? null : free ? "origin" : "full", allowed));
    },
    maxHttpBufferSize: LIMITS.messageBytes,
    pingInterval: LIMITS.pingIntervalMs,
    pingTimeout: LIMITS.pingTimeoutMs,
    connectTimeout: LIMITS.namespaceDeadlineMs,
    perMessageDeflate: false,
    httpCompression: false,
  });
  const players: PlayerNamespace = io.of(NAMESPACES.player);
  const hosts: HostNamespace = io.of(NAMESPACES.host);
  const throttle = new PinThrottle(deps.shared?.newLimiter);
  const all = new Map<SessionId, SessionScreens>();
  const of = (sessionId: SessionId) => {
    const screens =
      all.get(sessionId) ??
      new SessionScreens(sessionId, players, hosts, () => {
        all.delete(sessionId);
        throttle.forget(sessionId);
      });
    all.set(sessionId, screens);
    return screens;
  };
  const registry = deps.registryFor(of);
  const context: TransportContext = {
    ...deps,
    registry,
    isElsewhere: deps.shared?.isElsewhere ?? (async () => false),
    throttle,
    handovers: new HandoverLinks(deps.newToken),
    wordsThrottle: new WordsThrottle(),
    screens: { of },
  };

  io.engine.on("connection", (connection) => {
    // Nothing here is binary. Taking it would let a client make the parser hold half a packet.
    connection.on("packet", ({ type, data }: { type: string; data?: unknown }) => {
      if (type === "message" && typeof data !== "string") connection.close();
    });
  });
  players.on("connection", (socket) => wirePlayer(socket, context));
  const admit = async (socket: HostSocket): Promise<RejectionCode | null> => {
    const link = await takenLink(socket.handshake, context);
    if (!link.ok) return link.code;
    socket.data.pass = link.pass;
    if (link.pass) return null;
    const hosted = await hostedRoom(socket.handshake, context);
    if (!hosted.ok) return hosted.code;
    socket.data.hosted = hosted;
    return null;
  };
  hosts.use((socket, next) => {
    admit(socket).then(
      (refused) => (refused ? next(new Error(refused)) : next()),
      (error: unknown) => {
        logger.error({ error: String(error) }, "a host's login could not be checked");
        next(new Error("try-again"));
      },
    );
  });
  hosts.on("connection", (socket) => {
    const { pass, hosted } = socket.data;
    // The device comes again with the pass: this connection has been proved by a link that is good no more.
    if (pass) socket.emit("pass", pass, () => socket.disconnect(true));
    else wireHost(socket, hosted, context);
  });

  return {
    registry,
    open,
    async close() {
      registry.stop();
      await io.close();
    },
  };
}
