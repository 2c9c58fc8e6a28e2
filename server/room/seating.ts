import type { JoinRequest } from "@/contract/commands";
import type { Ack, RejectionCode } from "@/contract/errors";
import type { PlayerId, SessionId } from "@/contract/ids";
import type { PlayerView, Snapshot } from "@/contract/views";
import type { SeatGrant } from "@/contract/wire";
import type { GameCommand } from "../domain/game/command";
import { type Decision, decide } from "../domain/game/decide";
import { drawName } from "../domain/game/drawn-names";
import { type SessionState, seated } from "../domain/game/state";
import { AnsweredCommands, lastingAck } from "./answered-commands";
import { hashSecret } from "./chance";
import type { Ledger, Plan } from "./ledger";
import type { Chance, ClassSeats, Clock, RoomLogger, SeatHashes } from "./ports";
import type { SeatIndex } from "./seat-index";

/** A request for a seat, as the transport has parsed it. */
export type JoinCall = Pick<JoinRequest, "commandId" | "factor"> & { name: string; studentId: string | null };
/** Called at the very moment from which the new connection gets every patch. */
export type Sit = (grant: SeatGrant) => void;

type Joined = { playerId: PlayerId; name: string; token: string };

/** How long a join may be repeated after a restart of the server, ms. */
const JOIN_RETRY_MS = 3 * 60 * 1000;
/** A drawn name that somebody has already is drawn again, so often. */
const DRAWS = 40;

export type SeatingDeps = {
  sessionId: SessionId;
  classId: string | null;
  ledger: Ledger;
  chance: Chance;
  clock: Clock;
  seats: SeatIndex;
  classSeats: ClassSeats;
  logger: RoomLogger;
  /** Whether the word on the projector, where the game asks for one, is known. */
  knows: (factor: string | undefined) => boolean;
  /** The player's phone is there: its whole view, at the number that the next patch builds on. */
  came: (playerId: PlayerId) => Snapshot<PlayerView>;
};

/** How seats are given, opened again, and proven: everything about their tokens. */
export class Seating {
  private readonly joins = new AnsweredCommands<Ack<Joined>>(lastingAck);
  private readonly restoredJoins = new Map<string, { playerId: PlayerId; at: number }>();

  constructor(private readonly deps: SeatingDeps) {}

  /** A join that the log shows to have been carried out before a restart: its retry finds the seat. */
  restore(cause: string, playerId: PlayerId, at: number) {
    this.restoredJoins.set(cause, { playerId, at });
  }

  /** Gives a seat and calls `sit`, or resolves with the reason against it. A retry finds the first try's seat. */
  async join(call: JoinCall, sit: Sit): Promise<RejectionCode | null> {
    const { clock, knows, ledger } = this.deps;
    const now = clock.now();
    const cause = `join/${hashSecret(call.commandId)}`;
    const restored = this.restoredJoins.get(cause);
    if (restored && now - restored.at < JOIN_RETRY_MS) return this.reseat(restored.playerId, null, sit);
    const held = seatOf(ledger.state, call.studentId);
    if (held && knows(call.factor)) return this.reseat(held, null, sit);
    const joined = await new Promise<Ack<Joined>>((resolve) =>
      this.joins.once(cause, now, resolve, (done) => this.seatFor(call, cause, done)),
    );
    return joined.ok ? this.seat(joined, sit) : joined.code;
  }

  /** Opens a seat again for the token whose hash is given, under a new token; the one used stays good until then. */
  reseat(playerId: PlayerId, usedHash: string | null, sit: Sit): Promise<RejectionCode | null> {
    const { ledger, seats, sessionId } = this.deps;
    const { token, hashes } = this.newToken(playerId, usedHash);
    return new Promise((resolve) => {
      const plan = (state: SessionState): Plan => {
        const player = state.players.get(playerId);
        if (!player) return { ok: false, code: "seat-unknown" };
        if (player.removed) return { ok: false, code: "seat-removed" };
        return { ok: true, events: [], seats: [hashes] };
      };
      ledger.write(null, plan, (refused) => {
        if (refused) return resolve(refused);
        seats.put(sessionId, hashes);
        const name = ledger.state.players.get(playerId)?.name ?? "";
        resolve(this.seat({ playerId, name, token }, sit));
      });
    });
  }

