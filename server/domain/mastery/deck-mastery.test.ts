import { describe, expect, test } from "vitest";
import { PROBIT } from "./constants";
import { deckMastery } from "./deck-mastery";
import { fold, type Mastery, memoriesOf, newMastery, remember } from "./fold";

const T0 = 1_760_000_000;
const CARDS = ["c1", "c2", "c3", "c4", "c5", "c6"];
const deckOf = (mastery: Mastery, students: string[]) =>
  CARDS.map((card) => students.map((student) => memoriesOf(mastery, { student, deck: "deck", card })));

describe("how much of a deck is known", () => {
  test("is not a number before the first answers", () => {
    const mastery = newMastery();
    const before = deckMastery(deckOf(mastery, ["ana"]), mastery.weights, T0);
    expect(before?.enough).toBe(false);
    expect(deckMastery([], mastery.weights, T0)).toBeNull();
    expect(deckMastery([[]], mastery.weights, T0)).toBeNull();
  });

  test("has the published error for one student", () => {
    const mastery = fold(
      CARDS.map((card, n) => ({
        student: "ana",
        deck: "deck",
        card,
        correct: n % 3 > 0,
        at: T0 + n,
        options: 4,
      })),
    );
    const cards = deckOf(mastery, ["ana"]);
    let slopes = 0;
    let own = 0;
    let last = cards[0]?.[0];
    for (const [seat] of cards) {
      if (!seat) continue;
      last = seat;
      const V = seat.student.v + seat.card.v + seat.deck.v + seat.pair.v;
      const k = deckMastery([[seat]], mastery.weights, T0 + 60)?.known ?? Number.NaN;
      const slope = (k * (1 - k)) / Math.sqrt(1 + PROBIT * V);
      slopes += slope;
      own += slope ** 2 * (seat.card.v + seat.pair.v) + k * (1 - k);
    }
    const shared = (slopes / 6) ** 2 * ((last?.student.v ?? 0) + (last?.deck.v ?? 0));
    const result = deckMastery(cards, mastery.weights, T0 + 60);
    expect(result?.error).toBeCloseTo(Math.sqrt(shared + own / 36), 12);
  });

  test("becomes surer with answers, and more so for a class than for one student", () => {
    const mastery = newMastery();
    const students = Array.from({ length: 20 }, (_, n) => `s${n}`);
    const error = (who: string[]) => deckMastery(deckOf(mastery, who), mastery.weights, T0)?.error ?? 1;
    const start = error(["s0"]);
    for (let round = 0; round < 4; round++)
      for (const card of CARDS)
        for (const student of students)
          remember(mastery, { student, deck: "deck", card, correct: true, at: T0 + round * 600, options: 4 });
    expect(error(["s0"])).toBeLessThan(start);
    expect(error(students)).toBeLessThan(error(["s0"]));
    expect(deckMastery(deckOf(mastery, students), mastery.weights, T0 + 86_400)?.enough).toBe(true);
  });

  test("fades while nobody answers", () => {
    const mastery = newMastery();
    for (const card of CARDS)
      remember(mastery, { student: "ana", deck: "deck", card, correct: true, at: T0, options: 0 });
    const knownAfter = (days: number) =>
      deckMastery(deckOf(mastery, ["ana"]), mastery.weights, T0 + days * 86_400)?.known ?? Number.NaN;
    expect(knownAfter(1)).toBeLessThan(knownAfter(0.01));
    expect(knownAfter(60)).toBeLessThan(knownAfter(1));
  });
});
