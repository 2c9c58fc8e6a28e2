import { describe, expect, it } from "vitest";
import {
  abbreviates,
  clips,
  spells,
  withoutAskedClause,
  withoutAskedOpening,
  withoutAskedSubject,
  withoutTerm,
} from "./definition";

describe("A definition is told without its term", () => {
  it.each([
    [
      "a skip list",
      "A skip list is a data structure with express lanes.",
      "A data structure with express lanes.",
    ],
    ["regularization", "Regularization is used to reduce overfitting.", "Used to reduce overfitting."],
    ["VHF", "Radio of very high frequency (VHF) refers only to a band of waves.", "A band of waves."],
    ["VHF", "Very High Frequency is a band of radio waves.", "A band of radio waves."],
    ["a lease", "A lease is defined as a right to use land.", "A right to use land."],
    ["bias", "Bias is simply, a difference of two values.", "A difference of two values."],
    [
      "classification",
      "Classification problems are problems with discrete answers.",
      "Problems with discrete answers.",
    ],
  ])("of %s", (term, text, rest) => {
    expect(withoutTerm(term, text)).toBe(rest);
  });

  it("not where it only says where to read on", () => {
    expect(withoutTerm("a sail", "Sails are documented in the book of the miller.")).toBeUndefined();
  });

  it("not where a second subject follows", () => {
    expect(withoutTerm("a sail", "A sail is a sheet of linen, and the axle is its bearer.")).toBeUndefined();
    expect(withoutTerm("a sail", "A sail is a sheet of linen, and is turned by the wind.")).toBeDefined();
    expect(withoutTerm("a sail", "A sail is a sheet of linen, and it was invented by monks.")).toBeDefined();
  });

  it("not where the subject is another thing", () => {
    expect(withoutTerm("the flour cycle", "Flour is taken from the mill by bakers.")).toBeUndefined();
    expect(withoutTerm("a skip list", "A hash table is a data structure.")).toBeUndefined();
  });
});

describe("An answer does not repeat what its front asks about", () => {
  it.each([
    [
      "How do we select the right regularization parameters?",
      "Regularization parameters can be chosen using a grid search",
      "Can be chosen using a grid search",
    ],
    [
      "What is the effect of a longer brew on the taste of tea?",
      "A longer brew makes the cup bitter and dark after five minutes",
      "Makes the cup bitter and dark after five minutes",
    ],
    ["What is the difference between tea and coffee?", "Tea is made of dried leaves in water", undefined],
    [
      "How are tea and coffee related?",
      "Tea is made of dried leaves, and coffee is made of beans",
      undefined,
    ],
    [
      "How do judges decide if there was a clear promise?",
      "Judges decide if there was a clear promise by looking at letters",
      undefined,
    ],
    ["How is tea made?", "Coffee is made of ground beans in water", undefined],
  ])("%s", (front, text, value) => {
    expect(withoutAskedSubject(front, text)).toBe(value);
  });
});

describe("An answer is told without what its question says", () => {
  it.each([
    [
      "How does a breach of contract occur?",
      "A breach of contract occurs if the seller refuses to deliver",
      "If the seller refuses to deliver",
    ],
    [
      "How do judges decide if there was a clear promise?",
      "Judges decide if there was a clear promise by looking for plain words",
      "By looking for plain words",
    ],
    [
      "What does the harvest clause examine?",
      "The harvest clause asks whether the grain was cut in time",
      "Whether the grain was cut in time",
    ],
    ["How is grain sold?", "The merchants of the coast sell it by weighing every sack", undefined],
    [
      "What is the difference between hay and straw?",
      "Hay differs from straw because it is cut green",
      undefined,
    ],
    ["How is grain dried?", "Grain is dried by hanging", undefined],
  ])("%s %s", (front, text, value) => {
    expect(withoutAskedClause(front, text)).toBe(value);
  });
});

describe("An answer does not open with its question", () => {
  it.each([
    [
      "What methods for solving an equation do you know?",
      "To solve an equation, you need to isolate the unknown",
      "You need to isolate the unknown",
    ],
    ["How is bread baked?", "In winter, you need to heat the oven first", undefined],
  ])("%s", (front, text, value) => {
    expect(withoutAskedOpening(front, text)).toBe(value);
  });
});

describe("A short form gives itself away", () => {
  it.each([
    ["ViTs", "Vision Transformers · vs CNNs", true],
    ["PPV", "looks at positive predictive value", true],
    ["CNN", "recurrent networks", false],
    ["Speed", "some people enjoy every day", false],
  ])("%s beside “%s”: %s", (short, text, gives) => {
    expect(abbreviates(short, text)).toBe(gives);
  });
});

describe("A description that says its label", () => {
  it.each([
    ["malloc", "memory allocation", true],
    ["cprog", "a C program", true],
    ["mill", "making sails of linen", false],
    ["stone", "a round thing of granite", false],
  ])("%s is clipped from “%s”: %s", (short, text, clipped) => {
    expect(clips(short, text)).toBe(clipped);
  });

  it.each([
    ["The VHF", "very high frequency", true],
    ["Pollution control", "keeps a river unpolluted", true],
    ["Congestion", "stays uncongested all day", true],
    ["Anabaptists", "adult baptism", true],
    ["Windmill", "grinds grain by the power of the air", false],
  ])("%s is told by “%s”: %s", (label, text, told) => {
    expect(spells(label, text)).toBe(told);
  });
});
