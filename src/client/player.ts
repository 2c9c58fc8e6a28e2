import type { Socket } from "socket.io-client";
import type { JoinRequest, JoinWish, LookRequest, PlayerCommand, ResumeRequest } from "@/contract/commands";
import type { Ack, RejectionCode } from "@/contract/errors";
import type { CommandId } from "@/contract/ids";
import { LIMITS } from "@/contract/limits";
import type { PlayerView } from "@/contract/views";
import {
  type Door,
  NAMESPACES,
  type Patch,
  type PlayerToServer,
  type SeatGrant,
  type ServerToPlayer,
} from "@/contract/wire";
import { applyOwnCommand, applyPlayerPatch } from "./apply";
import { ClassSeatKeeper } from "./class-seat-keeper";
import { newCommandId } from "./command-id";
import { deliver } from "./deliver";
import type { Unnumbered } from "./host";
import { LiveStore } from "./live-store";
import { type KeptSeat, SeatKeeper, type Shelf } from "./seat-keeper";
import { aim, deviceOnline, dropLink, type Elsewhere, openSocket, watchPage } from "./socket";

/** A link for a phone's seat, not started yet. */
export function connectPlayer(shelf: Shelf, pin?: string, elsewhere?: Elsewhere): PlayerLink {
  const socket = openSocket(NAMESPACES.player, (give) => give(link.handshake()), elsewhere);
  const link = new PlayerLink(socket, new SeatKeeper(shelf), new ClassSeatKeeper(shelf), pin);
  return link;
}

/** How long a refused resume waits when the server is only busy, ms. */
const RESUME_PAUSE_MS = 700;

/** A phone's link to its seat: joins, finds the seat again after anything, and sends what the player taps. */
export class PlayerLink {
  readonly store: LiveStore<PlayerView, Patch<PlayerView>>;
  private entering = false;
  private unwatch = () => {};
  /** The present connection's handshake has asked for the seat. */
  private offered = false;
  /**
   * The game whose seat this page plays. Null for a page without one: it takes no other seat that this browser has kept,
   * neither an old game's while somebody joins a new one, nor that which another tab plays.
   */
  private playing: string | null = null;

  /** `pin`: the game that the page is about; without it, the seat that this browser used last. */
  constructor(
    private readonly socket: Socket<ServerToPlayer, PlayerToServer>,
    private readonly seats: SeatKeeper,
    private readonly classSeats: ClassSeatKeeper,
    private pin?: string,
  ) {
    this.store = new LiveStore(applyPlayerPatch, () => this.acked().emitWithAck("sync", {}));
    this.socket.on("connect", () => void this.enter());
    this.socket.on("connect_error", () => this.socket.active || this.again(1_000));
    this.socket.on("disconnect", (reason) => this.lost(reason));
    this.socket.on("view", (snapshot) => this.store.whole(snapshot));
    this.socket.on("patch", (patch) => this.store.patch(patch));
    this.socket.on("clock", (serverNow, rttMs, reply) => {
      reply();
      this.store.clock.heard(serverNow, rttMs);
    });
    this.socket.on("dismissed", (code) => this.dismissed(code));
  }

  /** Finds the kept seat again, if there is one; without one stays idle until `join`. */
  start() {
    this.unwatch = watchPage({
      back: () => this.back(),
      lost: () => this.store.ended || (this.seat() && this.store.to("offline")),
    });
    this.playing = this.seats.find(this.pin)?.pin ?? null;
    if (this.seat()) this.connect();
  }

  stop() {
    this.unwatch();
    this.socket.disconnect();
    this.store.forget();
  }

  /** What a new connection says of itself: the seat that it comes back to, unless another one is being asked for. */
  handshake(): Partial<ResumeRequest> {
    const seat = this.entering ? null : this.seat();
    this.offered = seat !== null;
    return seat ? { token: seat.token, pin: seat.pin } : {};
  }

  /** Asks how one sits down in a game, before a seat is asked for. */
  async look(request: Pick<LookRequest, "pin" | "factor">): Promise<Ack<Door>> {
    const whole = { ...request, classSeats: this.classSeats.all() };
    aim(this.socket, request.pin);
    return deliver<Door>({
      ready: () => this.linked(),
      transmit: () => this.acked().emitWithAck("look", whole),
      suspect: () => dropLink(this.socket),
    });
  }

  /** Takes the seat that this phone has kept of the class's last game, for the student that `look` has told. */
  async joinAgain(request: Pick<LookRequest, "pin" | "factor">): Promise<Ack<{ name: string }>> {
    let answer: Ack<{ name: string }> = { ok: false, code: "class-seat-unknown" };
    for (const classSeat of this.classSeats.all()) {
      answer = await this.join({ ...request, student: { classSeat } });
      if (answer.ok) this.classSeats.keep(classSeat);
      if (answer.ok || answer.code !== "class-seat-unknown") return answer;
    }
    return answer;
  }

  /**
   * Asks for a seat; whoever joins a game again under the name of a seat that this phone still has in it gets that one.
   * Resolves with the name as the server has cleaned it, or with the reason against it.
   */
  async join(request: JoinWish): Promise<Ack<{ name: string }>> {
    const numbered: JoinRequest = { ...request, commandId: newCommandId() as CommandId };
    this.entering = true;
    this.store.to("connecting");
    aim(this.socket, request.pin);
    const kept = this.seats.find(request.pin);
    let answer: Ack<SeatGrant> = { ok: false, code: "seat-unknown" };
    if (kept && "name" in request && request.name === kept.name)
      answer = await this.askSeat((socket) =>
        socket.emitWithAck("resume", { token: kept.token, pin: kept.pin }),
      );
    if (!answer.ok) answer = await this.askSeat((socket) => socket.emitWithAck("join", numbered));
    this.entering = false;
    if (!answer.ok) {
      this.store.to("idle");
      return answer;
    }
    this.pin = request.pin;
    if (answer.classSeat) this.classSeats.keep(answer.classSeat);
    this.granted(request.pin, answer);
    return { ok: true, name: answer.name };
  }

