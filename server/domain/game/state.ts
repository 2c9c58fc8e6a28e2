import type { AskedQuestion, Award } from "@/contract/events";
import type { OptionId, PlayerId, RoundId, SessionId } from "@/contract/ids";
import { LIMITS } from "@/contract/limits";
import type { GameSettings, ScoringMode } from "@/contract/settings";

/** What the points of an answer were made of besides its being right, so that a correction can make them again. */
export type ScoredBy = {
  mode: ScoringMode;
  /** The player's own timer when they answered, ms; null without one. */
  timerMs: number | null;
  streakBefore: number;
};

/** An answer as it was accepted. */
export type AcceptedAnswer = {
  optionId: OptionId;
  takenMs: number;
  correct: boolean;
  points: number;
  award: Award;
  scoredBy: ScoredBy;
  rating: number | null;
};

export type Round = {
  id: RoundId;
  /** 1-based. */
  number: number;
  question: AskedQuestion;
  multiplier: 0 | 1 | 2;
  why: string | null;
  /** It brought a missed card back, on top of the questions that were planned. */
  secondTry: boolean;
  /** Server epoch ms. Moves forward when a pause ends, so that `now - opensAt` is always time that ran. */
  opensAt: number;
  /** Null without a timer. */
  durationMs: number | null;
  closed: boolean;
  voided: boolean;
  /** Options that the teacher accepted after the round, beside the keys it was asked with. */
  acceptedLater: Set<OptionId>;
  answers: Map<PlayerId, AcceptedAnswer>;
  /** How many had a seat when the round closed and had not answered: who comes later has missed nothing. */
  unanswered: number;
};

export type Player = {
  id: PlayerId;
  name: string;
  /** `nameKey` of the name: worked out once, because every newcomer's name is held against everybody's. */
  nameKey: string;
  /** How many names were drawn for them, the first included. */
  draws: number;
  studentId: string | null;
  joinedAt: number;
  removed: "left" | "kicked" | "banned" | null;
  /** The host taps their answers in, unless a phone has come for the seat after all. */
  phoneless: boolean;
  /** Factor on every timer, ≥ 1. */
  extraTime: number;
  /** Sum of the awards of closed rounds that count: an open round must not tell who is right. */
  score: number;
  /** Right answers in a row over the closed rounds that count. */
  streak: number;
  place: number | null;
  placeBefore: number | null;
};

/** Where a session stands. A field exists only in the phase where it means something. */
export type Phase =
  | { name: "lobby" }
  | { name: "question"; round: Round; pausedAt: number | null }
  | { name: "reveal"; round: Round }
  | { name: "standings"; round: Round }
  | { name: "podium" };

export type SessionState = {
  sessionId: SessionId;
  title: string;
  pin: string;
  settings: GameSettings;
  locked: boolean;
  nextMultiplier: 0 | 1 | 2;
  /** Cards that the host wants next, in that order, and those that the host does not want in this game. */
  plan: { pinned: string[]; skipped: string[] };
  players: Map<PlayerId, Player>;
  /** How many of them still have their seat. */
  seated: number;
  rounds: Round[];
  phase: Phase;
};

/** How often this player may still have another name drawn; null for a name that nobody drew, and once the game runs. */
export function redrawsLeft({ settings, phase }: SessionState, player: Player): number | null {
  const possible = settings.names === "generated" && phase.name === "lobby" && player.studentId === null;
  return possible ? Math.max(0, LIMITS.nameDraws - player.draws) : null;
}

/** Players who still have their seat. */
export function* seated(state: SessionState): Generator<Player> {
  for (const player of state.players.values()) if (!player.removed) yield player;
}

/** Share of right answers among all answers to closed rounds that count, 0–1; null before the first. */
export function classAccuracy(state: SessionState): { answers: number; accuracy: number | null } {
  let answers = 0;
  let right = 0;
  for (const round of state.rounds) {
    if (!round.closed || round.voided) continue;
    for (const answer of round.answers.values()) {
      answers += 1;
      if (answer.correct) right += 1;
    }
  }
  return { answers, accuracy: answers === 0 ? null : right / answers };
}
