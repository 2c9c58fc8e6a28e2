import { describe, expect, it } from "vitest";
import { createRandom } from "../random";
import { Balance } from "./balance";
import { CUES, HONEST_SHARES } from "./shares";

describe("the balance of a row of questions", () => {
  it("starts with one in four for every guess", () => {
    expect(new Balance().shares()).toEqual(HONEST_SHARES);
  });

  it("owes a guess what it has not found, and takes back what it found too often", () => {
    const balance = new Balance();
    for (let turn = 0; turn < 3; turn++) balance.count({ ...HONEST_SHARES, longest: 1, shortest: 0 });
    const { longest, shortest, gramCentral } = balance.shares();
    expect(longest).toBe(0);
    expect(shortest).toBeGreaterThan(0.25);
    expect(gramCentral).toBe(0.25);
  });

  it("keeps a guess near one in four where every seventh key cannot be hidden", () => {
    const balance = new Balance();
    const random = createRandom(4);
    const rounds = 300;
    let found = 0;
    for (let round = 0; round < rounds; round++) {
      const longest = round % 7 === 0 || random() < balance.shares().longest ? 1 : 0;
      found += longest;
      balance.count({ ...HONEST_SHARES, longest });
    }
    expect(found / rounds).toBeGreaterThan(0.22);
    expect(found / rounds).toBeLessThan(0.28);
  });

  it("never asks for more than always or less than never", () => {
    const balance = new Balance();
    for (let turn = 0; turn < 100; turn++) balance.count({ ...HONEST_SHARES, longest: 1, shortest: 0 });
    const shares = balance.shares();
    for (const cue of CUES) {
      expect(shares[cue]).toBeGreaterThanOrEqual(0);
      expect(shares[cue]).toBeLessThanOrEqual(1);
    }
    for (let turn = 0; turn < 30; turn++) balance.count({ ...HONEST_SHARES, longest: 0 });
    expect(balance.shares().longest).toBeGreaterThan(0.25);
  });
});
