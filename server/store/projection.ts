import type { GameEvent } from "@/contract/events";
import { LIMITS } from "@/contract/limits";
import type { Append } from "../room/ports";
import type { RowList } from "./append-statement";

/** Rows as the append statement reads them from JSON. Times are server epoch ms. */
export type EventRow = {
  sessionId: string;
  seq: number;
  type: string;
  at: number;
  payload: object;
  cause: string | null;
};
export type PlayerRow = {
  id: string;
  sessionId: string;
  studentId: string | null;
  name: string;
  tokenHash: string;
  previousTokenHash: string | null;
  joinedAt: number;
  removedAt: number | null;
};
export type RoundRow = {
  id: string;
  sessionId: string;
  number: number;
  questionId: string;
  cardId: string;
  kind: string;
  prompt: string;
  front: string;
  back: string;
  options: { id: string; text: string; correct: boolean; storedOptionId: string | null }[];
  multiplier: number;
  why: string | null;
  opensAt: number;
  durationMs: number | null;
  closedAt: number | null;
  closeReason: string | null;
  voided: boolean;
};
export type AnswerRow = {
  sessionId: string;
  roundId: string;
  playerId: string;
  optionId: string;
  takenMs: number;
  correct: boolean;
  points: number;
  base: number;
  speed: number;
  streak: number;
  confidence: number | null;
  acceptedAt: number;
  commandId: string;
};
/** Only the fields that change; the others keep their value. */
export type PlayerChange = { id: string } & Partial<Omit<PlayerRow, "id" | "sessionId">>;
export type RoundChange = {
  id: string;
  addMs: number;
  /** Options, by id, that become right or wrong. */
  keys?: Record<string, boolean>;
} & Partial<Omit<RoundRow, "id" | "sessionId" | "options">>;
export type SessionChange = { id: string; startedAt?: number; endedAt?: number; settings?: object };
export type AnswerChange = Pick<AnswerRow, "roundId" | "playerId" | "sessionId"> &
  Partial<Pick<AnswerRow, "confidence" | "correct" | "points" | "base" | "speed" | "streak">>;

/**
 * What a commit writes: the events, and the rows that pages and exports read. A change of a row that is new in the same
 * commit goes into the new row, because one statement cannot insert a row and update it too.
 */
export class Projection {
  readonly events: EventRow[] = [];
  private readonly fences = new Map<string, number>();
  private readonly players = new Map<string, PlayerRow>();
  private readonly playerChanges = new Map<string, PlayerChange>();
  private readonly rounds = new Map<string, RoundRow>();
  private readonly roundChanges = new Map<string, RoundChange>();
  private readonly answers = new Map<string, AnswerRow>();
  private readonly heldAnswers = new Map<string, AnswerRow>();
  private readonly answerChanges = new Map<string, AnswerChange>();
  private readonly sessionChanges = new Map<string, SessionChange>();

  add({ sessionId, events, seats, fence }: Append) {
    this.hold(sessionId, fence);
    const hashes = new Map(seats.map((seat) => [seat.playerId, seat]));
    for (const { seq, event, cause } of events) {
      const { type, at, ...payload } = event;
      this.events.push({ sessionId, seq, type, at, payload, cause });
      if (event.type === "player-joined") {
        const seat = hashes.get(event.playerId);
        if (!seat) throw new Error(`Player ${event.playerId} joins without a seat.`);
        this.players.set(event.playerId, {
          id: event.playerId,
          sessionId,
          studentId: event.studentId,
          name: event.name,
          tokenHash: seat.tokenHash,
          previousTokenHash: seat.previousHash,
          joinedAt: at,
          removedAt: null,
        });
        hashes.delete(event.playerId);
      } else this.follow(sessionId, event);
    }
    for (const { playerId, tokenHash, previousHash } of hashes.values())
      this.changePlayer(playerId, { tokenHash, previousTokenHash: previousHash });
  }

  /** The commit is to fail unless this is still the session's fence. */
  hold(sessionId: string, fence: number | undefined) {
    if (fence !== undefined) this.fences.set(sessionId, fence);
  }

  /** Rows of answers whose events are stored already: what follows changes them before they are written. */
  carry(rows: readonly AnswerRow[]) {
    for (const row of rows) this.heldAnswers.set(answerKey(row), { ...row });
  }

  /** Takes the rows of answers out, to be carried by a later commit. */
  holdAnswers(): AnswerRow[] {
    const rows = [...this.answers.values()];
    this.answers.clear();
    return rows;
  }

