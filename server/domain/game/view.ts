import type { OptionId, PlayerId } from "@/contract/ids";
import type {
  HostDevices,
  HostPhase,
  HostPlayerRow,
  HostView,
  PastRoundView,
  PlannedCard,
  PlayerPhase,
  PlayerView,
  RevealView,
  RoundView,
  StandingRow,
} from "@/contract/views";
import { hostRows, topRows, withOwnRow } from "./standings";
import {
  type AcceptedAnswer,
  classAccuracy,
  type Player,
  type Round,
  redrawsLeft,
  type SessionState,
  seated,
} from "./state";
import { ownTimer } from "./timing";

/** What a screen needs that is no part of the session: who is connected, and what only the shell knows. */
export type LiveFacts = {
  connected: ReadonlySet<PlayerId>;
  joinUrl: string;
  factor: string | null;
  hasNext: boolean;
  plan: Omit<PlannedCard, "pinned">[];
  /** The fronts of cards that the host has skipped. */
  skipped: { cardId: string; front: string }[];
  /** The class list, for those who have no phone; null without a class. */
  roster: { id: string; name: string }[] | null;
  /** The server was away when this round's time ran out: the host decides. */
  interrupted: boolean;
  devices: HostDevices;
  /** When the open round closes, once nothing but ratings is waited for (server epoch ms); null otherwise. */
  revealAt: number | null;
};

/** What the host's screens may know. The projector is public, so the key is not in it before the reveal either. */
export function hostView(state: SessionState, live: LiveFacts): HostView {
  const open = state.phase.name === "question" ? state.phase.round : null;
  return {
    role: "host",
    sessionId: state.sessionId,
    title: state.title,
    pin: state.pin,
    joinUrl: live.joinUrl,
    factor: live.factor,
    settings: state.settings,
    locked: state.locked,
    players: [...seated(state)].map((player) => hostRow(state, player, live.connected)),
    phase: hostPhase(state, live),
    why: open?.why ?? null,
    hasNext: live.hasNext,
    nextMultiplier: state.nextMultiplier,
    plan: live.plan.map((card) => ({ ...card, pinned: state.plan.pinned.includes(card.cardId) })),
    skipped: live.skipped,
    absent: live.roster && absentees(state, live.roster),
    devices: live.devices,
    past: state.rounds.filter((round) => round.closed).map((round) => pastRound(state, round)),
  };
}

function absentees(state: SessionState, roster: { id: string; name: string }[]) {
  const here = new Set([...seated(state)].map(({ studentId }) => studentId));
  return roster.filter(({ id }) => !here.has(id));
}

/** One player's row in the host's list. */
export function hostRow(
  state: SessionState,
  player: Player,
  connected: LiveFacts["connected"],
): HostPlayerRow {
  return {
    id: player.id,
    name: player.name,
    connected: connected.has(player.id),
    score: player.score,
    answered: state.phase.name === "question" && state.phase.round.answers.has(player.id),
    extraTime: player.extraTime,
    phoneless: player.phoneless && !connected.has(player.id),
  };
}

/** What the host's screen shows in its middle. */
export function hostPhase(state: SessionState, live: LiveFacts): HostPhase {
  const { phase } = state;
  switch (phase.name) {
    case "lobby":
      return { name: "lobby" };
    case "question":
      return {
        name: "question",
        round: roundView(state, phase.round, phase.pausedAt),
        answered: phase.round.answers.size,
        present: live.connected.size,
        interrupted: live.interrupted,
        revealAt: live.revealAt,
      };
    case "reveal":
      return {
        name: "reveal",
        round: roundView(state, phase.round, null),
        reveal: revealView(phase.round),
        answered: phase.round.answers.size,
        classAccuracy: roundAccuracy(phase.round),
      };
    case "standings":
      return { name: "standings", rows: hostRows(state), roundNumber: phase.round.number };
    case "podium": {
      const { answers, accuracy } = classAccuracy(state);
      return {
        name: "podium",
        rows: hostRows(state),
        rounds: countingRounds(state),
        answers,
        classAccuracy: accuracy,
      };
    }
  }
}

/** What every phone's view has in common: worked out once for a room, not once for each of 2,000 phones. */
export type SharedFacts = {
  players: number;
  rounds: number;
  top: StandingRow[];
  reveal: Pick<RevealView, "keys" | "back" | "front" | "voided"> | null;
  /** The open or revealed round as those without extra time see it. */
  round: RoundView | null;
  /** The open question as those see it who have not answered: the very same object in all their views. */
  unanswered: Extract<PlayerPhase, { name: "question" }> | null;
  classAccuracy: number | null;
  revealAt: LiveFacts["revealAt"];
};

/** What all views of a state have in common, worked out once for all of them. */
export function sharedFacts(state: SessionState, revealAt: LiveFacts["revealAt"] = null): SharedFacts {
  const { phase } = state;
  const ranked = phase.name === "standings" || phase.name === "podium";
  let reveal: SharedFacts["reveal"] = null;
  if (phase.name === "reveal") {
    const { keys, back, front, voided } = revealView(phase.round);
    reveal = { keys, back, front, voided };
  }
  let round: SharedFacts["round"] = null;
  if (phase.name === "reveal") round = roundView(state, phase.round, null);
  if (phase.name === "question") round = onPhone(state, roundView(state, phase.round, phase.pausedAt));
  return {
    players: state.seated,
    rounds: countingRounds(state),
    top: ranked ? topRows(state) : [],
    reveal,
    round,
    unanswered: phase.name === "question" && round ? questionPhase(state, round) : null,
    classAccuracy: phase.name === "podium" ? classAccuracy(state).accuracy : null,
    revealAt: phase.name === "question" ? revealAt : null,
  };
}

