import { describe, expect, it } from "vitest";
import { isDead, mayBeRight, optionCounts } from "./option-counts";

/** Nine players; player n answers the first 2n of sixteen easy questions right, so 8 is the best and 0 the weakest. */
function session(tenth: (player: number) => string) {
  const options = ["key", "wrong"].map((id) => ({ id, stored: null }));
  const easy = Array.from({ length: 16 }, (_, question) => ({
    options,
    answers: Array.from({ length: 9 }, (_, player) => ({
      player: String(player),
      option: question < 2 * player ? "key" : "wrong",
      correct: question < 2 * player,
    })),
  }));
  const asked = {
    options: ["key", "trap", "dead"].map((id) => ({ id, stored: `deck-${id}` })),
    answers: Array.from({ length: 9 }, (_, player) => ({
      player: String(player),
      option: tenth(player),
      correct: tenth(player) === "key",
    })),
  };
  return optionCounts([...easy, asked]);
}

describe("the counts of a session", () => {
  it("tell how often each option of the deck was shown and taken, and by whom", () => {
    const counts = session((player) => (player >= 6 ? "trap" : "key"));
    expect(counts).toEqual([
      { stored: "deck-key", shown: 9, chosen: 6, shownTop: 3, chosenTop: 0, shownBottom: 3, chosenBottom: 3 },
      {
        stored: "deck-trap",
        shown: 9,
        chosen: 3,
        shownTop: 3,
        chosenTop: 3,
        shownBottom: 3,
        chosenBottom: 0,
      },
      {
        stored: "deck-dead",
        shown: 9,
        chosen: 0,
        shownTop: 3,
        chosenTop: 0,
        shownBottom: 3,
        chosenBottom: 0,
      },
    ]);
  });

  it("warn where the best take a wrong answer and the weakest do not", () => {
    const trap = (players: (player: number) => boolean) =>
      session((player) => (players(player) ? "trap" : "key")).find(({ stored }) => stored === "deck-trap");
    expect(mayBeRight(trap((player) => player >= 6) ?? expect.fail())).toBe(true);
    expect(mayBeRight(trap((player) => player < 3) ?? expect.fail())).toBe(false);
    expect(mayBeRight(trap(() => true) ?? expect.fail())).toBe(false);
  });

  it("make no thirds of a handful", () => {
    const answers = [{ player: "Ada", option: "a", correct: true }];
    expect(optionCounts([{ options: [{ id: "a", stored: "a" }], answers }])[0]).toMatchObject({
      shown: 1,
      shownTop: 0,
      shownBottom: 0,
    });
  });
});

describe("a distractor is retired", () => {
  it.each([
    { chosen: 0, shown: 72, dead: false },
    { chosen: 0, shown: 73, dead: true },
    { chosen: 1, shown: 74, dead: false },
    { chosen: 5, shown: 100, dead: false },
    { chosen: 0, shown: 0, dead: false },
  ])("$chosen of $shown: $dead", ({ dead, ...counts }) => {
    expect(isDead(counts)).toBe(dead);
  });
});
