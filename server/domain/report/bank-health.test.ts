import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BankAnswer, type BankQuestion, bankHealth } from "./bank-health";
import { itemStatistics } from "./item-statistics";
import { wilson } from "./statistics";

const QUESTIONS: BankQuestion[] = ["q0", "q1", "q2", "q3", "q4"].map((id) => ({
  id,
  options: [0, 1, 2, 3].map((option) => ({ id: `${id}/${option}`, correct: option === 0 })),
}));

const offered = (question: number) => [0, 1, 2, 3].map((option) => `q${question}/${option}`);

let clock = 0;
/** A game of all five questions; `rows` holds for each student the option taken (0 is the key) of each question. */
const game = (session: string, rows: readonly (readonly number[])[], group = session): BankAnswer[] =>
  rows.flatMap((row, student) =>
    row.map((option, question) => ({
      ...{ session, group, student: `${group}-${student}`, card: `c${question}`, question: `q${question}` },
      ...{ option: `q${question}/${option}`, correct: option === 0, at: clock++, shown: offered(question) },
    })),
  );
/** Students whose ability rises with their number: each misses as many of q1…q4 as they are weak. q0 as given. */
const ranked = (n: number, q0: (student: number) => number, wrong = 1) =>
  Array.from({ length: n }, (_, student) => [
    q0(student),
    ...[1, 2, 3, 4].map((question) => (student / n >= question / 5 ? 0 : wrong)),
  ]);
const health = (answers: readonly BankAnswer[], question = "q0") => {
  const found = bankHealth(QUESTIONS, answers).find((one) => one.question === question);
  if (!found) throw new Error("not asked");
  return found;
};
const better = (n: number) => (student: number) => (student >= n / 2 ? 0 : 1 + (student % 3));

describe("how a question has done", () => {
  test("counts how often it was asked, and measures on first attempts alone", () => {
    const once = game("g1", ranked(40, better(40)), "7b");
    const again = game(
      "g2",
      ranked(40, () => 0),
      "7b",
    );
    const found = health([...once, ...again]);
    expect(found).toMatchObject({ games: 2, students: 40, answers: 80, first: 40, difficulty: 0.5 });
    expect(found.interval).toEqual(wilson(20, 40));
    expect(found.lastAt).toBe(
      Math.max(...again.filter(({ question }) => question === "q0").map(({ at }) => at)),
    );
  });

  test("of one game the discrimination is the corrected point-biserial", () => {
    const rows = ranked(40, better(40));
    const [item] = itemStatistics(rows.map((row) => row.map((option) => (option === 0 ? 1 : 0))));
    expect(health(game("g", rows)).discrimination).toBeCloseTo(item?.correctedPointBiserial ?? 9, 12);
  });

  test("pools games without mixing their totals: a weak and a strong class make no correlation of their own", () => {
    // In each class the question is a coin that knows nothing of the rest; the strong class knows more of everything.
    const coin = (student: number) => student % 2;
    const weak = game(
      "g1",
      Array.from({ length: 20 }, (_, s) => [coin(s), 1, 1, (s >> 1) % 2, 1]),
    );
    const strong = game(
      "g2",
      Array.from({ length: 20 }, (_, s) => [coin(s), 0, 0, (s >> 1) % 2, 0]),
    );
    const { discrimination, discriminationInterval } = health([...weak, ...strong]);
    expect(Math.abs(discrimination ?? 1)).toBeLessThan(1e-9);
    expect(discriminationInterval?.high).toBeCloseTo(Math.tanh(1.959964 / Math.sqrt(34)), 9);
  });

  test("says nothing of a correlation that rests on fewer than thirty", () => {
    expect(health(game("g", ranked(29, better(29))))).toMatchObject({ discrimination: null, verdict: "few" });
    expect(health(game("g", ranked(30, better(30))))).toMatchObject({ verdict: "good" });
  });

  test("holds nothing against an option from the time before it was there", () => {
    const late = "q0/3";
    const before = game(
      "g1",
      ranked(80, () => 1),
    ).map((answer) => ({ ...answer, shown: answer.shown.filter((option) => option !== late) }));
    const after = game(
      "g2",
      ranked(20, (student) => (student % 4 === 0 ? 0 : 3)),
    );
    expect(health(before).dead).toEqual(["q0/2"]);
    expect(health([...before, ...after])).toMatchObject({ dead: ["q0/2"], rival: "q0/1" });
    expect(
      health(after.map((answer) => (answer.question === "q0" ? { ...answer, option: "q0/0" } : answer))).dead,
    ).toEqual([]);
  });

  test("does not list what was never asked", () => {
    expect(
      bankHealth([...QUESTIONS, { id: "never", options: [] }], game("g", ranked(4, better(4)))),
    ).toHaveLength(5);
    expect(bankHealth(QUESTIONS, [])).toEqual([]);
  });
});

