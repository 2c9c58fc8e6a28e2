import type { Socket } from "socket.io-client";
import type { HostCommand } from "@/contract/commands";
import type { Ack } from "@/contract/errors";
import type { CommandId, SessionId } from "@/contract/ids";
import { LIMITS } from "@/contract/limits";
import type { HostView } from "@/contract/views";
import {
  type HandoverLink,
  type HostPatch,
  type HostToServer,
  NAMESPACES,
  type ServerToHost,
} from "@/contract/wire";
import { applyHostPatch } from "./apply";
import { newCommandId } from "./command-id";
import { deliver } from "./deliver";
import { HostPassKeeper } from "./host-pass-keeper";
import { LiveStore } from "./live-store";
import type { Shelf } from "./seat-keeper";
import { aim, deviceOnline, dropLink, type Elsewhere, openSocket, watchPage } from "./socket";

/** A link for a session, not started yet. `shelf`: where a second device keeps its pass. */
export function connectHost(sessionId: SessionId, elsewhere?: Elsewhere, shelf?: Shelf): HostLink {
  const passes = shelf ? new HostPassKeeper(shelf) : null;
  const pass = passes?.find(sessionId);
  const socket = openSocket(NAMESPACES.host, { sessionId, ...(pass ? { pass } : {}) }, elsewhere);
  aim(socket, sessionId);
  const forget = pass ? () => passes?.forget(sessionId) : null;
  return new HostLink(socket, sessionId, forget);
}

/** A command as a screen states it; the link gives it its id. */
export type Unnumbered<C> = C extends { commandId: CommandId } ? Omit<C, "commandId"> : never;

/**
 * The host screen's link to its session. Proof is the teacher's cookie, which the browser sends by itself, or on a second
 * device the pass that it keeps.
 */
export class HostLink {
  readonly store: LiveStore<HostView, HostPatch>;
  /** This device hosts by a pass. */
  readonly remote: boolean;
  private unwatch = () => {};

  constructor(
    private readonly socket: Socket<ServerToHost, HostToServer>,
    private readonly sessionId: SessionId,
    /** Throws the pass away; null for a device that has none. */
    private forgetPass: (() => void) | null,
  ) {
    this.remote = forgetPass !== null;
    this.store = new LiveStore(applyHostPatch, () => this.acked().emitWithAck("sync", {}));
    this.socket.on("connect", () => void this.enter());
    this.socket.on("connect_error", (error) => this.refused(error.message));
    this.socket.on("disconnect", (reason) => this.lost(reason));
    this.socket.on("view", (snapshot) => this.store.whole(snapshot));
    this.socket.on("patch", (patch) => this.store.patch(patch));
    this.socket.on("clock", (serverNow, rttMs, reply) => {
      reply();
      this.store.clock.heard(serverNow, rttMs);
    });
    this.socket.on("dismissed", (code) => {
      if (code !== "unauthorised") return this.store.to("gone");
      this.forgetPass?.();
      this.store.to("unauthorised");
    });
  }

  start() {
    this.store.to("connecting");
    this.unwatch = watchPage({ back: () => this.back(), lost: () => this.store.to("offline") });
    this.socket.connect();
  }

  stop() {
    this.unwatch();
    this.socket.disconnect();
    this.store.forget();
  }

  /** Resolves with the server's answer, however many tries that takes. Never rejects. */
  send(command: Unnumbered<HostCommand>): Promise<Ack> {
    const numbered = { ...command, commandId: newCommandId() } as HostCommand;
    return this.ask((socket) => socket.emitWithAck("command", numbered));
  }

  /** Opens a link for a second device; an earlier one is good no more. */
  handover(): Promise<Ack<HandoverLink>> {
    return this.ask((socket) => socket.emitWithAck("handover", {}));
  }

  /** Ends what second devices may do here. */
  endHandover(): Promise<Ack> {
    return this.ask((socket) => socket.emitWithAck("end-handover", {}));
  }

  private ask<T>(transmit: (socket: ReturnType<HostLink["acked"]>) => Promise<Ack<T>>): Promise<Ack<T>> {
    return deliver({
      ready: () => this.store.ready(),
      transmit: () => transmit(this.acked()),
      suspect: () => dropLink(this.socket),
    });
  }

  private acked() {
    return this.socket.timeout(LIMITS.ackTimeoutMs);
  }

  private async enter() {
    this.store.linked();
    if (await this.store.resync()) this.store.to("connected");
    else dropLink(this.socket);
  }

  private refused(code: string) {
    if (code === "unauthorised" && this.forgetPass) {
      // The pass is over. Perhaps the teacher has signed in here meanwhile.
      this.forgetPass();
      this.forgetPass = null;
      this.socket.auth = { sessionId: this.sessionId };
      this.socket.connect();
    } else if (code === "unauthorised") this.store.to("unauthorised");
    else if (code === "no-such-room") this.store.to("gone");
    else {
      if (!deviceOnline()) this.store.to("offline");
      // Refused by the server itself, which the socket takes for final.
      if (!this.socket.active) setTimeout(() => this.socket.connect(), 1_000);
    }
  }

  private lost(reason: string) {
    if (this.store.ended || reason === "io client disconnect") return;
    this.store.to(deviceOnline() ? "reconnecting" : "offline");
    // A server that stops says goodbye, and then the socket does not come back by itself.
    if (reason === "io server disconnect") setTimeout(() => this.socket.connect(), 500);
  }

  private back() {
    if (this.store.ended) return;
    if (!this.socket.connected) {
      if (deviceOnline()) this.store.to("reconnecting");
      this.socket.connect();
    } else void this.enter();
  }
}
