import { describe, expect, it } from "vitest";
import { createRandom } from "../random";
import { isSpelledBy, wrongExpansions } from "./initials";

describe("The initials of an answer", () => {
  it.each([
    ["How can one ship pass?", "A canal and nothing more", false],
    ["What does IPA stand for?", "India pale ale", true],
    ["What is w/r/t?", "with respect to", true],
    ["What is an inn?", "A house for travellers", false],
    ["What is pH?", "power of hydrogen", false],
  ])("tell “%s”: %s (%s)", (front, text, is) => {
    expect(isSpelledBy(front, text)).toBe(is);
  });

  it("are kept by wrong expansions, which never are the right one", () => {
    const wrong = wrongExpansions(
      "India Pale Ale",
      ["island", "insects", "palace", "ink", "paled"],
      createRandom(3),
    );
    expect(wrong).toHaveLength(3);
    for (const text of wrong) {
      expect(text).toMatch(/^(?:India|Island|Ink) (?:Pale|Pot|Palace) Ale$/);
      expect(text).not.toBe("India Pale Ale");
    }
  });

  it("give no wrong expansion where no word begins alike", () => {
    expect(wrongExpansions("India Pale Ale", ["zebra"], createRandom(3))).toEqual([]);
  });
});
