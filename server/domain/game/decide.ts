import type { RejectionCode } from "@/contract/errors";
import type { AskedQuestion, GameEvent } from "@/contract/events";
import type { PlayerId, RoundId } from "@/contract/ids";
import { LIMITS } from "@/contract/limits";
import { GameSettings } from "@/contract/settings";
import type { GameCommand } from "./command";
import { rescored } from "./correct";
import { cleanName, nameKey, studentName } from "./names";
import { score } from "./scoring";
import { type Player, type Round, redrawsLeft, type SessionState, seated } from "./state";
import { closesAt, ownDeadline, ownTimer, takenMs, timerFor } from "./timing";

export type Decision = { ok: true; events: GameEvent[] } | { ok: false; code: RejectionCode };

const yes = (...events: GameEvent[]): Decision => ({ ok: true, events });
const no = (code: RejectionCode): Decision => ({ ok: false, code });

/**
 * The rules of the game: what happens when a command meets a state. Pure: `now` is server epoch ms, `random` is
 * uniform in [0, 1) and only orders the options. A rejection changes nothing.
 */
export function decide(
  state: SessionState,
  command: GameCommand,
  now: number,
  random: () => number,
): Decision {
  const correction = command.type === "void-round" || command.type === "accept-option";
  if (state.phase.name === "podium" && !correction) return no("game-over");
  switch (command.type) {
    case "join":
      return state.locked ? no("room-locked") : join(state, command, now);
    case "seat":
      return join(state, command, now);
    case "redraw":
      return redraw(state, command, now);
    case "leave":
      return remove(state, command.playerId, "left", now);
    case "answer":
      return answer(state, command, now);
    case "rate":
      return rate(state, command, now);
    case "open-round":
      return openRound(state, command, now, random);
    case "close-round":
      return inOpenRound(state, command.roundId, (round) =>
        yes({ type: "round-closed", at: now, roundId: round.id, reason: command.reason }),
      );
    case "deadline":
      return deadline(state, command, now);
    case "skip-round":
      return inOpenRound(state, command.roundId, (round) =>
        yes(
          { type: "round-closed", at: now, roundId: round.id, reason: "skipped" },
          { type: "round-voided", at: now, roundId: round.id, voided: true },
        ),
      );
    case "reopen-round":
      return inOpenRound(state, command.roundId, (round) =>
        yes({
          type: "round-reopened",
          at: now,
          roundId: round.id,
          durationMs: timerFor(state.settings.timer, round.question),
        }),
      );
    case "void-round":
      return voidRound(state, command, now);
    case "accept-option":
      return acceptOption(state, command, now);
    case "pause":
      return pause(state, now);
    case "resume":
      return resume(state, now);
    case "add-time":
      return inOpenRound(state, command.roundId, (round) =>
        round.durationMs === null
          ? no("wrong-phase")
          : yes({ type: "time-added", at: now, roundId: round.id, ms: command.ms }),
      );
    case "show-standings":
      return state.phase.name === "reveal" && state.settings.standings !== "private"
        ? yes({ type: "standings-shown", at: now })
        : no("wrong-phase");
    case "lock":
      return state.locked === command.locked
        ? yes()
        : yes({ type: "lock-changed", at: now, locked: command.locked });
    case "kick":
      return remove(state, command.playerId, command.ban ? "banned" : "kicked", now);
    case "rename":
      return rename(state, command, now);
    case "extra-time":
      return withSeat(state, command.playerId, (player) =>
        yes({ type: "player-extra-time", at: now, playerId: player.id, factor: command.factor }),
      );
    case "multiplier":
      return yes({ type: "multiplier-chosen", at: now, factor: command.factor });
    case "plan-pin":
      return yes({ ...plan(state), at: now, pinned: [...new Set(command.cardIds)] });
    case "plan-skip": {
      const { pinned, skipped } = plan(state);
      const others = skipped.filter((card) => card !== command.cardId);
      return yes({
        type: "plan-changed",
        at: now,
        pinned: pinned.filter((card) => card !== command.cardId),
        skipped: command.skipped ? [...others, command.cardId] : others,
      });
    }
    case "settings":
      return changeSettings(state, command.settings, now);
    case "end":
      return end(state, now);
  }
}

function withSeat(state: SessionState, id: PlayerId, then: (player: Player) => Decision): Decision {
  const player = state.players.get(id);
  if (!player) return no("no-such-player");
  return player.removed ? no("seat-removed") : then(player);
}

