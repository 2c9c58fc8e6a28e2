import type { OptionId, PlayerId, RoundId, SessionId } from "./ids";
import type { GameSettings } from "./settings";

/**
 * What a screen may know. Made only by `viewFor` (`server/domain/game/view.ts`). Times are server epoch
 * milliseconds; the client turns them into its own with the measured offset. No view holds a token, and none tells
 * the key of a round before its reveal.
 */

/** A round as it may be shown while it is open. */
export type RoundView = {
  id: RoundId;
  /** 1-based. */
  number: number;
  /** How many rounds are planned. */
  of: number;
  /** Markdown. Null on phones when the question is only on the projector. */
  prompt: string | null;
  /** In the order drawn for this session. `text` is null on phones when the question is only on the projector. */
  options: { id: OptionId; text: string | null }[];
  multiplier: 0 | 1 | 2;
  /** The options appear, and the clock starts, at this time. */
  opensAt: number;
  /** Null when there is no timer, or while paused. For a player with extra time, their own. */
  deadline: number | null;
  /** Set while the host has paused: how much time is left (null without a timer). */
  paused: { remainingMs: number | null } | null;
};

/** What a round turned out to be, once it is closed. */
export type RevealView = {
  keys: OptionId[];
  /** The card's back: why the key is right. Markdown. */
  back: string;
  /** The card's front, for a prompt that asked about a part of it. Markdown. */
  front: string;
  counts: { optionId: OptionId; chosen: number }[];
  unanswered: number;
  voided: boolean;
};

export type StandingRow = {
  playerId: PlayerId;
  name: string;
  score: number;
  /** 1-based; equal scores share a place. */
  place: number;
  /** The place before the last round; null for a newcomer. */
  placeBefore: number | null;
  streak: number;
};

export type HostPlayerRow = {
  id: PlayerId;
  name: string;
  connected: boolean;
  score: number;
  /** Has answered the open round. */
  answered: boolean;
  extraTime: number;
  /** Has no phone here: the host taps their answers in. */
  phoneless: boolean;
};

/** A card that comes up, as things stand, and why in one line. */
export type PlannedCard = {
  cardId: string;
  /** Markdown. */
  front: string;
  why: string;
  pinned: boolean;
};

export type PastRoundView = {
  round: Pick<RoundView, "id" | "number" | "prompt" | "options">;
  reveal: RevealView;
};

export type HostPhase =
  | { name: "lobby" }
  | {
      name: "question";
      round: RoundView;
      answered: number;
      present: number;
      interrupted: boolean;
      /** When the reveal comes, once nothing but ratings is waited for; null otherwise. */
      revealAt: number | null;
    }
  | { name: "reveal"; round: RoundView; reveal: RevealView; answered: number; classAccuracy: number | null }
  | { name: "standings"; rows: StandingRow[]; roundNumber: number }
  | { name: "podium"; rows: StandingRow[]; rounds: number; answers: number; classAccuracy: number | null };

/** Who hosts a game, beside the screen that asks. */
export type HostDevices = {
  /** Screens connected now on which the teacher is signed in. */
  screens: number;
  /** Second devices connected now. */
  remotes: number;
  /** Second devices that may come (back) at any time, connected or not. */
  allowed: number;
};

export type HostView = {
  role: "host";
  sessionId: SessionId;
  title: string;
  pin: string;
  /** The address a phone opens, without the PIN. */
  joinUrl: string;
  /** The changing word, when the second factor is on. */
  factor: string | null;
  settings: GameSettings;
  locked: boolean;
  players: HostPlayerRow[];
  phase: HostPhase;
  /** Why the current question was picked, in one line. */
  why: string | null;
  /** False when the deck has no further question or the planned number has been asked. */
  hasNext: boolean;
  nextMultiplier: 0 | 1 | 2;
  /** What comes up, the next first. */
  plan: PlannedCard[];
  /** Cards that the host has taken out of this game. */
  skipped: { cardId: string; front: string }[];
  /** Students of the class who have no seat here; null in a game without a class. */
  absent: { id: string; name: string }[] | null;
  devices: HostDevices;
  past: PastRoundView[];
};

export type PlayerPhase =
  | { name: "lobby" }
  | {
      name: "question";
      round: RoundView;
      /** The option this player chose, once it is stored. */
      chosen: OptionId | null;
      /** Null until rated; absent means the game does not ask. */
      rating?: number | null;
    }
  | {
      name: "reveal";
      round: RoundView;
      reveal: Pick<RevealView, "keys" | "back" | "front" | "voided">;
      chosen: OptionId | null;
      correct: boolean | null;
      points: number;
      /** How the points came about. */
      award: { base: number; speed: number; streak: number; multiplier: 0 | 1 | 2 } | null;
    }
  | { name: "standings"; rows: StandingRow[] }
  | { name: "podium"; rows: StandingRow[]; correct: number; rounds: number; classAccuracy: number | null }
  | { name: "removed" };

export type PlayerView = {
  role: "player";
  playerId: PlayerId;
  name: string;
  title: string;
  score: number;
  /** How often another name may still be drawn (`redraw`) before the game begins; null where names are not drawn. */
  redraws: number | null;
  /** Null before the first reveal, and in games with private standings it is shown to this player alone. */
  place: number | null;
  players: number;
  streak: number;
  settings: Pick<GameSettings, "scoring" | "confidence" | "standings" | "questionOn">;
  /** When the reveal comes, once nothing but ratings is waited for and it is near; null otherwise. */
  revealAt: number | null;
  phase: PlayerPhase;
};

export type View = HostView | PlayerView;

/** Server → client. `seq` counts per client connection target and role, from 1, without gaps. */
export type Snapshot<V extends View> = { seq: number; now: number; view: V };