  /** A seat that no phone holds: its token is drawn and thrown away. */
  async seatStudent(cause: string, studentId: string, done: (ack: Ack) => void) {
    const { chance, classId, classSeats, ledger, logger, sessionId } = this.deps;
    const roster = await (classId === null ? Promise.resolve(null) : classSeats.roster(classId)).catch(
      (error: unknown) => {
        logger.warn({ session: sessionId, error: String(error) }, "the class list was not read");
        return "failed" as const;
      },
    );
    if (roster === "failed") return done({ ok: false, code: "try-again" });
    const student = roster?.students.find(({ id }) => id === studentId);
    if (!student) return done({ ok: false, code: "no-such-student" });
    const playerId = chance.playerId();
    const { hashes } = this.newToken(playerId, null);
    const plan = (state: SessionState, now: number): Plan => {
      const command = { type: "seat", playerId, name: student.name, studentId } as const;
      const decision = decide(state, command, now, chance.random);
      return decision.ok ? { ...decision, seats: [hashes] } : decision;
    };
    ledger.write(cause, plan, (refused) => done(refused ? { ok: false, code: refused } : { ok: true }));
  }

  private seatFor(call: JoinCall, cause: string, done: (answer: Ack<Joined>) => void) {
    const { chance, knows, ledger, seats, sessionId } = this.deps;
    if (!knows(call.factor)) return done({ ok: false, code: "wrong-factor" });
    const playerId = chance.playerId();
    const { token, hashes } = this.newToken(playerId, null);
    const plan = (state: SessionState, now: number): Plan => {
      const decision = this.decideJoin(state, { ...call, playerId }, now);
      return decision.ok ? { ...decision, seats: [hashes] } : decision;
    };
    ledger.write(cause, plan, (refused) => {
      if (refused) return done({ ok: false, code: refused });
      seats.put(sessionId, hashes);
      done({ ok: true, playerId, name: ledger.state.players.get(playerId)?.name ?? call.name, token });
    });
  }

  private decideJoin(
    state: SessionState,
    {
      playerId,
      name,
      studentId,
    }: Pick<Extract<GameCommand, { type: "join" }>, "playerId" | "name" | "studentId">,
    now: number,
  ): Decision {
    const { random } = this.deps.chance;
    const as = (given: string) =>
      decide(state, { type: "join", playerId, name: given, studentId }, now, random);
    if (state.settings.names === "typed" || studentId !== null) return as(name);
    return withDrawnName(random, as);
  }

  private seat({ playerId, name, token }: Joined, sit: Sit): Promise<RejectionCode | null> {
    return new Promise((resolve) =>
      this.deps.ledger.read((state) => {
        if (state.players.get(playerId)?.removed !== null) return resolve("seat-removed");
        sit({ playerId, name, token, snapshot: this.deps.came(playerId) });
        resolve(null);
      }),
    );
  }

  private newToken(playerId: PlayerId, previousHash: string | null): { token: string; hashes: SeatHashes } {
    const token = this.deps.chance.token();
    return { token, hashes: { playerId, tokenHash: hashSecret(token), previousHash } };
  }
}

/** Decides with one drawn name after another until it is nobody's. */
export function withDrawnName(random: Chance["random"], decideAs: (name: string) => Decision): Decision {
  let decision = decideAs(drawName(random));
  for (let draw = 1; draw < DRAWS && !decision.ok && decision.code === "name-taken"; draw++)
    decision = decideAs(drawName(random));
  return decision;
}

/** The seat that a student has in this game. */
function seatOf(state: SessionState, studentId: string | null): PlayerId | null {
  if (studentId === null) return null;
  for (const player of seated(state)) if (player.studentId === studentId) return player.id;
  return null;
}
