import { describe, expect, it } from "vitest";
import { articled } from "./article";

const others = (...texts: string[]) =>
  texts.map((text) => ({ text, origin: "deck" as const, source: "mill" }));

describe("The article before a gap", () => {
  it.each([
    ["axle", "an axle"],
    ["hour", "an hour"],
    ["LED", "an LED"],
    ["unit", "a unit"],
    ["utility", "a utility"],
    ["unimportant day", "an unimportant day"],
    ["wheel", "a wheel"],
  ])("comes with “%s” as “%s” where the others begin differently", (word, option) => {
    const begunOtherwise = option.startsWith("an ") ? "mill" : "oven";
    const gap = articled("The miller has a ", word, others(begunOtherwise), 2);
    expect([gap.before, gap.key]).toEqual(["The miller has ", option]);
    expect(gap.others.map(({ text }) => text)).toEqual([begunOtherwise === "mill" ? "a mill" : "an oven"]);
  });

  it("stays where enough others begin alike, and they alone are left", () => {
    const gap = articled("An ", "axle", others("oven", "wheel", "inn"), 2);
    expect([gap.before, gap.key]).toEqual(["An ", "axle"]);
    expect(gap.others.map(({ text }) => text)).toEqual(["oven", "inn"]);
  });

  it("is large where it opens the sentence", () => {
    expect(articled("An ", "axle", others("wheel"), 2).key).toBe("An axle");
  });
});
