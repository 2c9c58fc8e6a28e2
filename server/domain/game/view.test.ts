import { describe, expect, it } from "vitest";
import { playerId, TestGame } from "../../testing/game";
import { hostView, playerView } from "./view";

const live = {
  connected: new Set(["ann", "ben"].map(playerId)),
  joinUrl: "http://here",
  factor: null,
  hasNext: true,
  plan: [],
  skipped: [],
  roster: null,
  interrupted: false,
  revealAt: null,
  devices: { screens: 1, remotes: 0, allowed: 0 },
};
const ann = playerId("ann");

describe("what a screen may know", () => {
  it("before the reveal two questions that differ only in their key look the same to everybody", () => {
    const asked = (key: number) => {
      const game = new TestGame().join("ann", "ben").ask("r1");
      const question = game.state.rounds[0]?.question;
      const option = question?.options[key];
      if (!question || !option) throw new Error("The test's question has four options.");
      question.keys = [option.id];
      game.answer("ann", "r1", "right");
      return JSON.stringify([
        hostView(game.state, live),
        playerView(game.state, ann),
        playerView(game.state, playerId("ben")),
      ]);
    };
    expect(new Set([0, 1, 2, 3].map(asked)).size).toBe(1);
  });

  it("deck, card and question ids, student ids and other players' answers reach nobody's phone", () => {
    const game = new TestGame().join("ann", "ben").ask("r1");
    game.answer("ben", "r1", "wrong");
    const open = JSON.stringify(playerView(game.state, ann));
    for (const secret of ["r1-question", "r1-card", "studentId", "ben"]) expect(open).not.toContain(secret);
    const shown = JSON.stringify(playerView(game.close("r1").state, ann));
    for (const secret of ["r1-question", "r1-card"]) expect(shown).not.toContain(secret);
  });

  it("the reveal tells the key, the back, the own award and who chose what", () => {
    const game = new TestGame().join("ann", "ben").ask("r1");
    game.answer("ann", "r1", "right");
    game.answer("ben", "r1", "wrong");
    game.close("r1");
    expect(playerView(game.state, ann).phase).toMatchObject({
      name: "reveal",
      correct: true,
      points: 1500,
      award: { base: 1000, speed: 500 },
      reveal: { keys: ["r1-right"], back: "r1 is right." },
    });
    const phase = hostView(game.state, live).phase;
    if (phase.name !== "reveal") throw new Error(`Expected the reveal, saw ${phase.name}.`);
    expect(Object.fromEntries(phase.reveal.counts.map((c) => [c.optionId, c.chosen]))).toMatchObject({
      "r1-right": 1,
      "r1-wrong": 1,
    });
    expect(phase.classAccuracy).toBe(0.5);
  });

  it("a question that is only on the projector has no words on a phone until the reveal", () => {
    const game = new TestGame({ questionOn: "projector" }).join("ann").ask("r1");
    const phase = playerView(game.state, ann).phase;
    expect(
      phase.name === "question" && [phase.round.prompt, ...phase.round.options.map((o) => o.text)],
    ).toEqual([null, null, null, null, null]);
  });

  it("extra time is in the own view only", () => {
    const game = new TestGame().join("ann", "ben");
    game.tell({ type: "extra-time", playerId: ann, factor: 1.5 });
    game.ask("r1");
    const deadline = (name: string) => {
      const phase = playerView(game.state, playerId(name)).phase;
      return phase.name === "question" ? phase.round.deadline : null;
    };
    expect(Number(deadline("ann")) - Number(deadline("ben"))).toBe(10_000);
    expect(JSON.stringify(playerView(game.state, playerId("ben")))).not.toContain("extra");
  });

  it("a paused round shows the time left and no deadline", () => {
    const game = new TestGame().join("ann").ask("r1").wait(5_000);
    game.tell({ type: "pause" });
    expect(playerView(game.state, ann).phase).toMatchObject({
      round: { deadline: null, paused: { remainingMs: 15_000 } },
    });
  });

  it("private standings show a player nobody but themselves", () => {
    const game = new TestGame({ standings: "private" }).join("ann", "ben").ask("r1");
    game.answer("ben", "r1", "right");
    game.close("r1").tell({ type: "end" });
    expect(playerView(game.state, ann).phase).toMatchObject({ rows: [{ playerId: "ann", place: 2 }] });
    expect(hostView(game.state, live).phase).toMatchObject({ rows: [] });
  });

  it("a phone outside the best five sees the five and itself", () => {
    const names = ["p1", "p2", "p3", "p4", "p5", "p6", "p7"];
    const game = new TestGame({ scoring: "accuracy" }).join(...names).ask("r1");
    for (const name of names.slice(0, 6)) game.answer(name, "r1", "right");
    game.close("r1").tell({ type: "show-standings" });
    const phase = playerView(game.state, playerId("p7")).phase;
    expect(phase.name === "standings" && phase.rows.map((r) => r.playerId)).toEqual([
      "p1",
      "p2",
      "p3",
      "p4",
      "p5",
      "p7",
    ]);
  });
});
