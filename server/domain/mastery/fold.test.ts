import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Answer, fold, newMastery, remember } from "./fold";

const someAnswers = fc
  .array(
    fc.record({
      student: fc.constantFrom("ana", "bo", "cem"),
      deck: fc.constantFrom("birds", "rivers"),
      number: fc.integer({ min: 1, max: 4 }),
      correct: fc.boolean(),
      wait: fc.integer({ min: 0, max: 1_000_000 }),
      options: fc.constantFrom(0, 2, 3, 4),
      tagged: fc.boolean(),
      confidence: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    }),
    { maxLength: 60 },
  )
  .map((rows): Answer[] => {
    let at = 1_760_000_000;
    return rows.map(({ number, wait, tagged, ...row }) => {
      at += wait;
      return { ...row, card: `${row.deck}-${number}`, skill: tagged ? row.deck : undefined, at };
    });
  });

describe("mastery is a fold of the answers", () => {
  test("folding again gives the same numbers, bit by bit", () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        expect(fold(answers)).toEqual(fold(answers));
      }),
    );
  });

  test("going on from what was stored equals folding everything", () => {
    fc.assert(
      fc.property(someAnswers, fc.nat(), (answers, cut) => {
        const half = answers.length === 0 ? 0 : cut % answers.length;
        const stored = structuredClone(fold(answers.slice(0, half)));
        for (const answer of answers.slice(half)) remember(stored, answer);
        expect(stored).toEqual(fold(answers));
      }),
    );
  });

  test("predictions stay probabilities and variances stay positive, whatever is answered", () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const mastery = newMastery();
        for (const answer of answers) {
          const { p, k, se } = remember(mastery, answer);
          expect(p > 0 && p < 1 && k > 0 && k < 1 && se > 0).toBe(true);
        }
        for (const { student, decks, pairs } of mastery.learners.values())
          for (const { v } of [student, ...decks.values(), ...pairs.values()]) expect(v).toBeGreaterThan(0);
        for (const { v } of mastery.cards.values()) expect(v).toBeGreaterThan(0);
      }),
    );
  });

  test("one student's answers leave another student's own memories alone", () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const bo = fold(answers).learners.get("bo");
        const pairs = [...(bo?.pairs.values() ?? [])];
        const own = answers.filter(({ student }) => student === "bo");
        expect(pairs.reduce((sum, pair) => sum + pair.c + pair.i, 0)).toBe(own.length);
      }),
    );
  });
});
