import type { GameEvent } from "@/contract/events";
import { LIMITS } from "@/contract/limits";
import { acceptOption } from "./correct";
import { nameKey } from "./names";
import { settlePlaces } from "./standings";
import { type Round, type SessionState, seated } from "./state";
import { ownTimer } from "./timing";

/** The state of a session that has just been created. */
export function start(event: Extract<GameEvent, { type: "session-created" }>): SessionState {
  const { sessionId, title, pin, settings } = event;
  return {
    sessionId,
    title,
    pin,
    settings,
    locked: false,
    nextMultiplier: 1,
    plan: { pinned: [], skipped: [] },
    players: new Map(),
    seated: 0,
    rounds: [],
    phase: { name: "lobby" },
  };
}

/**
 * Folds one event into a state. The caller gives the state away and goes on with the one returned: with 2,000 players
 * a copy per answer would cost more than the answer. Deterministic; an event that does not fit is a broken log and throws.
 */
export function evolve(state: SessionState, event: GameEvent): SessionState {
  switch (event.type) {
    case "session-created":
      throw new Error("A session is created once: session-created must be the first event.");
    case "player-joined":
      state.seated += 1;
      state.players.set(event.playerId, {
        id: event.playerId,
        name: event.name,
        nameKey: nameKey(event.name),
        draws: 1,
        studentId: event.studentId,
        joinedAt: event.at,
        removed: null,
        phoneless: event.phoneless ?? false,
        extraTime: 1,
        score: 0,
        streak: 0,
        place: null,
        placeBefore: null,
      });
      return state;
    case "player-renamed":
      Object.assign(playerOf(state, event.playerId), { name: event.name, nameKey: nameKey(event.name) });
      if (event.drawn) playerOf(state, event.playerId).draws += 1;
      return state;
    case "player-removed":
      playerOf(state, event.playerId).removed = event.reason;
      state.seated -= 1;
      return state;
    case "player-extra-time":
      playerOf(state, event.playerId).extraTime = event.factor;
      return state;
    case "lock-changed":
      state.locked = event.locked;
      return state;
    case "settings-changed":
      state.settings = event.settings;
      return state;
    case "plan-changed":
      state.plan = { pinned: event.pinned, skipped: event.skipped };
      return state;
    case "multiplier-chosen":
      state.nextMultiplier = event.factor;
      return state;
    case "round-opened": {
      const {
        roundId: id,
        number,
        question,
        multiplier,
        why,
        secondTry = false,
        opensAt,
        durationMs,
      } = event;
      const round: Round = {
        id,
        number,
        question,
        multiplier,
        why,
        secondTry,
        opensAt,
        durationMs,
        closed: false,
        voided: false,
        acceptedLater: new Set(),
        answers: new Map(),
        unanswered: 0,
      };
      state.rounds.push(round);
      state.phase = { name: "question", round, pausedAt: null };
      state.nextMultiplier = 1;
      // What was put next has come; it is not to come again and again.
      state.plan = { ...state.plan, pinned: state.plan.pinned.filter((card) => card !== question.cardId) };
      return state;
    }
    case "answer-accepted": {
      const { optionId, takenMs, correct, points, award } = event;
      const { round } = openRoundOf(state, event.roundId);
      const player = playerOf(state, event.playerId);
      round.answers.set(event.playerId, {
        optionId,
        takenMs,
        correct,
        points,
        award,
        scoredBy: {
          mode: state.settings.scoring,
          timerMs: ownTimer(round, player),
          streakBefore: player.streak,
        },
        rating: null,
      });
      return state;
    }
    case "confidence-rated": {
      const given = openRoundOf(state, event.roundId).round.answers.get(event.playerId);
      if (given) given.rating = event.rating;
      return state;
    }
    case "round-paused":
      openRoundOf(state, event.roundId).pausedAt = event.at;
      return state;
    case "round-resumed": {
      const open = openRoundOf(state, event.roundId);
      if (open.pausedAt !== null) open.round.opensAt += event.at - open.pausedAt;
      open.pausedAt = null;
      return state;
    }
    case "time-added": {
      const { round } = openRoundOf(state, event.roundId);
      if (round.durationMs !== null) round.durationMs += event.ms;
      return state;
    }
    case "round-reopened": {
      const open = openRoundOf(state, event.roundId);
      open.round.opensAt = event.at + LIMITS.readyLeadMs;
      open.round.durationMs = event.durationMs;
      open.pausedAt = null;
      return state;
    }
    case "round-closed": {
      const { round } = openRoundOf(state, event.roundId);
      round.closed = true;
      for (const player of seated(state)) if (!round.answers.has(player.id)) round.unanswered += 1;
      settleRound(state, round);
      state.phase = { name: "reveal", round };
      return state;
    }
    case "round-voided": {
      const round = state.rounds.find((r) => r.id === event.roundId);
      if (!round) throw new Error(`The log voids round ${event.roundId}, which it never opened.`);
      round.voided = event.voided;
      settleAll(state);
      return state;
    }
    case "option-accepted": {
      const round = state.rounds.find((r) => r.id === event.roundId);
      if (!round) throw new Error(`The log corrects round ${event.roundId}, which it never opened.`);
      acceptOption(round, event);
      settleAll(state);
      return state;
    }
    case "standings-shown":
      if (state.phase.name === "reveal") state.phase = { name: "standings", round: state.phase.round };
      return state;
    case "session-ended":
      state.phase = { name: "podium" };
      return state;
  }
}

/** Rebuilds a session from its events, in the order of their numbers. */
export function fold(events: Iterable<GameEvent>): SessionState {
  let state: SessionState | null = null;
  for (const event of events) {
    if (state) state = evolve(state, event);
    else if (event.type === "session-created") state = start(event);
    else throw new Error(`The log begins with ${event.type} instead of session-created.`);
  }
  if (!state) throw new Error("A session without events cannot be rebuilt.");
  return state;
}

function playerOf(state: SessionState, id: Parameters<SessionState["players"]["get"]>[0]) {
  const player = state.players.get(id);
  if (!player) throw new Error(`The log names player ${id}, who never joined.`);
  return player;
}

function openRoundOf(state: SessionState, id: Round["id"]) {
  if (state.phase.name !== "question" || state.phase.round.id !== id)
    throw new Error(`The log goes on in round ${id}, which is not open.`);
  return state.phase;
}

/** A closed round's awards count from now on: scores, streaks and places move together, once. */
function settleRound(state: SessionState, round: Round): void {
  for (const player of state.players.values()) player.placeBefore = player.place;
  addRound(state, round);
  settlePlaces(state);
}

/** After a round was voided or counts again: every total is the sum of the awards that count. */
function settleAll(state: SessionState): void {
  for (const player of state.players.values()) {
    player.score = 0;
    player.streak = 0;
  }
  for (const round of state.rounds) if (round.closed) addRound(state, round);
  settlePlaces(state);
}

function addRound(state: SessionState, round: Round): void {
  if (round.voided) return;
  for (const player of state.players.values()) {
    const given = round.answers.get(player.id);
    player.score += given?.points ?? 0;
    player.streak = given?.correct ? player.streak + 1 : 0;
  }
}
