import { describe, expect, it } from "vitest";
import { optionId, roundId, TestGame } from "../../testing/game";
import { fold } from "./evolve";

const accept = (game: TestGame, tag: string, option: string, accepted = true) =>
  game.tell({
    type: "accept-option",
    roundId: roundId(tag),
    optionId: optionId(`${tag}-${option}`),
    accepted,
  });

/** Three players; Ada right, Bea and Cy wrong each in their way, then all right. */
function played(scoring: "accuracy-first" | "speed" | "accuracy" | "streak") {
  const game = new TestGame({ scoring }).join("Ada", "Bea", "Cy").ask("one");
  game.answer("Ada", "one", "right");
  game.wait(4_000).answer("Bea", "one", "wrong");
  game.answer("Cy", "one", "other");
  game.close("one").ask("two");
  for (const name of ["Ada", "Bea", "Cy"]) game.answer(name, "two", "right");
  return game.close("two");
}
const scores = (game: TestGame) => ["Ada", "Bea", "Cy"].map((name) => game.player(name).score);

describe("an option accepted after its round", () => {
  it.each(["accuracy-first", "speed", "accuracy", "streak"] as const)(
    "gives those who chose it what they would have had, and nobody else anything (%s)",
    (scoring) => {
      const game = played(scoring);
      const [ada, bea, cy] = scores(game);
      const before = structuredClone(game.state);
      expect(accept(game, "one", "wrong")).toBe("ok");
      const after = scores(game);
      expect(after[0]).toBe(ada);
      expect(after[1]).toBeGreaterThan(bea ?? 0);
      expect(after[2]).toBe(cy);
      expect(accept(game, "one", "wrong", false)).toBe("ok");
      expect(game.state).toEqual(before);
    },
  );

  it("pays the speed that was shown then: 4 of 20 s earn 400 of 500", () => {
    const game = played("accuracy-first");
    const before = game.player("Bea").score;
    accept(game, "one", "wrong");
    expect(game.player("Bea").score - before).toBeGreaterThanOrEqual(1_400 - 75);
    expect(game.player("Bea").score - before).toBeLessThanOrEqual(1_400 + 75);
  });

  it("is what the fold of the log says, with the game long over", () => {
    const game = played("accuracy-first");
    game.tell({ type: "end" });
    expect(accept(game, "one", "wrong")).toBe("ok");
    expect(fold(structuredClone(game.events))).toEqual(game.state);
  });

  it("does not touch the question that was asked", () => {
    const game = played("accuracy");
    const asked = structuredClone(game.events.find(({ type }) => type === "round-opened"));
    accept(game, "one", "wrong");
    expect(game.events.find(({ type }) => type === "round-opened")).toEqual(asked);
    expect(game.state.rounds[0]?.question.keys).toEqual(["one-right", "one-wrong"]);
  });

  it("counts once, however often it is asked for", () => {
    const game = played("accuracy");
    accept(game, "one", "wrong");
    const events = game.events.length;
    expect(accept(game, "one", "wrong")).toBe("ok");
    expect(game.events).toHaveLength(events);
  });

  it("leaves a key of the question a key", () => {
    const game = played("accuracy");
    expect(accept(game, "one", "right", false)).toBe("ok");
    expect(accept(game, "one", "right")).toBe("wrong-phase");
    expect(game.state.rounds[0]?.question.keys).toEqual(["one-right"]);
  });

  it.each([
    ["an open round", "three", "wrong", "wrong-phase"],
    ["a round that was never asked", "four", "wrong", "no-such-round"],
    ["an option of another question", "one", "nothing", "unknown-option"],
  ])("is refused in %s", (_, tag, option, refusal) => {
    const game = played("accuracy").ask("three");
    expect(accept(game, tag, option)).toBe(refusal);
  });
});
