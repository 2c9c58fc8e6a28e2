import { describe, expect, it } from "vitest";
import { askedQuestion, playerId, roundId, TestGame } from "../../testing/game";
import type { GameCommand } from "./command";
import type { SessionState } from "./state";

type Phase = SessionState["phase"]["name"];

/** A game that stands in this phase, its last round being "r1". */
const standing: Record<Phase, () => TestGame> = {
  lobby: () => new TestGame().join("ann"),
  question: () => new TestGame().join("ann").ask("r1"),
  reveal: () => new TestGame().join("ann").ask("r1").close("r1"),
  standings: () => {
    const game = new TestGame().join("ann").ask("r1").close("r1");
    game.tell({ type: "show-standings" });
    return game;
  },
  podium: () => {
    const game = new TestGame().join("ann").ask("r1").close("r1");
    game.tell({ type: "end" });
    return game;
  },
};

/** Every command that can move a game. */
const moves: Record<string, GameCommand> = {
  open: { type: "open-round", roundId: roundId("r2"), question: askedQuestion("r2"), why: null },
  close: { type: "close-round", roundId: roundId("r1"), reason: "host" },
  "all answered": { type: "close-round", roundId: roundId("r1"), reason: "all-answered" },
  "the timer of r1": { type: "deadline", roundId: roundId("r1"), present: new Set([playerId("ann")]) },
  skip: { type: "skip-round", roundId: roundId("r1") },
  "open again": { type: "reopen-round", roundId: roundId("r1") },
  standings: { type: "show-standings" },
  end: { type: "end" },
};

/** Where each of them leads; what is not here is refused and changes nothing. */
const leads: Record<Phase, Record<string, Phase>> = {
  lobby: { open: "question", end: "podium" },
  question: {
    close: "reveal",
    "all answered": "reveal",
    "the timer of r1": "reveal",
    skip: "reveal",
    "open again": "question",
    end: "podium",
  },
  reveal: { open: "question", standings: "standings", end: "podium" },
  standings: { open: "question", end: "podium" },
  podium: {},
};

const phases = Object.keys(standing) as Phase[];

describe("the course of a game", () => {
  it.each(phases.flatMap((phase) => Object.keys(moves).map((move) => [phase, move] as const)))(
    "L17: from %s, %s leads where the rules say, or nowhere",
    (phase, move) => {
      const game = standing[phase]();
      game.wait(60_000);
      const before = structuredClone(game.state);
      const command = moves[move];
      if (!command) throw new Error(`There is no move ${move}.`);
      const answer = game.tell(command);
      const to = leads[phase][move];
      expect(answer === "ok").toBe(to !== undefined);
      expect(game.state.phase.name).toBe(to ?? phase);
      if (to === undefined) expect(game.state).toEqual(before);
    },
  );
});