  private askSeat(
    transmit: (socket: ReturnType<PlayerLink["acked"]>) => Promise<Ack<SeatGrant>>,
  ): Promise<Ack<SeatGrant>> {
    return deliver<SeatGrant>({
      ready: () => this.linked(),
      transmit: () => transmit(this.acked()),
      suspect: () => dropLink(this.socket),
    });
  }

  /** Opens the seat here after it was opened elsewhere, unless it was given up there. */
  takeSeat() {
    if (this.seat()) this.connect();
    else this.release("idle");
  }

  /** Gives the seat up: for a shared phone, or to join anew under another name. */
  async leave(): Promise<void> {
    await this.send({ type: "leave" });
    this.release("idle");
  }

  /** Resolves with the server's answer, however many tries that takes. Never rejects. */
  async send(command: Unnumbered<PlayerCommand>): Promise<Ack> {
    const numbered = { ...command, commandId: newCommandId() } as PlayerCommand;
    const answer = await deliver({
      ready: () => this.store.ready(),
      transmit: () => this.acked().emitWithAck("command", numbered),
      suspect: () => dropLink(this.socket),
    });
    if (answer.ok) this.store.change((view) => applyOwnCommand(view, numbered));
    return answer;
  }

  private seat(): KeptSeat | null {
    return this.playing === null ? null : this.seats.find(this.playing);
  }

  private acked() {
    return this.socket.timeout(LIMITS.ackTimeoutMs);
  }

  private connect() {
    if (this.playing !== null) aim(this.socket, this.playing);
    this.store.to("connecting");
    if (this.socket.connected) void this.enter();
    else this.socket.connect();
  }

  /** Resolves when the socket is up, seat or no seat. */
  private async linked(): Promise<RejectionCode | null> {
    if (!this.socket.connected)
      await new Promise<void>((resolve) => {
        this.socket.once("connect", () => resolve());
        // A server that said goodbye is not tried again by the socket itself.
        this.socket.connect();
      });
    return null;
  }

  private async enter() {
    this.store.linked();
    if (this.entering || this.playing === null) return;
    const seat = this.seat();
    // Another tab has given it up.
    if (!seat) return this.over();
    this.entering = true;
    try {
      const answer = await this.resume(seat);
      this.entering = false;
      if (answer.ok) this.granted(seat.pin, answer);
      else if (answer.code === "try-again" || answer.code === "too-fast")
        setTimeout(() => this.socket.connected && void this.enter(), RESUME_PAUSE_MS);
      else if (answer.code === "seat-removed") this.release("removed");
      else this.over();
    } catch {
      this.entering = false;
      dropLink(this.socket);
    }
  }

  /** Asks for the seat again, or hears what came of it if the handshake has asked. Rejects when no answer came in time. */
  private resume({ token, pin }: KeptSeat): Promise<Ack<SeatGrant>> {
    const { offered } = this;
    this.offered = false;
    if (!offered) return this.acked().emitWithAck("resume", { token, pin });
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => {
        clearTimeout(late);
        this.socket.off("seated", heard);
        this.socket.off("disconnect", lost);
        act();
      };
      const heard = (answer: Ack<SeatGrant>) => settle(() => resolve(answer));
      const lost = () => settle(() => reject(new Error("the connection is lost")));
      const late = setTimeout(lost, LIMITS.ackTimeoutMs);
      this.socket.on("seated", heard);
      this.socket.on("disconnect", lost);
    });
  }

  /**
   * There is no such seat any more: told to a player who was in the game here, and to nobody who has just opened the
   * page.
   */
  private over() {
    this.release(this.store.read().view ? "gone" : "idle");
  }

  private granted(pin: string, grant: SeatGrant) {
    this.playing = pin;
    this.seats.keep({ pin, name: grant.name, token: grant.token });
    this.store.whole(grant.snapshot, "connected");
  }

  private release(to: "idle" | "removed" | "gone") {
    const seat = this.seat();
    if (seat) this.seats.forget(seat.pin);
    this.playing = null;
    this.store.to(to);
    this.socket.disconnect();
  }

  private dismissed(code: "seat-displaced" | "seat-removed" | "game-over") {
    if (code === "seat-displaced") this.store.to("displaced");
    else this.release(code === "seat-removed" ? "removed" : "gone");
  }

  private lost(reason: string) {
    if (this.store.ended || reason === "io client disconnect" || !this.seat()) return;
    this.store.to(deviceOnline() ? "reconnecting" : "offline");
    // A server that stops says goodbye, and then the socket does not come back by itself.
    if (reason === "io server disconnect") this.again(500);
  }

  private again(ms: number) {
    setTimeout(() => this.store.ended || this.playing === null || this.socket.connect(), ms);
  }

  private back() {
    if (this.store.ended || !this.seat()) return;
    if (!this.socket.connected) {
      if (deviceOnline()) this.store.to("reconnecting");
      this.socket.connect();
    } else
      void this.store.resync().then((alive) => (alive ? this.store.to("connected") : dropLink(this.socket)));
  }
}
