import { describe, expect, it } from "vitest";
import { findSought } from "./sought-text";

const pieces = [
  "Encoder. Input: word embeddings. Layers: identical",
  "Input: word embeddings",
  "Layers: identical",
  "It’s the “masked”  one",
];

describe("the piece of a card that proves an answer", () => {
  it.each([
    ["Word embeddings", 1],
    ["**identical**", 2],
    ["Layers: identical.", 2],
    ['it\'s the "masked" one', 3],
    ["Encoder", 0],
    ["decoder", null],
    ["", null],
    ["a", null],
  ])("%j is found in piece %s", (sought, piece) => {
    expect(findSought(pieces, sought)).toBe(piece);
  });
});
