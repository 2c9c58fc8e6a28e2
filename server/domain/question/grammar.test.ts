import { describe, expect, it } from "vitest";
import { alikeInCase, alikeInGrammar, grammaticalForm } from "./grammar";

describe("Options of one question are built alike", () => {
  it.each([
    ["It buffers reads in memory", "sentence"],
    ["The training set is used to fit the model", "sentence"],
    ["Can be chosen by a search", "predicate"],
    ["Used to reduce overfitting", "predicate"],
    ["A plot of precision and recall", "definition"],
    ["The successor to SSL. All its versions are out of use.", "definition"],
    ["Is read by e.g. a parser", "predicate"],
    ["Shortcuts that are added to the output", "phrase"],
    ["", "phrase"],
  ])("“%s” is a %s", (text, form) => {
    expect(grammaticalForm(text)).toBe(form);
  });

  const phrases = ["A plot", "A list of names", "The sum of squares", "A method that is slow"].map(
    (text) => ({ text }),
  );
  const sentences = ["It is slow", "They are lists"].map((text) => ({ text }));

  it("keeps the key's form where enough candidates have it", () => {
    expect(alikeInGrammar("A graph without cycles", [...sentences, ...phrases])).toEqual(phrases);
  });

  it("keeps small letters beside small letters where enough candidates have them", () => {
    const small = ["fast", "slow to start", "cheap", "old"].map((text) => ({ text }));
    expect(alikeInCase("easy to carry", [...phrases, ...small])).toEqual(small);
    expect(alikeInCase("A graph", [...phrases, ...small])).toEqual(phrases);
    expect(alikeInCase("easy to carry", [...phrases, ...small.slice(1)])).toHaveLength(7);
  });

  it("keeps all where too few have it", () => {
    expect(alikeInGrammar("It is fast", [...sentences, ...phrases])).toHaveLength(6);
  });
});