  /** The lists that have rows, as the append statement takes them. */
  lists(): [RowList, object[]][] {
    const lists: [RowList, object[]][] = [
      ["fences", [...this.fences].map(([sessionId, fence]) => ({ sessionId, fence }))],
      ["events", this.events],
      ["players", [...this.players.values()]],
      ["playerChanges", [...this.playerChanges.values()]],
      ["rounds", [...this.rounds.values()]],
      ["roundChanges", [...this.roundChanges.values()]],
      ["answers", [...this.answers.values()]],
      ["heldAnswers", [...this.heldAnswers.values()]],
      ["answerChanges", [...this.answerChanges.values()]],
      ["sessionChanges", [...this.sessionChanges.values()]],
    ];
    return lists.filter(([, rows]) => rows.length > 0);
  }

  private follow(sessionId: string, event: Exclude<GameEvent, { type: "player-joined" }>) {
    switch (event.type) {
      case "player-renamed":
        return this.changePlayer(event.playerId, { name: event.name });
      case "player-removed":
        return this.changePlayer(event.playerId, { removedAt: event.at });
      case "settings-changed":
        return this.changeSession(sessionId, { settings: event.settings });
      case "round-opened":
        this.changeSession(sessionId, { startedAt: event.at });
        return this.rounds.set(event.roundId, roundRow(sessionId, event));
      case "time-added":
        return this.changeRound(event.roundId, { addMs: event.ms });
      case "round-reopened": {
        const { durationMs, at } = event;
        return this.changeRound(event.roundId, {
          opensAt: at + LIMITS.readyLeadMs,
          ...(durationMs === null ? {} : { durationMs }),
        });
      }
      case "round-closed":
        return this.changeRound(event.roundId, { closedAt: event.at, closeReason: event.reason });
      case "round-voided":
        return this.changeRound(event.roundId, { voided: event.voided });
      case "answer-accepted": {
        const { roundId, playerId, optionId, takenMs, correct, points, award, commandId, at } = event;
        const { base, speed, streak } = award;
        return this.answers.set(answerKey(event), {
          ...{ sessionId, roundId, playerId, optionId, takenMs, correct, points, base, speed, streak },
          ...{ confidence: null, acceptedAt: at, commandId },
        });
      }
      case "confidence-rated": {
        const { roundId, playerId, rating: confidence } = event;
        return this.changeAnswer({ sessionId, roundId, playerId, confidence });
      }
      case "option-accepted": {
        const { roundId, optionId, accepted, rescored } = event;
        this.changeKey(roundId, optionId, accepted);
        for (const { playerId, correct, points, award } of rescored) {
          const { base, speed, streak } = award;
          this.changeAnswer({ sessionId, roundId, playerId, correct, points, base, speed, streak });
        }
        return;
      }
      case "session-ended":
        return this.changeSession(sessionId, { endedAt: event.at });
    }
  }

  private changePlayer(id: string, change: Omit<PlayerChange, "id">) {
    const row = this.players.get(id);
    if (row) Object.assign(row, change);
    else this.playerChanges.set(id, { ...this.playerChanges.get(id), id, ...change });
  }

  private changeRound(id: string, { addMs = 0, ...change }: Omit<Partial<RoundChange>, "id">) {
    const row = this.rounds.get(id);
    if (row) {
      Object.assign(row, change);
      if (row.durationMs !== null) row.durationMs += addMs;
      return;
    }
    const before = this.roundChanges.get(id);
    // A new length replaces the old one together with what had been added to it.
    const added = change.durationMs === undefined ? (before?.addMs ?? 0) + addMs : addMs;
    this.roundChanges.set(id, { ...before, ...change, id, addMs: added });
  }

  private changeKey(roundId: string, optionId: string, correct: boolean) {
    const option = this.rounds.get(roundId)?.options.find(({ id }) => id === optionId);
    if (option) option.correct = correct;
    else
      this.changeRound(roundId, {
        keys: { ...this.roundChanges.get(roundId)?.keys, [optionId]: correct },
      });
  }

  private changeAnswer(change: AnswerChange) {
    const key = answerKey(change);
    const row = this.answers.get(key) ?? this.heldAnswers.get(key);
    if (row) Object.assign(row, change);
    else this.answerChanges.set(key, { ...this.answerChanges.get(key), ...change });
  }

  private changeSession(id: string, change: Omit<SessionChange, "id">) {
    this.sessionChanges.set(id, { ...this.sessionChanges.get(id), id, ...change });
  }
}

function answerKey({ roundId, playerId }: Pick<AnswerRow, "roundId" | "playerId">): string {
  return `${roundId}/${playerId}`;
}

function roundRow(sessionId: string, event: Extract<GameEvent, { type: "round-opened" }>): RoundRow {
  const { roundId: id, number, question, multiplier, why, opensAt, durationMs } = event;
  const { options, keys, ...asked } = question;
  return {
    ...{ id, sessionId, number, ...asked, multiplier, why, opensAt, durationMs },
    options: options.map((option) => ({ ...option, correct: keys.includes(option.id) })),
    closedAt: null,
    closeReason: null,
    voided: false,
  };
}