function inOpenRound(state: SessionState, id: RoundId, then: (round: Round) => Decision): Decision {
  if (state.phase.name !== "question") return no("wrong-phase");
  return state.phase.round.id === id ? then(state.phase.round) : no("wrong-round");
}

/** A free name: cleaned, and nobody who is here (or was banned) has one that looks the same. */
function freeName(state: SessionState, raw: string, own?: PlayerId): ReturnType<typeof cleanName> {
  const cleaned = cleanName(raw);
  if (!cleaned.ok) return cleaned;
  const key = nameKey(cleaned.name);
  for (const player of state.players.values()) {
    if (player.id === own || player.nameKey !== key) continue;
    if (player.removed === "banned") return { ok: false, code: "seat-removed" };
    if (!player.removed) return { ok: false, code: "name-taken" };
  }
  return cleaned;
}

function plan({ plan: { pinned, skipped } }: SessionState) {
  return { type: "plan-changed", pinned, skipped } as const;
}

function join(
  state: SessionState,
  command: Extract<GameCommand, { type: "join" | "seat" }>,
  now: number,
): Decision {
  if (command.studentId !== null)
    for (const player of seated(state)) if (player.studentId === command.studentId) return no("name-taken");
  if (state.seated >= LIMITS.roomPlayers) return no("room-full");
  const { type, playerId, studentId } = command;
  const named =
    studentId === null ? freeName(state, command.name) : nameOfStudent(state, command.name, studentId);
  if (!named.ok) return named;
  const phoneless = type === "seat" ? { phoneless: true } : {};
  return yes({ type: "player-joined", at: now, playerId, name: named.name, studentId, ...phoneless });
}

/** A student's own name, which no guest can keep from them; not for one who was banned from this game. */
function nameOfStudent(state: SessionState, raw: string, studentId: string): ReturnType<typeof cleanName> {
  const players = [...state.players.values()];
  if (players.some((player) => player.studentId === studentId && player.removed === "banned"))
    return { ok: false, code: "seat-removed" };
  const names = new Set(players.filter(({ removed }) => !removed).map(({ name }) => nameKey(name)));
  return studentName(raw, (key) => names.has(key));
}

function rename(
  state: SessionState,
  command: Extract<GameCommand, { type: "rename" }>,
  now: number,
): Decision {
  return withSeat(state, command.playerId, (player) => {
    const named = freeName(state, command.name, player.id);
    return named.ok ? yes({ type: "player-renamed", at: now, playerId: player.id, name: named.name }) : named;
  });
}

/** Another drawn name: in the lobby only, because later the class knows the player by the one they have. */
function redraw(
  state: SessionState,
  command: Extract<GameCommand, { type: "redraw" }>,
  now: number,
): Decision {
  return withSeat(state, command.playerId, (player) => {
    if (!redrawsLeft(state, player)) return no("wrong-phase");
    const named = freeName(state, command.name, player.id);
    if (!named.ok) return named;
    return yes({ type: "player-renamed", at: now, playerId: player.id, name: named.name, drawn: true });
  });
}

function remove(
  state: SessionState,
  id: PlayerId,
  reason: "left" | "kicked" | "banned",
  now: number,
): Decision {
  return withSeat(state, id, (player) =>
    yes({ type: "player-removed", at: now, playerId: player.id, reason }),
  );
}

function openRound(
  state: SessionState,
  command: Extract<GameCommand, { type: "open-round" }>,
  now: number,
  random: () => number,
): Decision {
  if (state.phase.name === "question") return no("wrong-phase");
  const { question, roundId, why, secondTry } = command;
  return yes({
    type: "round-opened",
    at: now,
    roundId,
    number: state.rounds.length + 1,
    question: { ...question, options: shuffled(question.options, random) },
    multiplier: state.nextMultiplier,
    opensAt: now + LIMITS.readyLeadMs,
    durationMs: timerFor(state.settings.timer, question),
    why,
    ...(secondTry ? { secondTry } : {}),
  });
}

/** Fisher–Yates: the order of the options tells nothing about the key. */
function shuffled(options: AskedQuestion["options"], random: () => number): AskedQuestion["options"] {
  const order = [...options];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const a = order[i];
    const b = order[j];
    if (a && b) [order[i], order[j]] = [b, a];
  }
  return order;
}

