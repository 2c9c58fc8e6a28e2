import { describe, expect, test } from "vitest";
import { type Answer, memoriesOf, newMastery, remember } from "./fold";

/** The published reference run: two students, two cards, four options; numbers before and after each answer. */
const T0 = 1_760_000_000;
const REFERENCE = [
  { who: "ana", card: "c1", at: T0, correct: true, p: 0.4969457834009523, theta: 0.2468309579448584 },
  {
    who: "bo",
    card: "c1",
    at: T0,
    correct: false,
    confidence: 2,
    p: 0.546702289496479,
    theta: -0.23892369279773043,
  },
  {
    who: "ana",
    card: "c2",
    at: T0 + 60,
    correct: false,
    confidence: 5,
    p: 0.5289677292501209,
    theta: 0.051927073714683164,
  },
  {
    who: "bo",
    card: "c2",
    at: T0 + 60,
    correct: true,
    confidence: 4,
    p: 0.4228535196635739,
    theta: 0.118497701980366,
  },
  {
    who: "ana",
    card: "c1",
    at: T0 + 360,
    correct: true,
    confidence: 5,
    p: 0.756133381024654,
    theta: 0.2082806871906295,
  },
] as const;

const ANA_C1 = { student: "ana", deck: "deck", card: "c1" };
const answer = (over: Partial<Answer> = {}): Answer => ({
  student: "ana",
  deck: "deck",
  card: "c1",
  correct: true,
  at: T0,
  options: 4,
  ...over,
});

describe("an answer moves what we believe", () => {
  test("by the published amounts, confidence included", () => {
    const mastery = newMastery();
    for (const { who, p, theta, ...row } of REFERENCE) {
      const before = remember(mastery, answer({ student: who, ...row }));
      expect(before.p).toBeCloseTo(p, 9);
      expect(memoriesOf(mastery, { student: who, deck: "deck", card: row.card }).student.m).toBeCloseTo(
        theta,
        9,
      );
    }
    expect(mastery.weights.w[1]).toBeCloseTo(1.2520277409798988, 9);
    expect(mastery.weights.w[3]).toBeCloseTo(5.100638894707993, 9);
  });

  test("a right answer raises the student and lowers the card's difficulty; a wrong one the other way", () => {
    for (const [correct, sign] of [
      [true, 1],
      [false, -1],
    ] as const) {
      const mastery = newMastery();
      remember(mastery, answer({ correct }));
      const { student, card, deck, pair } = memoriesOf(mastery, ANA_C1);
      expect([student.m, -card.m, deck.m, pair.m].map(Math.sign)).toEqual([sign, sign, sign, sign]);
    }
  });

  test("a typed right answer says more than one picked among four", () => {
    const gain = (options: number) => {
      const mastery = newMastery();
      remember(mastery, answer({ options }));
      return memoriesOf(mastery, ANA_C1).student.m;
    };
    expect(gain(0)).toBeGreaterThan(gain(4));
    expect(gain(4)).toBeGreaterThan(gain(2));
  });

  test("a sure right answer is believed more than a lucky one", () => {
    const level = (confidence: number) => {
      const mastery = newMastery();
      remember(mastery, answer({ confidence }));
      return memoriesOf(mastery, ANA_C1).student.m;
    };
    const levels = [1, 2, 3, 4, 5].map(level);
    expect(levels).toEqual([...levels].sort((a, b) => a - b));
    expect(level(5)).toBeGreaterThan(level(1));
  });
});
