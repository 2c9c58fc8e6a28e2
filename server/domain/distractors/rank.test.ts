import { describe, expect, it } from "vitest";
import { loadVectors } from "#server/vectors/load";
import { createRanker } from "./rank";
import weights from "./weights.json" with { type: "json" };

const withVectors = createRanker(weights, loadVectors());
const without = createRanker(weights, undefined);

describe("ranking candidates", () => {
  const order = (
    prompt: string,
    key: string,
    candidates: string[],
    ranker = withVectors,
    language = "eng",
  ) => {
    const scores = ranker.score({ prompt, key, candidates, language });
    return candidates
      .map((text, at) => ({ text, score: scores[at] ?? 0 }))
      .sort((one, other) => other.score - one.score)
      .map(({ text }) => text);
  };

  it.each([
    [
      "Which planet is the largest?",
      "Jupiter",
      ["Saturn", "Neptune", "Shakespeare", "Portugal", "Oxygen"],
      2,
    ],
    [
      "Which gas do plants take in?",
      "carbon dioxide",
      ["nitrogen oxide", "hydrogen", "parliament", "guitar"],
      2,
    ],
    [
      "Who painted the Mona Lisa?",
      "Leonardo da Vinci",
      ["Michelangelo", "Vincent van Gogh", "Toyota", "1789"],
      2,
    ],
  ])("%s %s: things of its kind come first", (prompt, key, candidates, good) => {
    expect(new Set(order(prompt, key, candidates).slice(0, good))).toEqual(
      new Set(candidates.slice(0, good)),
    );
  });

  it("needs no vectors to tell years, names and clauses apart", () => {
    const candidates = ["1914", "1492", "Otto von Bismarck", "because it was raining on that day."];
    expect(order("When did it end?", "1945", candidates, without).slice(0, 2).sort()).toEqual([
      "1492",
      "1914",
    ]);
  });

  it("does not read other languages with English vectors", () => {
    const asked = {
      prompt: "¿Cómo se dice?",
      key: "perro",
      candidates: ["gato", "mesa", "correr"],
      language: "spa",
    };
    expect(withVectors.score(asked)).toEqual(without.score(asked));
  });

  it("scores the same whatever was asked before", () => {
    const asked = {
      prompt: "Capital of Norway?",
      key: "Oslo",
      candidates: ["Bergen", "Stockholm"],
      language: "eng",
    };
    const fresh = createRanker(weights, loadVectors()).score(asked);
    withVectors.score({ ...asked, prompt: "Something else", candidates: ["Malmö", "Bergen", "Lund"] });
    expect(withVectors.score(asked)).toEqual(fresh);
  });

  it("refuses weights of other features", () => {
    const other = { ...weights, lexical: { ...weights.lexical, features: ["charm"] } };
    expect(() => createRanker(other, undefined)).toThrow(/other features/);
  });
});
