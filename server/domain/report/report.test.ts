import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstAttempts, type ReportAnswer, type ReportQuestion } from "./answers";
import { calibration } from "./calibration";
import { confidentlyWrong, confusions, misconceptions } from "./misconceptions";
import { optionTable } from "./options";
import { sharesOnOtherCards } from "./rest-shares";
import { secondAsking } from "./second-asking";
import { studentSummary } from "./student-summary";

const CAPITALS: ReportQuestion = {
  id: "q1",
  card: "oslo",
  options: [
    { id: "A", correct: true },
    { id: "B", correct: false, card: "bergen" },
    { id: "C", correct: false, card: "turku" },
  ],
};

let clock = 0;
const answer = (student: string, option: string | null, over: Partial<ReportAnswer> = {}): ReportAnswer => ({
  student,
  card: "oslo",
  question: "q1",
  option,
  correct: option === "A",
  at: clock++,
  ...over,
});
const class12 = (options: string) => [...options].map((option, n) => answer(`s${n + 10}`, option));

/** The first question's table, every question being its own card. */
const tableOf = (answers: readonly ReportAnswer[]) => {
  const rest = sharesOnOtherCards(answers.map((one) => ({ ...one, card: one.question })));
  return optionTable(
    CAPITALS,
    answers.filter(({ question }) => question === CAPITALS.id),
    rest(CAPITALS.id),
  );
};