/** What one player's phone may know. `shared` may be passed along when many views of one state are made. */
export function playerView(state: SessionState, playerId: PlayerId, shared = sharedFacts(state)): PlayerView {
  const player = state.players.get(playerId);
  if (!player) throw new Error(`There is no view for ${playerId}, who never joined.`);
  const { scoring, confidence, standings, questionOn } = state.settings;
  return {
    role: "player",
    playerId,
    name: player.name,
    title: state.title,
    score: player.score,
    redraws: redrawsLeft(state, player),
    place: player.place,
    players: shared.players,
    streak: player.streak,
    settings: { scoring, confidence, standings, questionOn },
    revealAt: shared.revealAt,
    phase: player.removed ? { name: "removed" } : playerPhase(state, player, shared),
  };
}

function playerPhase(state: SessionState, player: Player, shared: SharedFacts): PlayerPhase {
  const { phase } = state;
  switch (phase.name) {
    case "lobby":
      return { name: "lobby" };
    case "question": {
      const given = phase.round.answers.get(player.id);
      if (shared.unanswered && shared.round && player.extraTime === 1)
        return given ? questionPhase(state, shared.round, given) : shared.unanswered;
      return questionPhase(
        state,
        onPhone(state, roundView(state, phase.round, phase.pausedAt, player)),
        given,
      );
    }
    case "reveal": {
      const { round } = phase;
      const given = round.answers.get(player.id);
      return {
        name: "reveal",
        round: shared.round && player.extraTime === 1 ? shared.round : roundView(state, round, null, player),
        reveal: shared.reveal ?? revealView(round),
        chosen: given?.optionId ?? null,
        correct: given?.correct ?? null,
        points: round.voided ? 0 : (given?.points ?? 0),
        award: given && !round.voided ? given.award : null,
      };
    }
    case "standings":
      return { name: "standings", rows: withOwnRow(state, shared.top, player.id) };
    case "podium": {
      const right = state.rounds.filter(
        (r) => r.closed && !r.voided && r.answers.get(player.id)?.correct,
      ).length;
      return {
        name: "podium",
        rows: withOwnRow(state, shared.top, player.id),
        correct: right,
        rounds: shared.rounds,
        classAccuracy: shared.classAccuracy,
      };
    }
  }
}

function questionPhase(
  state: SessionState,
  round: RoundView,
  given?: AcceptedAnswer,
): Extract<PlayerPhase, { name: "question" }> {
  return {
    name: "question",
    round,
    chosen: given?.optionId ?? null,
    ...(state.settings.confidence ? { rating: given?.rating ?? null } : {}),
  };
}

const secondTries = ({ rounds }: SessionState) => rounds.filter(({ secondTry }) => secondTry).length;

/** A round as anybody may see it while it is open: no key, and for a player with extra time their own deadline. */
function roundView(state: SessionState, round: Round, pausedAt: number | null, player?: Player): RoundView {
  const timer = player ? ownTimer(round, player) : round.durationMs;
  const deadline = timer === null ? null : round.opensAt + timer;
  return {
    id: round.id,
    number: round.number,
    of: Math.max(state.settings.questionCount + secondTries(state), state.rounds.length),
    prompt: round.question.prompt,
    options: round.question.options.map(({ id, text }) => ({ id, text })),
    multiplier: round.multiplier,
    opensAt: round.opensAt,
    deadline: pausedAt === null ? deadline : null,
    paused:
      pausedAt === null ? null : { remainingMs: deadline === null ? null : Math.max(0, deadline - pausedAt) },
  };
}

/** With the question on the projector only, a phone shows four buttons and no words. */
function onPhone(state: SessionState, round: RoundView): RoundView {
  if (state.settings.questionOn === "everywhere") return round;
  return { ...round, prompt: null, options: round.options.map(({ id }) => ({ id, text: null })) };
}

function revealView(round: Round): RevealView {
  const counts = new Map<OptionId, number>(round.question.options.map((option) => [option.id, 0]));
  for (const given of round.answers.values())
    counts.set(given.optionId, (counts.get(given.optionId) ?? 0) + 1);
  return {
    keys: round.question.keys,
    back: round.question.back,
    front: round.question.front,
    counts: [...counts].map(([optionId, chosen]) => ({ optionId, chosen })),
    unanswered: round.unanswered,
    voided: round.voided,
  };
}

function pastRound(state: SessionState, round: Round): PastRoundView {
  const { id, number, prompt, options } = roundView(state, round, null);
  return { round: { id, number, prompt, options }, reveal: revealView(round) };
}

function roundAccuracy(round: Round): number | null {
  if (round.answers.size === 0) return null;
  let right = 0;
  for (const given of round.answers.values()) if (given.correct) right += 1;
  return right / round.answers.size;
}

function countingRounds(state: SessionState): number {
  return state.rounds.filter((round) => round.closed && !round.voided).length;
}
