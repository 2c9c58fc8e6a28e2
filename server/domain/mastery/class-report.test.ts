import { describe, expect, test } from "vitest";
import { classReport } from "./class-report";
import { type Answer, fold, newMastery } from "./fold";
import { predict } from "./predict";

const DAY = 86_400;
const T0 = 1_700_000_000;
const cards = ["a", "b", "c", "d", "e", "f"].map((id) => ({ id, skill: "deck" }));
const students = ["ana", "bo", "cem"];

/** Ana knows everything, Bo nothing, Cem was never there; everybody misses card f. */
const answers: Answer[] = [0, 1, 2, 3].flatMap((time) =>
  cards.flatMap(({ id, skill }, at) =>
    ["ana", "bo"].map((student) => ({
      ...{ student, deck: "deck", card: id, skill, correct: student === "ana" && id !== "f" },
      ...{ at: T0 + time * DAY + at, options: 4 },
    })),
  ),
);
const report = (now: number) => {
  const made = classReport({ deck: "deck", cards, students }, fold(answers), now);
  if (!made) throw new Error("no report");
  return made;
};
const now = T0 + 4 * DAY;

describe("what a teacher reads of a class and a deck", () => {
  test("is the mean of what is predicted for each student and card", () => {
    const mastery = fold(answers);
    let sum = 0;
    for (const { id: card, skill } of cards)
      for (const student of students) {
        const learner = mastery.learners.get(student);
        const pair = learner?.pairs.get(card);
        const memories = {
          student: learner?.student ?? { m: 0, v: 1, confMean: 3.3, confN: 0, quick: 0, slow: 0 },
          card: mastery.cards.get(card) ?? { m: 0, v: 1 },
          deck: learner?.decks.get("deck") ?? { m: 0, v: 0.17 },
          pair: pair ?? { m: 0, v: 0.14, c: 0, i: 0, t: 0, last: 0 as const },
          skill: mastery.skills.get(skill),
          practice: learner?.practices.get(skill) ?? { c: 0, t: 0, last: 0 as const },
        };
        if (pair) sum += predict(memories, mastery.weights, now, 0).k;
      }
    const met = report(now);
    const strangers = report(now).students[2]?.mastery.known ?? 0;
    expect(met.mastery.known).toBeCloseTo((sum + strangers * cards.length) / 18, 10);
  });

  test("names the card that everybody misses as the weakest", () => {
    const weakest = report(now).cards.reduce((a, b) => (a.known < b.known ? a : b));
    expect(weakest).toMatchObject({ card: "f", met: 2, right: 0, wrong: 8 });
  });

  test("tells who is behind, and nothing of whom it knows nothing", () => {
    const [ana, bo, cem] = report(now).students;
    expect(ana?.behind).toBe(false);
    expect(bo?.behind).toBe(true);
    expect(cem).toMatchObject({ behind: false, lastAt: null, mastery: { answers: 0, enough: false } });
  });

  test("shows that time forgets", () => {
    const later = report(now + 60 * DAY);
    expect(later.before?.at).toBe(T0 + 3 * DAY + 5);
    expect(later.mastery.known).toBeLessThan(later.before?.known ?? 0);
    expect(later.mastery.known).toBeLessThan(report(now).mastery.known);
  });

  test("is nothing without cards or students", () => {
    expect(classReport({ deck: "deck", cards: [], students }, newMastery(), now)).toBeNull();
    expect(classReport({ deck: "deck", cards, students: [] }, newMastery(), now)).toBeNull();
  });
});
