import { describe, expect, it } from "vitest";
import { createRandom } from "../random";
import { isLetteredBy, isSpelledBy, wrongExpansions } from "./initials";

describe("The initials of an answer", () => {
  it.each([
    ["How can one ship pass?", "A canal and nothing more", false],
    ["What does IPA stand for?", "India pale ale", true],
    ["What is w/r/t?", "with respect to", true],
    ["What is the PB in PB porter?", "Pale-Brown", true],
    ["What is b/ch coverage?", "butter or cheese", false],
    ["What is mc/dc coverage?", "mild cheese / dark", true],
    ["What is BestIPA?", "Best India-Pale Ale", true],
    ["What is an inn?", "A house for travellers", false],
    ["What is pH?", "power of hydrogen", false],
  ])("tell “%s”: %s (%s)", (front, text, is) => {
    expect(isSpelledBy(front, text)).toBe(is);
  });

  it.each([
    ["curve", "AUC is the area under the ROC ", ".", true],
    ["pale", "An IPA is an India ", " ale.", true],
    ["ale", "An IPA is an India pale ", ".", true],
    ["canal", "An IPA once came by a ", " to port.", false],
    ["water", "It keeps better than ", " on board.", false],
  ])("tell the gap for “%s” in “%s_____%s”: %s", (word, before, after, is) => {
    expect(isLetteredBy(word, before, after, `${before} ${after}`)).toBe(is);
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

  it("give no wrong expansion of people's names", () => {
    expect(wrongExpansions("Watt–Boulton pale ale", ["palace", "port", "axle"], createRandom(3))).toEqual([]);
  });

  it("give no wrong expansion where no word begins alike", () => {
    expect(wrongExpansions("India Pale Ale", ["zebra"], createRandom(3))).toEqual([]);
  });
});
