import type { HostCommand, PlayerCommand, Standpoint } from "@/contract/commands";
import type { Ack } from "@/contract/errors";
import type { PlayerId } from "@/contract/ids";
import type { GameCommand } from "../domain/game/command";
import { decide } from "../domain/game/decide";
import type { SessionState } from "../domain/game/state";
import { AnsweredCommands, lastingAck } from "./answered-commands";
import type { Ledger, Plan } from "./ledger";
import type { Chance, Clock } from "./ports";
import type { Presence } from "./presence";
import { type Seating, withDrawnName } from "./seating";
import type { UpNext } from "./up-next";

export type CommandsDeps = {
  ledger: Ledger;
  chance: Chance;
  clock: Clock;
  presence: Presence;
  seating: Seating;
  upNext: UpNext;
};

const OK: Ack = { ok: true };

/** What players and the host of a room may ask for: each command is carried out once, whatever way it is repeated. */
export class Commands {
  private readonly answered = new AnsweredCommands<Ack>(lastingAck);

  constructor(private readonly deps: CommandsDeps) {}

  /** A command that the log shows to have been carried out. */
  restore(cause: string, at: number) {
    this.answered.restore(cause, at, OK);
  }

  /** What a seated phone asks for. `lagMs`: the network delay that the server has measured for it. */
  player(playerId: PlayerId, command: PlayerCommand, lagMs: number, answer: (ack: Ack) => void) {
    const cause = `${playerId}/${command.commandId}`;
    this.answered.once(cause, this.deps.clock.now(), answer, (done) => {
      if (command.type === "answer") return this.tell(cause, { ...command, playerId, lagMs }, done);
      if (command.type === "redraw") return this.redraw(cause, playerId, done);
      return this.tell(cause, { ...command, playerId }, done);
    });
  }

  /** What the host asks for; the caller has checked that it is this session's teacher. */
  host(command: HostCommand, answer: (ack: Ack) => void) {
    const cause = `host/${command.commandId}`;
    this.answered.once(cause, this.deps.clock.now(), answer, (done) => {
      switch (command.type) {
        case "next":
          return void this.next(cause, command.from, done);
        case "close-round":
          return this.tell(cause, { ...command, reason: "host" }, done);
        case "seat-student":
          return void this.deps.seating.seatStudent(cause, command.studentId, done);
        case "answer-for":
          return this.deps.presence.connected.has(command.playerId)
            ? done({ ok: false, code: "has-phone" })
            : this.tell(cause, { ...command, type: "answer", lagMs: 0 }, done);
        default:
          return this.tell(cause, command, done);
      }
    });
  }

  /**
   * Decides a command of the game in turn. `cause`: who asked and the command's id; null for what the room does by
   * itself.
   */
  tell(cause: string | null, command: GameCommand, done: (ack: Ack) => void = () => {}) {
    this.deps.ledger.write(
      cause,
      (state, now) => decide(state, command, now, this.deps.chance.random),
      (refused) => done(refused ? { ok: false, code: refused } : OK),
    );
  }

  private redraw(cause: string, playerId: PlayerId, done: (ack: Ack) => void) {
    const { random } = this.deps.chance;
    const plan = (state: SessionState, now: number): Plan =>
      withDrawnName(random, (name) => decide(state, { type: "redraw", playerId, name }, now, random));
    this.deps.ledger.write(cause, plan, (refused) => done(refused ? { ok: false, code: refused } : OK));
  }

  private async next(cause: string, from: Standpoint, done: (ack: Ack) => void) {
    const chosen = await this.deps.upNext
      .take(this.deps.ledger.state, this.deps.clock.now())
      .catch(() => "failed" as const);
    if (chosen === "failed") return done({ ok: false, code: "try-again" });
    const roundId = this.deps.chance.roundId();
    const plan = (state: SessionState, now: number): Plan => {
      if (state.phase.name === "podium") return { ok: false, code: "game-over" };
      if (!standsAt(state, from)) return { ok: false, code: "wrong-phase" };
      if (!chosen) return { ok: false, code: "no-more-questions" };
      return decide(state, { type: "open-round", roundId, ...chosen }, now, this.deps.chance.random);
    };
    this.deps.ledger.write(cause, plan, (refused) => done(refused ? { ok: false, code: refused } : OK));
  }
}

/** Whether the game still stands where the screen that asks to move on saw it. */
function standsAt({ phase, rounds }: SessionState, from: Standpoint): boolean {
  return phase.name === from.phase && (rounds.at(-1)?.id ?? null) === from.roundId;
}
