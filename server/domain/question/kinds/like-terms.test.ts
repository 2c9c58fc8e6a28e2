import { describe, expect, it } from "vitest";
import { areBuiltAlike, countableOf, isLetterOf, isSideOfThing } from "./like-terms";

describe("Terms that stand beside a key", () => {
  it.each([
    ["a pointer", "one"],
    ["the nutrient cycle", "one"],
    ["web sockets", "many"],
    ["the Paxos algorithm", "named"],
    ["HTTP", "named"],
    ["parsing", "uncounted"],
  ])("are counted as English counts %s", (term, countable) => {
    expect(countableOf(term)).toBe(countable);
  });

  it("hang on something only where the key does", () => {
    expect(areBuiltAlike("flour", "the 4 layers of a cake")).toBe(false);
    expect(areBuiltAlike("degree of a vertex", "size of a word")).toBe(true);
  });

  it("are several where the key is", () => {
    expect(areBuiltAlike("web sockets", "pointer")).toBe(false);
  });

  it("are no letter of an acronym that the description spells", () => {
    expect(isLetterOf("the S in SOLID", "The single responsibility principle")).toBe(true);
    expect(isLetterOf("the K in KNOT", "A loop of rope")).toBe(false);
    expect(isLetterOf("BASE", "basically available")).toBe(true);
    expect(isLetterOf("BASE", "always available")).toBe(false);
    expect(isLetterOf("R", "A language for running statistics")).toBe(false);
  });

  it("are no side of a thing", () => {
    expect(isSideOfThing("the valley's global and regional importance")).toBe(true);
    expect(isSideOfThing("the biomes and their distribution")).toBe(true);
    expect(isSideOfThing("the greenhouse effect")).toBe(false);
    expect(isSideOfThing("Kruskal's algorithm")).toBe(false);
  });
});
