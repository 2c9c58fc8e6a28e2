import { describe, expect, it } from "vitest";
import { askedQuestion, commandId, optionId, playerId, roundId, TestGame } from "../../testing/game";

const ids = { ann: playerId("ann"), ben: playerId("ben") };

describe("joining", () => {
  it("seats a player in any phase before the podium", () => {
    const game = new TestGame().join("ann").ask("r1").join("ben").close("r1").join("cai");
    expect([...game.state.players.keys()]).toEqual(["ann", "ben", "cai"]);
    game.tell({ type: "end" });
    expect(game.tell({ type: "join", playerId: playerId("dee"), name: "dee", studentId: null })).toBe(
      "game-over",
    );
  });

  it("refuses a name that looks the same as one here, and gives it back after its owner has left", () => {
    const game = new TestGame().join("Zoë");
    expect(game.tell({ type: "join", playerId: playerId("2"), name: "zoe", studentId: null })).toBe(
      "name-taken",
    );
    game.tell({ type: "leave", playerId: playerId("Zoë") });
    expect(game.tell({ type: "join", playerId: playerId("2"), name: "zoe", studentId: null })).toBe("ok");
  });

  it("keeps a banned name out, and a locked door shut", () => {
    const game = new TestGame().join("ann", "ben");
    game.tell({ type: "kick", playerId: ids.ann, ban: true });
    expect(game.tell({ type: "join", playerId: playerId("ann2"), name: "Ann", studentId: null })).toBe(
      "seat-removed",
    );
    game.tell({ type: "lock", locked: true });
    expect(game.tell({ type: "join", playerId: playerId("cai"), name: "cai", studentId: null })).toBe(
      "room-locked",
    );
  });

  it("gives a student one seat", () => {
    const game = new TestGame();
    expect(game.tell({ type: "join", playerId: playerId("1"), name: "Ann", studentId: "s1" })).toBe("ok");
    expect(game.tell({ type: "join", playerId: playerId("2"), name: "Anna", studentId: "s1" })).toBe(
      "name-taken",
    );
  });
});

describe("students of the class", () => {
  const seat = (id: string, name: string, studentId: string) =>
    ({ type: "join", playerId: playerId(id), name, studentId }) as const;

  it("keep their name although a guest has taken it, cut to what fits", () => {
    const game = new TestGame().join("Ann");
    game.tell(seat("1", "Ann", "s1"));
    game.tell(seat("2", "Bartholomew Featherstonehaugh", "s2"));
    expect([...game.state.players.values()].map(({ name }) => name)).toEqual([
      "Ann",
      "Ann 2",
      "Bartholomew Feather.",
    ]);
  });

  it("stay out of a game that banned them, under any name", () => {
    const game = new TestGame();
    game.tell(seat("1", "Ann", "s1"));
    game.tell({ type: "kick", playerId: playerId("1"), ban: true });
    expect(game.tell(seat("2", "Anna", "s1"))).toBe("seat-removed");
  });

  it("get a seat from the host without a phone, also when the door is locked", () => {
    const game = new TestGame();
    game.tell({ type: "lock", locked: true });
    expect(game.tell(seat("1", "Ann", "s1"))).toBe("room-locked");
    const byHost = { type: "seat", playerId: playerId("1"), name: "Ann", studentId: "s1" } as const;
    expect(game.tell(byHost)).toBe("ok");
    expect(game.state.players.get(playerId("1"))).toMatchObject({ phoneless: true, studentId: "s1" });
  });
});

describe("the plan ahead", () => {
  it("keeps what the host put next until it has come, and what is left out until it is brought back", () => {
    const game = new TestGame();
    game.tell({ type: "plan-pin", cardIds: ["r1-card", "other", "r1-card"] });
    expect(game.state.plan.pinned).toEqual(["r1-card", "other"]);
    game.tell({ type: "plan-skip", cardId: "other", skipped: true });
    expect(game.state.plan).toEqual({ pinned: ["r1-card"], skipped: ["other"] });
    game.ask("r1");
    expect(game.state.plan).toEqual({ pinned: [], skipped: ["other"] });
    game.tell({ type: "plan-skip", cardId: "other", skipped: false });
    expect(game.state.plan.skipped).toEqual([]);
  });
});