describe("what is to be done about it", () => {
  test.each([
    ["a wrong option that most take", (s: number) => (s % 5 === 0 ? 0 : 2), "rival"],
    ["those who know the rest do worse", (s: number) => (s >= 20 ? 1 + (s % 3) : 0), "backwards"],
    ["it tells nothing of the rest", (s: number) => [0, 1, 2, 0, 3, 0][s % 6] ?? 0, "good"],
    ["the better know it", better(40), "good"],
  ] as const)("%s", (_, q0, verdict) => {
    expect(health(game("g", ranked(40, q0))).verdict).toBe(verdict);
  });

  test("with many answers, a question that does not tell who knows the rest is weak", () => {
    const games = Array.from({ length: 20 }, (_, at) =>
      game(
        `g${at}`,
        ranked(40, (s) => [0, 1, 2, 0, 3, 0][s % 6] ?? 0),
      ),
    );
    expect(health(games.flat()).verdict).toBe("weak");
  });

  test("what nearly everybody knows can rest, once enough have shown it", () => {
    const all = (n: number) =>
      health(
        game(
          "g",
          ranked(n, () => 0),
        ),
      ).verdict;
    expect(all(40)).toBe("good");
    expect(all(80)).toBe("known");
  });

  test("a wrong option that nobody of many takes is dead", () => {
    expect(
      health(
        game(
          "g",
          ranked(90, (s) => (s % 2 === 0 ? 0 : 1)),
        ),
      ).dead,
    ).toEqual(["q0/2", "q0/3"]);
    expect(
      health(
        game(
          "g",
          ranked(30, (s) => (s % 2 === 0 ? 0 : 1)),
        ),
      ).dead,
    ).toEqual([]);
  });
});

describe("another question for another class", () => {
  const share = (right: number) => (s: number) => (s % 10 < right ? 0 : 1 + (s % 3));

  test("drifts when one class finds it far easier than its other answers foretell", () => {
    const found = health([
      ...game("g1", ranked(40, share(9)), "7a"),
      ...game("g2", ranked(40, share(5)), "7b"),
    ]);
    expect(found.drifts).toBe(true);
    expect(found.groups.map(({ group, right }) => [group, right])).toEqual([
      ["7a", 36],
      ["7b", 20],
    ]);
    const [a, b] = found.groups.map(({ shift }) => shift ?? 0);
    expect(a).toBeGreaterThan(0);
    expect(b).toBeLessThan(0);
  });

  test("does not when the one class is better at everything", () => {
    const strong = ranked(40, share(9), 0).map(([first, ...rest], s) => [
      first ?? 0,
      ...rest.map(() => (s % 10 < 9 ? 0 : 1)),
    ]);
    const weak = ranked(40, share(5), 0).map(([first, ...rest], s) => [
      first ?? 0,
      ...rest.map(() => (s % 10 < 5 ? 0 : 1)),
    ]);
    expect(health([...game("g1", strong, "7a"), ...game("g2", weak, "7b")]).drifts).toBe(false);
  });

  test("is not said of groups of fewer than ten", () => {
    const found = health([
      ...game(
        "g1",
        ranked(9, () => 0),
        "7a",
      ),
      ...game(
        "g2",
        ranked(9, () => 1),
        "7b",
      ),
    ]);
    expect(found.drifts).toBe(false);
    expect(found.groups.every(({ shift }) => shift === null)).toBe(true);
  });
});

test("whatever was answered, shares and intervals stay between 0 and 1 and correlations between −1 and 1", () => {
  const rows = fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 }), {
    maxLength: 45,
  });
  fc.assert(
    fc.property(rows, rows, (one, other) => {
      for (const found of bankHealth(QUESTIONS, [...game("g1", one), ...game("g2", other)])) {
        for (const share of [found.difficulty, found.interval?.low, found.interval?.high])
          if (typeof share === "number") expect(share >= 0 && share <= 1).toBe(true);
        if (found.discrimination !== null) expect(Math.abs(found.discrimination)).toBeLessThanOrEqual(1);
        expect(found.groups.reduce((sum, { answers }) => sum + answers, 0)).toBe(found.first);
      }
    }),
  );
});
