import { describe, expect, it } from "vitest";
import { lookOf } from "./look";
import { topicOf } from "./topic";

const look = (text: string, front: string, isEnglish = true) =>
  lookOf(text, { front, topic: topicOf(front), isEnglish });

describe("How a text looks before it is understood", () => {
  it("names itself where it opens with the subject of its own card", () => {
    expect(look("A windlass is a drum that winds a rope", "What is a windlass?").namesItself).toBe(true);
    expect(
      look("The north wind brings rain over the pass", "What does the north wind bring?").namesItself,
    ).toBe(true);
    expect(look("A drum that winds a rope", "What is a windlass?").namesItself).toBe(false);
  });

  it.each(["Windlass: a drum", "capstan - a drum that stands"])("“%s” is labelled", (text) => {
    expect(look(text, "Ships").isLabelled).toBe(true);
  });

  it.each(["A drum that winds", "See the note on ropes: they wear"])("“%s” is not labelled", (text) => {
    expect(look(text, "Ships").isLabelled).toBe(false);
  });

  it("is whole with its brackets closed", () => {
    expect(look("a rope (of hemp", "Ships").isWhole).toBe(false);
    expect(look("a rope (of hemp)", "Ships").isWhole).toBe(true);
  });

  it("has no English grammar in another language", () => {
    expect(look("para llevar el agua del pozo al molino", "pozo", false).form).toBe("sentence");
    expect(look("to draw water from a well", "well").form).toBe("infinitive");
  });
});