describe("answering", () => {
  it("accepts one answer per player and round, scored by the time the clock ran", () => {
    const game = new TestGame().join("ann").ask("r1").wait(10_000);
    expect(game.answer("ann", "r1", "right")).toBe("ok");
    expect(game.answer("ann", "r1", "wrong")).toBe("already-answered");
    expect(game.events.at(-1)).toMatchObject({ takenMs: 10_000, correct: true, points: 1250 });
  });

  it.each([
    ["in the lobby", (game: TestGame) => game, "wrong-phase"],
    ["after the reveal", (game: TestGame) => game.ask("r1").close("r1"), "too-late"],
    ["for another round", (game: TestGame) => game.ask("r0"), "wrong-round"],
    ["after the deadline and its grace", (game: TestGame) => game.ask("r1").wait(20_501), "too-late"],
    [
      "before the options are there",
      (game: TestGame) => {
        game.ask("r1").now -= 1;
        return game;
      },
      "too-early",
    ],
  ])("refuses one %s", (_when, bring, code) => {
    const game = bring(new TestGame().join("ann"));
    expect(game.answer("ann", "r1", "right")).toBe(code);
    expect(game.events.some((event) => event.type === "answer-accepted")).toBe(false);
  });

  it("still takes an answer that was on its way at the deadline", () => {
    const game = new TestGame().join("ann").ask("r1").wait(20_400);
    expect(game.answer("ann", "r1", "right")).toBe("ok");
    expect(game.events.at(-1)).toMatchObject({ points: 1000 });
  });

  it("refuses an option of another round and a player without a seat", () => {
    const game = new TestGame().join("ann").ask("r1");
    const answer = { type: "answer", roundId: roundId("r1"), commandId: commandId("c"), lagMs: 0 } as const;
    expect(game.tell({ ...answer, playerId: ids.ann, optionId: optionId("r0-right") })).toBe(
      "unknown-option",
    );
    expect(game.tell({ ...answer, playerId: ids.ben, optionId: optionId("r1-right") })).toBe(
      "no-such-player",
    );
    game.tell({ type: "kick", playerId: ids.ann, ban: false });
    expect(game.answer("ann", "r1", "right")).toBe("seat-removed");
  });

  it("takes measured delay off, up to its cap and never below zero", () => {
    const game = new TestGame().join("ann", "ben", "cai").ask("r1").wait(1_000);
    game.answer("ann", "r1", "right", 300);
    expect(game.events.at(-1)).toMatchObject({ takenMs: 700 });
    game.answer("ben", "r1", "right", 60_000);
    expect(game.events.at(-1)).toMatchObject({ takenMs: 200 });
    game.answer("cai", "r1", "right", -500);
    expect(game.events.at(-1)).toMatchObject({ takenMs: 1_000 });
  });

  it("starts a late player's clock when they sit down", () => {
    const game = new TestGame().join("ann").ask("r1").wait(8_000).join("ben").wait(2_000);
    game.answer("ben", "r1", "right");
    expect(game.events.at(-1)).toMatchObject({ takenMs: 2_000 });
  });
});

describe("the timer", () => {
  const fire = (game: TestGame, present: string[]) =>
    game.tell({ type: "deadline", roundId: roundId("r1"), present: new Set(present.map(playerId)) });

  it("closes the round after the deadline and its grace, and a stale one does nothing", () => {
    const game = new TestGame().join("ann").ask("r1").wait(20_499);
    expect(fire(game, ["ann"])).toBe("wrong-phase");
    expect(fire(game.wait(1), ["ann"])).toBe("ok");
    expect(game.state.phase.name).toBe("reveal");
    expect(fire(game.ask("r2"), ["ann"])).toBe("wrong-round");
  });

  it("waits for a present player with extra time who has not answered, and for nobody else", () => {
    const game = new TestGame().join("ann", "ben");
    game.tell({ type: "extra-time", playerId: ids.ben, factor: 2 });
    game.ask("r1").wait(20_500);
    expect(fire(game, ["ann", "ben"])).toBe("wrong-phase");
    expect(game.answer("ann", "r1", "right")).toBe("ok");
    expect(game.wait(1) && game.answer("ben", "r1", "right")).toBe("ok");
    expect(game.events.at(-1)).toMatchObject({ points: 1000 + Math.round(500 * (1 - 20_501 / 40_000)) });
    expect(fire(game, ["ann", "ben"])).toBe("ok");
  });

  it("stands still in a pause, and nobody can answer in it", () => {
    const game = new TestGame().join("ann").ask("r1").wait(5_000);
    game.tell({ type: "pause" });
    expect(game.wait(60_000).answer("ann", "r1", "right")).toBe("paused");
    expect(fire(game, ["ann"])).toBe("wrong-phase");
    game.tell({ type: "resume" });
    game.wait(1_000).answer("ann", "r1", "right");
    expect(game.events.at(-1)).toMatchObject({ takenMs: 6_000 });
  });

  it("grows by added time", () => {
    const game = new TestGame().join("ann").ask("r1");
    game.tell({ type: "add-time", roundId: roundId("r1"), ms: 10_000 });
    expect(game.wait(29_000).answer("ann", "r1", "right")).toBe("ok");
  });

  it("starts again when the host re-opens a question that the down-time ate", () => {
    const game = new TestGame().join("ann", "ben").ask("r1");
    game.answer("ann", "r1", "right");
    game.wait(600_000).tell({ type: "reopen-round", roundId: roundId("r1") });
    expect(game.wait(4_000).answer("ben", "r1", "right")).toBe("ok");
    expect(game.events.at(-1)).toMatchObject({ takenMs: 1_000 });
    expect(game.answer("ann", "r1", "wrong")).toBe("already-answered");
  });
});

