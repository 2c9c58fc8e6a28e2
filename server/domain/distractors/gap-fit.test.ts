import { describe, expect, it } from "vitest";
import { loadVectors } from "#server/vectors/load";
import { bestFitting, gapFit, isHinted, isOnlyFit } from "./gap-fit";
import { Lexicon } from "./lexicon";

const known = new Lexicon("eng", loadVectors());
const PROMPT = "The captain steered the _____ into the harbour.";
const candidatesOf = (...texts: string[]) =>
  texts.map((text) => ({ text, origin: "deck" as const, source: "another card" }));

describe("The fit of a word to a gap", () => {
  const gap = gapFit(PROMPT, "schooner", known);

  it("falls short of the key's where the word goes less well with the words round the gap", () => {
    expect(gap?.("theorem")).toBeGreaterThan(0.1);
    expect(gap?.("tugboat")).toBe(0);
    expect(gap?.("a tugboat")).toBe(0);
  });

  it("counts near words more than far ones", () => {
    const short = (prompt: string) => gapFit(prompt, "sail", known)?.("theorem");
    const [sea, school] = ["mast and anchor", "algebra and geometry"];
    expect(
      short(`Beside the ${sea} stands a _____ that nobody but us and them has seen at the ${school}.`),
    ).toBeGreaterThan(
      short(`Beside the ${school} stands a _____ that nobody but us and them has seen at the ${sea}.`) ?? 1,
    );
  });

  it("is not known of abbreviations and of words without a vector", () => {
    expect(gap?.("zzqqx")).toBe(gap?.("SHIP"));
    expect(gapFit(PROMPT, "zzqqx", known)).toBeUndefined();
    expect(gapFit(PROMPT, "SHIP", known)).toBeUndefined();
  });

  it("needs a gap, words round it, and vectors", () => {
    expect(gapFit("Which of these is a ship?", "schooner", known)).toBeUndefined();
    expect(gapFit("The _____ of it.", "schooner", known)).toBeUndefined();
    expect(gapFit(PROMPT, "schooner", new Lexicon("eng", undefined))).toBeUndefined();
  });

  it("tells the key where all others fall short", () => {
    expect(isOnlyFit(["theorem", "butter", "opera"], gap)).toBe(true);
    expect(isOnlyFit(["theorem", "butter", "tugboat"], gap)).toBe(false);
    expect(isOnlyFit(["theorem", "butter", "opera"], undefined)).toBe(false);
  });
});

describe("Of many candidates of a deck for a gap", () => {
  const strange = Array.from({ length: 40 }, (_, turn) => `zzq${turn}x`);

  it("those that fit best are ranked, at most 24", () => {
    const found = bestFitting(candidatesOf(...strange, "tugboat"), gapFit(PROMPT, "schooner", known));
    expect(found).toHaveLength(24);
    expect(found[0]?.text).toBe("tugboat");
  });

  it("none is left out that comes from elsewhere", () => {
    const proposed = { text: "butter", origin: "model" as const, source: "a proposal" };
    const found = bestFitting([...candidatesOf(...strange), proposed], gapFit(PROMPT, "schooner", known));
    expect(found).toContain(proposed);
    expect(found).toHaveLength(25);
  });

  it("the first are, where nothing is known of their fit", () => {
    expect(bestFitting(candidatesOf(...strange), undefined).map(({ text }) => text)).toEqual(
      strange.slice(0, 24),
    );
  });
});

describe("A word of the prompt", () => {
  const ROW = ["lowest", "average"];

  it("tells the key of a row that is nearer to it than the others are", () => {
    expect(isHinted("The sharp peak of the mountains is the _____ point.", "highest", ROW, known)).toBe(true);
    expect(
      isHinted("The meadow of the miller is the _____ point.", "average", ["lowest", "highest"], known),
    ).toBe(false);
  });

  it("is not looked for where the vectors do not know every option, or the prompt has no gap", () => {
    expect(isHinted("The peak is the _____ point.", "highest", [...ROW, "zzqqx"], known)).toBe(false);
    expect(isHinted("The peak is what of all points?", "highest", ROW, known)).toBe(false);
    expect(isHinted("The peak is the _____ point.", "highest", ROW, new Lexicon("eng", undefined))).toBe(
      false,
    );
  });
});
