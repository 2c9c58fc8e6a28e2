import { describe, expect, it } from "vitest";
import { studyDeck } from "./study";
import { areTwins, isTelling, shareFrame } from "./twin-fronts";

function twins(a: readonly [string, string], b: readonly [string, string]): boolean | undefined {
  const [one, other] = studyDeck([a, b].map(([front, back], id) => ({ id: `${id}`, front, back }))).cards;
  return one && other && areTwins(one, other);
}

describe("Twins among fronts", () => {
  it.each([
    [
      "ask the same of two things",
      "What is the length of a short barge?",
      "14 m",
      "What is the length of a long barge?",
      "20 m",
      true,
    ],
    [
      "have rows of other names",
      "Which stones has the old mill?",
      "- basalt\n- lava",
      "Which stones has the new mill?",
      "- slate\n- chalk",
      true,
    ],
    [
      "are none where names recur",
      "Which stones has the old mill?",
      "- basalt\n- lava",
      "Which stones has the new mill?",
      "- slate\n- lava",
      false,
    ],
    [
      "are none with one answer",
      "What is the colour of a ripe plum?",
      "Dark blue",
      "What is the colour of a ripe sloe?",
      "Dark blue",
      false,
    ],
    [
      "are none where they praise",
      "What is an advantage of oak racks?",
      "They last",
      "What is an advantage of pine racks?",
      "They are light",
      false,
    ],
    [
      "are none where much differs",
      "What is the length of a short barge?",
      "14 m",
      "What is the length of the tow rope behind it?",
      "20 m",
      false,
    ],
  ])("%s", (_, front, back, otherFront, otherBack, are) => {
    expect(twins([front, back], [otherFront, otherBack])).toBe(are);
  });

  it("share frames that say something", () => {
    expect(isTelling("how is * formed")).toBe(true);
    expect(isTelling("what is the * ")).toBe(false);
    const named = (...frames: string[]) => ({ frames });
    expect(shareFrame(named("how is * formed"), named("how is * formed", "how is * "))).toBe(true);
    expect(shareFrame(named("what is the * "), named("what is the * "))).toBe(false);
  });
});
