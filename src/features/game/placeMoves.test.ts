import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PlayerId } from "@/contract/ids";
import type { StandingRow } from "@/contract/views";
import { placeMoves, placesWon } from "./placeMoves";

const row = (id: string, place: number, placeBefore: number | null): StandingRow => ({
  playerId: PlayerId.parse(id),
  name: id,
  score: 0,
  place,
  placeBefore,
  streak: 0,
});

const moves = (rows: StandingRow[]) =>
  placeMoves(rows).map(({ row: { name }, from, to }) => [name, from, to]);

describe("rows that trade places", () => {
  it("shows who came from where", () => {
    expect(moves([row("ada", 1, 3), row("ben", 2, 1), row("cem", 3, 2)])).toEqual([
      ["ada", 2, 0],
      ["ben", 0, 1],
      ["cem", 1, 2],
    ]);
  });

  it("brings a newcomer in from nowhere", () => {
    expect(moves([row("new", 1, null), row("ben", 2, 1)])).toEqual([
      ["new", null, 0],
      ["ben", 0, 1],
    ]);
  });

  it("counts among the rows shown, so that a late place does not come from off the screen", () => {
    expect(moves([row("ada", 1, 1), row("own", 17, 23)])).toEqual([
      ["ada", 0, 0],
      ["own", 1, 1],
    ]);
  });

  it("keeps the order of those who shared a place", () => {
    expect(moves([row("ada", 1, 1), row("ben", 1, 1), row("cem", 3, 1)])).toEqual([
      ["ada", 0, 0],
      ["ben", 1, 1],
      ["cem", 2, 2],
    ]);
  });

  it("gives every row that was there one index of its own", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 30 }), (before) => {
        const from = placeMoves(before.map((place, i) => row(`p${i}`, i + 1, place))).map(
          (move) => move.from,
        );
        expect(new Set(from).size).toBe(before.length);
        for (const index of from) expect(index).toBeLessThan(before.length);
      }),
    );
  });

  it.each([
    [1, 4, 3],
    [4, 1, -3],
    [2, 2, 0],
    [2, null, null],
  ])("place %i after %s is %s won", (place, placeBefore, won) => {
    expect(placesWon({ place, placeBefore })).toBe(won);
  });
});
