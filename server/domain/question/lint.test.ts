import { describe, expect, it } from "vitest";
import { echoes, fault, isOnlyIdentifier } from "./lint";

describe("The last look at a question", () => {
  it.each([
    ["Why is the weight larger?", "The weight is in grams", ["It rises", "It varies"], true],
    ["Why do we need randomization?", "Random samples differ", ["It rises", "It varies"], true],
    ["Is this variable larger?", "No harm is done", ["The variance falls", "It rises"], false],
    ["Why is the weight larger?", "The weight is in grams", ["The weights fall", "It rises"], false],
    ["The quotient \\(\\frac{u}{v}\\)", "\\(u^2 - v\\)", ["\\(\\cos x\\)", "\\(e^x\\)"], true],
    ["What is the Prototype pattern?", "A prototypical instance", ["A chain", "A wrapper"], true],
    ["What grows in the tree nursery?", "Saplings of a subtree", ["Grass", "Moss"], true],
    ["When is the road uncongested?", "Without congestion at night", ["At noon", "In rain"], true],
    ["How does milling go on?", "A second mill grinds", ["It stops", "It halts"], true],
    ["What is the purpose of a dam?", "The purpose is water", ["It is a wall", "It holds"], false],
    ["What has a multi-stone mill?", "Each stone turns alone", ["A sail turns", "It halts"], true],
    ["What is dimensionality?", "A high-dimensional room", ["A low-dimensional room", "A hall"], false],
    ["Which of these builds a parse tree?", "Parsing", ["Grinding", "Milling"], true],
    ["What is enforced adherence?", "Enforcing the terms", ["Reading the terms", "Selling the land"], true],
    ["Which coverage is it?", "Branch coverage", ["Set cover", "Vertex cover"], true],
  ])("%s → %s: an echo is %s", (prompt, key, wrong, isEcho) => {
    expect(echoes(prompt, key, wrong)).toBe(isEcho);
  });

  it.each([
    ["max_depth", ["fast training", "recall"], true],
    ["minSamples", ["fast training", "recall"], true],
    ["max_depth", ["min_depth", "recall"], false],
    ["depth", ["fast training", "recall"], false],
    ["Depth of the tree", ["fast training", "recall"], false],
  ])("%s beside %j: the one name of a program is %s", (key, wrong, only) => {
    expect(isOnlyIdentifier(key, wrong)).toBe(only);
  });

  it("turns away one distractor, equal options, and an option that the prompt says", () => {
    expect(fault("Where?", "Here", ["There"], false)).toMatch(/fewer than two/);
    expect(fault("Where?", "Here", ["There", "there"], false)).toMatch(/the same/);
    expect(fault("Where, far away?", "Here", ["There", "Far away"], false)).toMatch(/stands in the prompt/);
    expect(fault("Where?", "Here", ["There", "Away"], false)).toBeUndefined();
  });
});