function answer(
  state: SessionState,
  command: Extract<GameCommand, { type: "answer" }>,
  now: number,
): Decision {
  return withSeat(state, command.playerId, (player) => {
    if (state.phase.name !== "question") return no(state.phase.name === "lobby" ? "wrong-phase" : "too-late");
    const { round, pausedAt } = state.phase;
    if (round.id !== command.roundId) return no("wrong-round");
    const option = round.question.options.find((o) => o.id === command.optionId);
    if (!option) return no("unknown-option");
    if (round.answers.has(player.id)) return no("already-answered");
    if (pausedAt !== null) return no("paused");
    if (now < round.opensAt) return no("too-early");
    const last = ownDeadline(round, player);
    if (last !== null && now > last + LIMITS.answerGraceMs) return no("too-late");
    const correct = round.question.keys.includes(option.id);
    const taken = takenMs(round, player, now, command.lagMs);
    const scored = score({
      mode: state.settings.scoring,
      correct,
      takenMs: taken,
      timerMs: ownTimer(round, player),
      streakBefore: player.streak,
      multiplier: round.multiplier,
    });
    return yes({
      type: "answer-accepted",
      at: now,
      roundId: round.id,
      playerId: player.id,
      optionId: option.id,
      takenMs: taken,
      correct,
      ...scored,
      commandId: command.commandId,
    });
  });
}

function rate(state: SessionState, command: Extract<GameCommand, { type: "rate" }>, now: number): Decision {
  return withSeat(state, command.playerId, (player) =>
    inOpenRound(state, command.roundId, (round) => {
      if (!state.settings.confidence || !round.answers.has(player.id)) return no("wrong-phase");
      const { playerId, rating } = command;
      return yes({ type: "confidence-rated", at: now, roundId: round.id, playerId, rating });
    }),
  );
}

function deadline(
  state: SessionState,
  command: Extract<GameCommand, { type: "deadline" }>,
  now: number,
): Decision {
  return inOpenRound(state, command.roundId, (round) => {
    const due = closesAt(state, command.present);
    if (due === null || now < due) return no("wrong-phase");
    return yes({ type: "round-closed", at: now, roundId: round.id, reason: "time" });
  });
}

function voidRound(
  state: SessionState,
  command: Extract<GameCommand, { type: "void-round" }>,
  now: number,
): Decision {
  const round = state.rounds.find((r) => r.id === command.roundId);
  if (!round) return no("no-such-round");
  if (!round.closed) return no("wrong-phase");
  if (round.voided === command.voided) return yes();
  return yes({ type: "round-voided", at: now, roundId: round.id, voided: command.voided });
}

/** A key that the question was asked with stays one: what is wrong with it is a reason to void the question. */
function acceptOption(
  state: SessionState,
  command: Extract<GameCommand, { type: "accept-option" }>,
  now: number,
): Decision {
  const { roundId, optionId, accepted } = command;
  const round = state.rounds.find((r) => r.id === roundId);
  if (!round) return no("no-such-round");
  if (!round.closed) return no("wrong-phase");
  if (!round.question.options.some(({ id }) => id === optionId)) return no("unknown-option");
  if (round.acceptedLater.has(optionId) === accepted) return yes();
  if (accepted && round.question.keys.includes(optionId)) return no("wrong-phase");
  const scored = rescored(round, optionId, accepted);
  return yes({ type: "option-accepted", at: now, roundId, optionId, accepted, rescored: scored });
}

function pause(state: SessionState, now: number): Decision {
  if (state.phase.name !== "question" || state.phase.pausedAt !== null) return no("wrong-phase");
  return yes({ type: "round-paused", at: now, roundId: state.phase.round.id });
}

function resume(state: SessionState, now: number): Decision {
  if (state.phase.name !== "question" || state.phase.pausedAt === null) return no("wrong-phase");
  return yes({ type: "round-resumed", at: now, roundId: state.phase.round.id });
}

function changeSettings(state: SessionState, change: Partial<GameSettings>, now: number): Decision {
  const settings = GameSettings.safeParse({ ...state.settings, ...change });
  if (!settings.success) return no("malformed");
  // One round, one formula: half a class must not be scored by another rule than the other half.
  if (state.phase.name === "question" && settings.data.scoring !== state.settings.scoring)
    return no("wrong-phase");
  return yes({ type: "settings-changed", at: now, settings: settings.data });
}

function end(state: SessionState, now: number): Decision {
  const ended: GameEvent = { type: "session-ended", at: now };
  if (state.phase.name !== "question") return yes(ended);
  return yes({ type: "round-closed", at: now, roundId: state.phase.round.id, reason: "host" }, ended);
}
