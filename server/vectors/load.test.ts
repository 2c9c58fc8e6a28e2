import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadVectors, openVectors } from "./load";

const cosine = (one: string, other: string) => {
  const vectors = loadVectors();
  const left = vectors.vector(one) ?? new Float32Array();
  const right = vectors.vector(other) ?? new Float32Array();
  return left.reduce((sum, value, at) => sum + value * (right[at] ?? 0), 0);
};

describe("the word vectors", () => {
  it("have length 1 and are loaded once", () => {
    expect(loadVectors()).toBe(loadVectors());
    expect(cosine("paris", "paris")).toBeCloseTo(1, 5);
    expect(loadVectors().vector("zzzzqqq")).toBeUndefined();
  });

  it("put words of one kind near each other", () => {
    expect(cosine("france", "germany")).toBeGreaterThan(cosine("france", "photosynthesis") + 0.3);
    expect(cosine("mitosis", "meiosis")).toBeGreaterThan(cosine("mitosis", "bishop") + 0.3);
  });

  it("know common words as common", () => {
    const { rank } = loadVectors();
    expect(rank("the")).toBe(0);
    expect(rank("water") ?? 0).toBeLessThan(rank("mitochondria") ?? 0);
  });

  it("refuse a table that does not fit its words", () => {
    const words = new TextEncoder().encode("one\ntwo\n");
    expect(() => openVectors(fileURLToPath(import.meta.url), words)).toThrow(/damaged/);
  });
});
