import type { Namespace, Socket } from "socket.io";
import type { PlayerId, SessionId } from "@/contract/ids";
import type { HostDevices, HostView, PlayerView, Snapshot } from "@/contract/views";
import type {
  HostPatch,
  HostToServer,
  Patch,
  PlayerToServer,
  ServerToHost,
  ServerToPlayer,
} from "@/contract/wire";
import type { Screens } from "../room/ports";

export type PlayerNamespace = Namespace<PlayerToServer, ServerToPlayer>;
export type HostNamespace = Namespace<HostToServer, ServerToHost>;
export type PlayerSocket = Socket<PlayerToServer, ServerToPlayer>;
export type HostSocket = Socket<HostToServer, ServerToHost>;

/** The connections of one room, by seat. A seat has at most one. */
export class SessionScreens implements Screens {
  private readonly phones = new Map<PlayerId, PlayerSocket>();
  /** The host's screens, and whether each is a second device. */
  private readonly hosting = new Map<HostSocket, { remote: boolean }>();

  constructor(
    private readonly sessionId: SessionId,
    private readonly players: PlayerNamespace,
    private readonly hostNamespace: HostNamespace,
    private readonly closed: () => void,
  ) {}

  /** Puts a connection into a seat; the one that had it before is told and closed. */
  seat(playerId: PlayerId, socket: PlayerSocket) {
    const old = this.phones.get(playerId);
    this.phones.set(playerId, socket);
    void socket.join(this.sessionId);
    if (!old || old === socket) return;
    old.emit("dismissed", "seat-displaced");
    old.disconnect(true);
  }

  /** True when this connection still had the seat: nobody has displaced it. */
  unseat(playerId: PlayerId, socket: PlayerSocket): boolean {
    void socket.leave(this.sessionId);
    return this.phones.get(playerId) === socket && this.phones.delete(playerId);
  }

  has(playerId: PlayerId, socket: PlayerSocket): boolean {
    return this.phones.get(playerId) === socket;
  }

  addHost(socket: HostSocket, as: { remote: boolean }) {
    void socket.join(this.sessionId);
    this.hosting.set(socket, as);
  }

  removeHost(socket: HostSocket) {
    this.hosting.delete(socket);
  }

  /** How many screens host now, and how many of them are second devices. */
  get hosts(): Pick<HostDevices, "screens" | "remotes"> {
    const remotes = [...this.hosting.values()].filter(({ remote }) => remote).length;
    return { screens: this.hosting.size - remotes, remotes };
  }

  /** The second devices' passes are over: each is told and its connection closed. */
  endRemotes() {
    for (const [socket, { remote }] of this.hosting) {
      if (!remote) continue;
      socket.emit("dismissed", "unauthorised");
      socket.disconnect(true);
    }
  }

  everyPlayer(patch: Patch<PlayerView>, except: PlayerId[]) {
    const others = except.flatMap((id) => this.phones.get(id)?.id ?? []);
    this.players.to(this.sessionId).except(others).emit("patch", patch);
  }

  player(playerId: PlayerId, patch: Patch<PlayerView>) {
    this.phones.get(playerId)?.emit("patch", patch);
  }

  playerView(playerId: PlayerId, snapshot: Snapshot<PlayerView>) {
    this.phones.get(playerId)?.emit("view", snapshot);
  }

  host(patch: HostPatch) {
    this.hostNamespace.to(this.sessionId).emit("patch", patch);
  }

  hostView(snapshot: Snapshot<HostView>) {
    this.hostNamespace.to(this.sessionId).emit("view", snapshot);
  }

  dismiss(playerId: PlayerId, code: "seat-removed" | "game-over") {
    const socket = this.phones.get(playerId);
    this.phones.delete(playerId);
    socket?.emit("dismissed", code);
    socket?.disconnect(true);
  }

  moved() {
    const phones = [...this.phones.values()];
    this.phones.clear();
    for (const socket of phones) socket.disconnect(true);
    this.hostNamespace.in(this.sessionId).disconnectSockets(true);
    this.closed();
  }

  close() {
    for (const playerId of [...this.phones.keys()]) this.dismiss(playerId, "game-over");
    this.hostNamespace.to(this.sessionId).emit("dismissed", "game-over");
    this.hostNamespace.in(this.sessionId).disconnectSockets(true);
    this.closed();
  }
}
