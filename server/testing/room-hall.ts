import { applyHostPatch, applyOwnCommand, applyPlayerPatch, type Held } from "@/client/apply";
import type { HostCommand, PlayerCommand } from "@/contract/commands";
import type { Ack, RejectionCode } from "@/contract/errors";
import type { CommandId, OptionId, PlayerId, RoundId, SessionId } from "@/contract/ids";
import { DEFAULT_SETTINGS, type GameSettings } from "@/contract/settings";
import type { HostView, PlayerView, Snapshot } from "@/contract/views";
import type { SeatGrant } from "@/contract/wire";
import { createRandom } from "../domain/random";
import type { Chance, RoomLogger, Screens } from "../room/ports";
import { Registry } from "../room/registry";
import type { Room } from "../room/room";
import { FakeClock, settle } from "./fake-clock";
import { checkFrame } from "./history";
import { listedQuestions, noClass } from "./live-server";
import { MemoryEventLog } from "./memory-event-log";

/** Ids in order and chance from a seed: the same game twice. */
export function seededChance(seed: number): Chance {
  const random = createRandom(seed);
  let n = 0;
  const id = <T extends string>(kind: string) => `${kind}-${++n}` as T;
  return {
    sessionId: () => id<SessionId>("session"),
    playerId: () => id<PlayerId>("player"),
    roundId: () => id<RoundId>("round"),
    optionId: () => id<OptionId>("option"),
    token: () => `token-${++n}-${Math.floor(random() * 1e15)}`,
    pin: () => String(Math.floor(random() * 1e6)).padStart(6, "0"),
    random,
  };
}

const silent: RoomLogger = { info: () => {}, warn: () => {}, error: () => {} };

/** A phone without a network: what it was granted and what it shows, kept by the product's own rules. */
export class HallPhone {
  seat: Pick<SeatGrant, "playerId" | "token"> | null = null;
  held: Held<PlayerView> | null = null;
  connected = false;
  dismissed: string | null = null;
  /** Every text that reached it. */
  readonly frames: string[] = [];
}

/** Rooms with a clock that stands, a log with faults on demand, and phones that are plain objects. */
export class Hall {
  readonly clock = new FakeClock();
  readonly log = new MemoryEventLog();
  readonly phones: HallPhone[] = [];
  host: Held<HostView> | null = null;
  readonly chance: Chance;
  registry: Registry;
  sessionId = "" as SessionId;
  pin = "";
  private commands = 0;
  private generation = 0;

  constructor(
    seed = 1,
    private readonly questions = 5,
  ) {
    this.chance = seededChance(seed);
    this.registry = this.newRegistry();
  }

  get room(): Room {
    const room = this.registry.byId(this.sessionId);
    if (!room) throw new Error("The hall's room is gone.");
    return room;
  }

  async open(settings: Partial<GameSettings> = {}): Promise<this> {
    const created = await this.registry.create({
      teacherId: "ada",
      deckId: "deck",
      classId: null,
      title: "Sums",
      settings: { ...DEFAULT_SETTINGS, timer: { kind: "fixed", ms: 20_000 }, ...settings },
    });
    Object.assign(this, created);
    await this.hostComes();
    return this;
  }

  commandId(): CommandId {
    return `command-${String(++this.commands).padStart(20, "0")}` as CommandId;
  }

  async hostComes(): Promise<void> {
    if (this.host) return;
    this.room.hostCame((snapshot) => {
      this.host = snapshot;
    });
    await settle();
  }

  async tell(command: HostCommandWithoutId, commandId = this.commandId()): Promise<Ack> {
    const answer = new Promise<Ack>((resolve) =>
      this.room.host({ ...command, commandId } as HostCommand, resolve),
    );
    await settle();
    return answer;
  }

  /** Asks for the next question from where the room stands. */
  next(): Promise<Ack> {
    const { phase, rounds } = this.room.state;
    return this.tell({ type: "next", from: { phase: phase.name, roundId: rounds.at(-1)?.id ?? null } });
  }

  /** Opens the next question and waits until its options are there. */
  async ask(): Promise<void> {
    const answer = await this.next();
    if (!answer.ok) throw new Error(`The next question did not open: ${answer.code}`);
    await this.clock.advance(3_000);
  }

  async join(
    name: string,
    commandId = this.commandId(),
  ): Promise<{ phone: HallPhone; refused: RejectionCode | null }> {
    const phone = new HallPhone();
    const refused = await this.room.join(
      { commandId, name, factor: undefined, studentId: null },
      this.sit(phone),
    );
    await settle();
    if (!refused) this.phones.push(phone);
    return { phone, refused };
  }

  async joined(...names: string[]): Promise<HallPhone[]> {
    const phones: HallPhone[] = [];
    for (const name of names) {
      const { phone, refused } = await this.join(name);
      if (refused) throw new Error(`${name} was refused: ${refused}`);
      phones.push(phone);
    }
    return phones;
  }

  /** The phone's connection is lost: what it shows stays. */
  async loses(phone: HallPhone): Promise<void> {
    if (!phone.connected || !phone.seat) return;
    phone.connected = false;
    this.room.phoneWent(phone.seat.playerId);
    await settle();
  }

  /** The phone comes back with its token. */
  async returns(phone: HallPhone): Promise<RejectionCode | null> {
    if (!phone.seat) return "seat-unknown";
    const refused = await this.registry.resume(phone.seat.token, () => this.sit(phone));
    await settle();
    return refused;
  }

