import { describe, expect, it } from "vitest";
import { loadVectors } from "#server/vectors/load";
import type { Judged } from "./judge";
import { measure } from "./measure";

const judged = (ranked: string[], chosen: string[], correct = "Oslo"): Judged => ({
  item: { question: "Which town?", correct, distractors: ["Bergen", "Tromsø", "Moss"], topic: "towns" },
  ranked,
  chosen,
  rejected: [],
});

describe("measures of distractors", () => {
  it("are perfect when people's own come first", () => {
    const { p1, p3, mrr, ndcg10, chosenP3 } = measure(
      [judged(["Moss", "Bergen", "Tromsø", "Rome"], ["Moss", "Bergen", "Tromsø"])],
      loadVectors(),
    );
    expect({ p1, p3, mrr, ndcg10, chosenP3 }).toEqual({
      p1: 100,
      p3: 100,
      mrr: 100,
      ndcg10: 100,
      chosenP3: 100,
    });
  });

  it("count what comes later for less", () => {
    const { p1, p3, mrr, ndcg10 } = measure(
      [judged(["Rome", "Moss", "Paris"], ["Rome", "Paris", "Moss"])],
      loadVectors(),
    );
    // One of three found, at place 2: (1 / log2 3) / (1 + 1 / log2 3 + 1 / log2 4) = 0.296
    expect({ p1, p3, mrr, ndcg10 }).toEqual({ p1: 0, p3: 33.3, mrr: 50, ndcg10: 29.6 });
  });

  it("find a key that its form gives away", () => {
    const given = measure(
      [judged([], ["Rome", "Bonn", "Kyiv"], "The very long name of a town")],
      loadVectors(),
    );
    expect(given.blind.longest).toBe(100);
    expect(given.blind.shortest).toBe(0);
    expect(given.keyLongestBy20).toBe(100);
    expect(given.keyOnlyOddFormat).toBe(100);
  });

  it("share ties: options of one length say nothing", () => {
    expect(measure([judged([], ["Rome", "Bonn", "Kyiv"])], loadVectors()).blind.longest).toBe(25);
  });
});