describe("who chose what", () => {
  test("counts every option among those who answered, not those whose time ran out", () => {
    const { answered, rows, provisional } = tableOf([...class12("AAABBC"), answer("late", null)]);
    expect(answered).toBe(6);
    expect(rows.map(({ chosen }) => chosen)).toEqual([3, 2, 1]);
    expect(rows[0]?.share).toBe(0.5);
    expect(provisional).toBe(true);
  });

  test("a distractor that hardly anybody takes is dead", () => {
    const { rows } = tableOf(class12("A".repeat(20) + "B".repeat(20)));
    expect(rows.map(({ verdicts }) => verdicts.includes("dead"))).toEqual([false, false, true]);
  });

  test("a distractor chosen more than the key, or by those who know the rest, may also be right", () => {
    const rest = (n: number, correct: boolean) =>
      answer(`s${n + 10}`, correct ? "A" : "C", { question: "q2", correct });
    // The six who take B know the other question; the six who take the key do not.
    const answers = [...class12("BBBBBBAAAAAA"), ...Array.from({ length: 12 }, (_, n) => rest(n, n < 6))];
    const [key, b] = tableOf(answers).rows;
    expect(key?.r).toBeCloseTo(-1, 9);
    expect(b?.r).toBeCloseTo(1, 9);
    expect(b?.verdicts).toEqual(["bad", "alarm"]);
    expect([b?.top, b?.bottom]).toEqual([1, 0]);
  });

  test("thirds of fewer than three students are not shown", () => {
    const answers = [..."ABCABC"].flatMap((option, n) => [
      answer(`s${n}`, option),
      answer(`s${n}`, "A", { question: "q2", correct: n % 2 === 0 }),
    ]);
    expect(tableOf(answers).rows.every(({ top, bottom }) => top === null && bottom === null)).toBe(true);
  });

  test("the shares of all options make one, whoever answered", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("A", "B", "C"), { minLength: 1, maxLength: 40 }), (options) => {
        const { rows } = tableOf(class12(options.join("")));
        expect(rows.reduce((total, { share }) => total + (share ?? 0), 0)).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe("misconceptions", () => {
  test.each([
    ["AAAAAAAAABBB", ["B"]],
    ["AAAAAAAAAABB", []],
    ["AAAAAAAAAAAAABBB", []],
    ["ABBBBCCC", ["B", "C"]],
  ])("in a class that answers %s are %j", (options, want) => {
    expect(misconceptions([CAPITALS], class12(options)).map(({ option }) => option)).toEqual(want);
  });

  test("those held with confidence come first", () => {
    const sure = class12("CCC").map((one) => ({ ...one, student: `${one.student}x`, confidence: 5 }));
    const found = misconceptions([CAPITALS], [...class12("BBBBA"), ...sure]);
    expect(found.map(({ option, sure: n }) => [option, n])).toEqual([
      ["C", 3],
      ["B", 0],
    ]);
  });

  test("confidently wrong needs both", () => {
    const answers = [
      answer("a", "B", { confidence: 4 }),
      answer("b", "B", { confidence: 3 }),
      answer("c", "A", { confidence: 5 }),
      answer("d", "B"),
    ];
    expect(confidentlyWrong(answers).map(({ student }) => student)).toEqual(["a"]);
  });

  test("a confusion names the card asked and the card whose answer was given", () => {
    expect(confusions([CAPITALS], class12("ABBC"))).toEqual([
      { asked: "oslo", answered: "bergen", times: 2, students: 2 },
      { asked: "oslo", answered: "turku", times: 1, students: 1 },
    ]);
  });
});

describe("calibration", () => {
  test("is not claimed from a handful of ratings", () => {
    const few = class12("AAB").map((one) => ({ ...one, confidence: 5 }));
    expect(calibration(few)).toMatchObject({ rated: 3, overconfidence: null, discrimination: null });
    expect(calibration(few).rows[4]).toMatchObject({ rating: 5, n: 3, right: 2 / 3 });
  });

  test("overconfidence is what was claimed less what was right", () => {
    const sure = class12("AAAAABBBBB").map((one) => ({ ...one, confidence: 5 }));
    expect(calibration(sure).overconfidence).toBeCloseTo(0.5, 12);
    expect(calibration(sure).discrimination).toBe(0.5);
    const wise = class12("AAAAABBBBB").map((one) => ({ ...one, confidence: one.correct ? 5 : 1 }));
    expect(calibration(wise).overconfidence).toBeCloseTo(0, 12);
    expect(calibration(wise).discrimination).toBe(1);
  });
});

describe("within the hour", () => {
  test("a card asked again is compared among those who answered both times", () => {
    const first = class12("AABBBB");
    const second = class12("AAAAAA").slice(0, 5);
    expect(secondAsking([...first, ...second])).toEqual([
      { card: "oslo", students: 5, first: 0.4, second: 1 },
    ]);
  });

  test("four students are not enough", () => {
    expect(secondAsking([...class12("BBBB"), ...class12("AAAA")])).toEqual([]);
  });

  test("the first attempt at a question counts, in whatever order the answers come", () => {
    const [first, second] = [answer("a", "B", { at: 1 }), answer("a", "A", { at: 2 })];
    expect(firstAttempts([second, first])).toEqual([first]);
  });
});

describe("a student", () => {
  test("has missed the cards whose last answer was wrong, the latest first", () => {
    const { missed, right, answers } = studentSummary([
      answer("a", "B", { card: "oslo", at: 1, confidence: 5 }),
      answer("a", "A", { card: "oslo", at: 2 }),
      answer("a", "B", { card: "riga", at: 3, confidence: 5 }),
      answer("a", "B", { card: "bonn", at: 4 }),
    ]);
    expect({ missed, right, answers }).toEqual({ missed: ["bonn", "riga"], right: 0.25, answers: 4 });
  });

  test("was confidently wrong only until the card came right", () => {
    const answers = [answer("a", "B", { at: 1, confidence: 5 })];
    expect(studentSummary(answers).confidentlyWrong).toEqual(["oslo"]);
    expect(studentSummary([...answers, answer("a", "A", { at: 2 })]).confidentlyWrong).toEqual([]);
  });

  test("without answers has no share", () => {
    expect(studentSummary([])).toMatchObject({ answers: 0, right: null, interval: null, missed: [] });
  });
});
