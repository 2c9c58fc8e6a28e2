import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowSites } from "./rows";

const asked = (sentence: string) => rowSites(sentence).map(({ text, instead }) => [text, ...instead]);

describe("A word of a row can be asked for", () => {
  it.each([
    [
      "a verb in the third person",
      "A wider sail reduces the speed.",
      ["reduces", "increases", "preserves", "ignores"],
    ],
    [
      "a verb behind “to”",
      "The miller turns it to reduce the speed.",
      ["reduce", "increase", "preserve", "ignore"],
    ],
    [
      "a participle behind its verb",
      "The speed is reduced by a sail.",
      ["reduced", "increased", "preserved", "ignored"],
    ],
    [
      "a comparison with what it compares",
      "A sail of linen is heavier than a sail of silk.",
      ["heavier than", "lighter than", "as heavy as"],
    ],
    [
      "a direction",
      "The mill stands in the northern valley.",
      ["northern", "southern", "eastern", "western"],
    ],
    ["a party", "The landlord mends the roof of the mill.", ["landlord", "tenant", "broker", "witness"]],
    [
      "a term of two words",
      "The miller knows the numbers of the test set.",
      ["test set", "training set", "validation set"],
    ],
  ])("as %s", (_, sentence, words) => {
    expect(asked(sentence)).toEqual([words]);
  });

  it.each([
    ["is denied", "A wider sail does not reduce the speed."],
    ["is only possible", "A wider sail might reduce the speed."],
    ["is a noun before its verb", "If the wind is strong, then delays could break the sail."],
    ["is a noun between its words", "In written contracts between millers, haste is rare."],
    ["goes with “even”", "The miller works even without a helper of his own."],
    ["is a noun", "An increase of the speed breaks the sail."],
    ["is an adjective", "The miller likes the reduced speed."],
    ["stands beside its opposite", "A sail increases the speed and a brake decreases it."],
    ["is bound to the word before it", "Nothing turns at high speed."],
    ["has a form of its opposite in the sentence", "They create the plan of a mill by copying another."],
    ["is told by a word of its root", "The brake increases the speed by an increment."],
    ["counts what the sentence lists", "The mill has two stones: a runner and a bed."],
    ["counts what is known", "Grain lies between the two stones of the mill."],
    ["says only how something is done", "The sails turn without breaking the rope."],
    ["is a condition", "If a sail increases the speed, the miller turns it."],
    ["compares with what is not said", "The miller saw the storm before."],
    ["is the second half of a comparison", "A sail of linen has a higher weight than a sail of silk."],
    ["is a plural", "The sudden increases of the speed break the sail."],
    ["counts what a colon announces", "The mill has at least 2 doors: one for grain and one for flour."],
    ["makes something do something", "The wind is strong, causing the sails to turn."],
    ["stands twice", "A sail reduces the speed, and a brake reduces it too."],
  ])("but not where it %s", (_, sentence) => {
    expect(asked(sentence)).toEqual([]);
  });
});

describe("Any text", () => {
  const word = fc.constantFrom(
    "reduces",
    "to",
    "reduce",
    "the",
    "two",
    "sails",
    "is",
    "higher than",
    "must",
    "not",
    "🌾",
    ",",
  );
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(word).map((words) => words.join(" ")),
  );

  it("gives sites that stand in it, each with two others at least that do not", () => {
    fc.assert(
      fc.property(text, (sentence) => {
        for (const { at, text: found, instead } of rowSites(sentence)) {
          expect(sentence.slice(at, at + found.length)).toBe(found);
          expect(new Set([found, ...instead]).size).toBe(instead.length + 1);
          expect(instead.length).toBeGreaterThanOrEqual(2);
          for (const other of instead) expect(` ${sentence} `).not.toContain(` ${other} `);
        }
      }),
    );
  });
});
