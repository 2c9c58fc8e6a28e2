import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { confusionGraph, LEAST_CONFUSED, type MixedAnswer } from "./confusion-graph";

let clock = 0;
/** A student answers a card beside whose key two other cards' answers and one of nobody's stood. */
const answer = (student: string, card: string, took: string | null, offered = ["b", "c"]): MixedAnswer => ({
  ...{ student, card, offered, distractors: 3, took },
  correct: took === null,
  at: clock++,
});
const times = (n: number, make: (student: string) => MixedAnswer) =>
  Array.from({ length: n }, (_, at) => make(`s${at}`));

describe("which cards are taken for each other", () => {
  test("an edge counts each student once, however often they do it, among those to whom it was offered", () => {
    const answers = [
      ...times(4, (student) => answer(student, "a", "b")),
      answer("s0", "a", "b"),
      answer("s4", "a", null),
      answer("s5", "a", "b", ["c"]),
    ];
    expect(confusionGraph(answers).edges).toMatchObject([
      { asked: "a", answered: "b", students: 4, offered: 5, share: 0.8, times: 5 },
    ]);
  });

  test("what fewer than three students did is a slip, counted and not drawn", () => {
    const two = times(2, (student) => answer(student, "a", "b"));
    expect(confusionGraph(two)).toEqual({ cards: [], edges: [], slips: 1 });
    expect(confusionGraph([...two, answer("s2", "a", "b")]).edges).toHaveLength(1);
  });

  test("wrong answers that spread as blind choice does are not said to be more than chance", () => {
    const blind = times(30, (student) =>
      answer(student, "a", ["b", "c", null][Number(student.slice(1)) % 3] ?? null),
    );
    const wrong = blind.map((one) => ({ ...one, correct: false }));
    expect(confusionGraph(wrong).edges.map(({ beyondChance }) => beyondChance)).toEqual([false, false]);
  });

  test("wrong answers that nearly all go to one card are", () => {
    const drawn = [...times(12, (student) => answer(student, "a", "b")), answer("s20", "a", "c")];
    expect(confusionGraph(drawn).edges).toMatchObject([{ answered: "b", beyondChance: true }]);
  });

  test("the chance is the exact tail of the binomial distribution", () => {
    // P(X ≥ 5 of 5) at 1/3 is 0.0041, P(X ≥ 3 of 3) is 0.037: one edge each, both let through at 5 %; 2 of 3 is 0.26.
    for (const [hits, of, beyond] of [
      [5, 5, true],
      [3, 3, true],
      [3, 6, false],
    ] as const) {
      const others = Array.from({ length: of - hits }, (_, at) => ({
        ...answer(`o${at}`, "a", null),
        correct: false,
      }));
      const { edges } = confusionGraph([...times(hits, (student) => answer(student, "a", "b")), ...others]);
      expect(edges[0]?.beyondChance, `${hits} of ${of}`).toBe(beyond);
    }
  });

  test("cards that are mixed up stand next to each other", () => {
    const both = (n: number, one: string, other: string) => [
      ...times(n, (student) => answer(student, one, other, [other])),
      ...times(n, (student) => answer(student, other, one, [one])),
    ];
    const { cards } = confusionGraph([...both(3, "a", "x"), ...both(6, "b", "y"), ...both(4, "y", "z")]);
    const apart = (one: string, other: string) => Math.abs(cards.indexOf(one) - cards.indexOf(other));
    expect([apart("a", "x"), apart("b", "y"), apart("y", "z")]).toEqual([1, 1, 1]);
  });

  test("every drawn edge rests on enough students, joins two cards of the line, and no card stands twice", () => {
    const card = fc.constantFrom("a", "b", "c", "d");
    const one = fc
      .record({ student: fc.integer({ min: 0, max: 9 }), asked: card, took: fc.option(card) })
      .map(({ student, asked, took }) =>
        answer(
          `s${student}`,
          asked,
          took === asked ? null : took,
          ["a", "b", "c", "d"].filter((id) => id !== asked),
        ),
      );
    fc.assert(
      fc.property(fc.array(one, { maxLength: 120 }), (answers) => {
        const { cards, edges } = confusionGraph(answers);
        expect(new Set(cards).size).toBe(cards.length);
        for (const { asked, answered, students, offered, times: all } of edges) {
          expect(students).toBeGreaterThanOrEqual(LEAST_CONFUSED);
          expect(all).toBeGreaterThanOrEqual(students);
          expect(offered).toBeGreaterThanOrEqual(students);
          expect(cards).toContain(asked);
          expect(cards).toContain(answered);
        }
      }),
    );
  });
});