describe("scores", () => {
  it("L10: move at the reveal, not at the answer: an open round must not tell who is right", () => {
    const game = new TestGame().join("ann", "ben").ask("r1");
    game.answer("ann", "r1", "right");
    expect(game.player("ann").score).toBe(0);
    game.close("r1");
    expect(game.player("ann")).toMatchObject({ score: 1500, place: 1, placeBefore: null, streak: 1 });
    expect(game.player("ben")).toMatchObject({ score: 0, place: 2, streak: 0 });
  });

  it("share a place when they are equal", () => {
    const game = new TestGame({ scoring: "accuracy" }).join("ann", "ben", "cai").ask("r1");
    game.answer("ann", "r1", "right");
    game.answer("ben", "r1", "right");
    game.close("r1");
    expect(["ann", "ben", "cai"].map((name) => game.player(name).place)).toEqual([1, 1, 3]);
  });

  it("L10: follow a voided round, and come back when it counts again", () => {
    const game = new TestGame({ scoring: "accuracy" }).join("ann").ask("r1");
    game.answer("ann", "r1", "right");
    game.close("r1").ask("r2");
    game.answer("ann", "r2", "right");
    game.close("r2").tell({ type: "void-round", roundId: roundId("r1"), voided: true });
    expect(game.player("ann")).toMatchObject({ score: 1000, streak: 1 });
    game.tell({ type: "void-round", roundId: roundId("r1"), voided: false });
    expect(game.player("ann")).toMatchObject({ score: 2000, streak: 2 });
  });

  it("a skipped question counts for nobody", () => {
    const game = new TestGame().join("ann").ask("r1");
    game.answer("ann", "r1", "right");
    game.tell({ type: "skip-round", roundId: roundId("r1") });
    expect(game.state.phase.name).toBe("reveal");
    expect(game.player("ann").score).toBe(0);
  });
});

describe("phases", () => {
  it("two clicks on next cannot open two questions", () => {
    const game = new TestGame().join("ann").ask("r1");
    expect(
      game.tell({
        type: "open-round",
        roundId: roundId("r2"),
        question: askedQuestion("r2"),
        why: null,
      }),
    ).toBe("wrong-phase");
  });

  it("an end in mid-question closes the round first and keeps its answers", () => {
    const game = new TestGame().join("ann").ask("r1");
    game.answer("ann", "r1", "right");
    game.tell({ type: "end" });
    expect(game.events.slice(-2).map((event) => event.type)).toEqual(["round-closed", "session-ended"]);
    expect(game.player("ann").score).toBe(1500);
  });

  it("nothing but a correction is possible after the end", () => {
    const game = new TestGame().join("ann").ask("r1").close("r1");
    game.tell({ type: "end" });
    expect(game.tell({ type: "end" })).toBe("game-over");
    expect(game.tell({ type: "void-round", roundId: roundId("r1"), voided: true })).toBe("ok");
  });

  it("private standings are never put on the projector", () => {
    const game = new TestGame({ standings: "private" }).join("ann").ask("r1").close("r1");
    expect(game.tell({ type: "show-standings" })).toBe("wrong-phase");
  });

  it("the points formula cannot change in the middle of a round", () => {
    const game = new TestGame().join("ann").ask("r1");
    expect(game.tell({ type: "settings", settings: { scoring: "speed" } })).toBe("wrong-phase");
    expect(game.tell({ type: "settings", settings: { confidence: false } })).toBe("ok");
  });

  it("confidence is asked after the answer and before the reveal", () => {
    const game = new TestGame().join("ann").ask("r1");
    const rate = { type: "rate", playerId: ids.ann, roundId: roundId("r1"), rating: 4 } as const;
    expect(game.tell(rate)).toBe("wrong-phase");
    game.answer("ann", "r1", "right");
    expect(game.tell(rate)).toBe("ok");
    expect(game.close("r1").tell(rate)).toBe("wrong-phase");
  });
});