  /** Taps: the option's index in the open question, counted round. */
  async tap(phone: HallPhone, option: number, commandId = this.commandId()): Promise<Ack> {
    const phase = phone.held?.view.phase;
    if (phase?.name !== "question") return { ok: false, code: "wrong-phase" };
    const { id: roundId, options } = phase.round;
    const optionId = options[option % options.length]?.id ?? ("none" as OptionId);
    return this.send(phone, { type: "answer", commandId, roundId, optionId });
  }

  /** Says how well this player knew the question that was asked last. */
  async rate(phone: HallPhone, rating: number): Promise<Ack> {
    const roundId = this.room.state.rounds.at(-1)?.id ?? ("none" as RoundId);
    return this.send(phone, { type: "rate", commandId: this.commandId(), roundId, rating });
  }

  async send(phone: HallPhone, command: PlayerCommand): Promise<Ack> {
    if (!phone.seat || !phone.connected) return { ok: false, code: "seat-unknown" };
    const { playerId } = phone.seat;
    const shown = new Promise<Ack>((resolve) =>
      this.room.player(playerId, command, 0, (answer) => {
        // The phone takes over its own accepted command as soon as the acknowledgement is there.
        if (answer.ok && phone.held) phone.held.view = applyOwnCommand(phone.held.view, command);
        resolve(answer);
      }),
    );
    await settle();
    return shown;
  }

  /** The process is gone at once and a new one reads the log. Everybody's connection is lost. */
  async crash(awayMs = 1_000): Promise<void> {
    this.generation += 1;
    this.registry.stop();
    for (const phone of this.phones) phone.connected = false;
    this.host = null;
    await this.clock.advance(awayMs);
    this.registry = this.newRegistry();
    await this.registry.recover();
    await this.hostComes();
  }

  private newRegistry(): Registry {
    return new Registry({
      log: this.log,
      questions: listedQuestions(this.questions),
      classSeats: noClass,
      clock: this.clock,
      chance: this.chance,
      logger: silent,
      joinUrl: "http://localhost",
      screensOf: () => this.screens(this.generation),
    });
  }

  private sit(phone: HallPhone) {
    return (grant: SeatGrant) => {
      for (const other of this.phones)
        if (other !== phone && other.seat?.playerId === grant.playerId) other.connected = false;
      phone.seat = { playerId: grant.playerId, token: grant.token };
      phone.connected = true;
      this.whole(phone, grant.snapshot);
    };
  }

  private whole(phone: HallPhone, snapshot: Snapshot<PlayerView>) {
    this.receives(phone, snapshot);
    phone.held = snapshot;
  }

  /** Everything goes through JSON, as on the wire, and is looked at for what a phone must not know. */
  private receives(phone: HallPhone, frame: object) {
    const text = JSON.stringify(frame);
    phone.frames.push(text);
    checkFrame(text, this.room.state, this.tokens(phone));
  }

  private tokens(except: HallPhone): string[] {
    return this.phones.flatMap((phone) => (phone !== except && phone.seat ? [phone.seat.token] : []));
  }

  /** The screens of one run of the server: what a dead process still does reaches nobody. */
  private screens(generation: number): Screens {
    const alive =
      <T extends unknown[]>(show: (...what: T) => void) =>
      (...what: T) =>
        generation === this.generation && show(...what);
    const at = (playerId: PlayerId) =>
      this.phones.filter((phone) => phone.connected && phone.seat?.playerId === playerId);
    const patched = (phone: HallPhone, patch: Parameters<Screens["everyPlayer"]>[0]) => {
      this.receives(phone, patch);
      if (!phone.held) throw new Error("A patch came before the whole view.");
      const applied = applyPlayerPatch(phone.held, JSON.parse(JSON.stringify(patch)));
      if (applied.kind !== "next")
        throw new Error(`4: patch ${patch.seq} on view ${phone.held.seq}: ${applied.kind}`);
      phone.held = applied.held;
    };
    return {
      everyPlayer: alive((patch, except) => {
        for (const phone of this.phones)
          if (phone.connected && phone.seat && !except.includes(phone.seat.playerId)) patched(phone, patch);
      }),
      player: alive((playerId, patch) => {
        for (const phone of at(playerId)) patched(phone, patch);
      }),
      playerView: alive((playerId, snapshot) => {
        for (const phone of at(playerId)) this.whole(phone, snapshot);
      }),
      host: alive((patch) => {
        if (!this.host) return;
        const tokens = this.phones.flatMap(({ seat }) => seat?.token ?? []);
        checkFrame(JSON.stringify(patch), this.room.state, tokens);
        const applied = applyHostPatch(this.host, JSON.parse(JSON.stringify(patch)));
        if (applied.kind !== "next")
          throw new Error(`4: host patch ${patch.seq} on ${this.host.seq}: ${applied.kind}`);
        this.host = applied.held;
      }),
      hostView: alive((snapshot) => {
        this.host = snapshot;
      }),
      dismiss: alive((playerId, code) => {
        for (const phone of at(playerId)) Object.assign(phone, { connected: false, dismissed: code });
      }),
      close: () => {},
      moved: () => {},
    };
  }
}

type Bare<C> = C extends { commandId: CommandId } ? Omit<C, "commandId"> : never;
export type HostCommandWithoutId = Bare<HostCommand>;
