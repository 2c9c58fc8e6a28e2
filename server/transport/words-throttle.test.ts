import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { LIMITS } from "@/contract/limits";
import { WordsThrottle } from "./words-throttle";

const SCHOOL = "192.0.2.1";
const soon = <T>(answer: T, ms = 1) => new Promise<T>((resolve) => setTimeout(() => resolve(answer), ms));
const right = () => soon("found");
const wrong = () => soon(null);

afterEach(() => vi.useRealTimers());

describe("the throttle of wrong words", () => {
  test("lets 200 students of one school be right in the same moment", async () => {
    const throttle = new WordsThrottle();
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) => throttle.judge(`student ${i}`, SCHOOL, right)),
    );
    expect(answers).toEqual(Array(200).fill("found"));
  });

  test("lets them in with guessers between them, who get their wrong tries and not one more", async () => {
    const throttle = new WordsThrottle();
    let guessed = 0;
    const guess = () => {
      guessed += 1;
      return wrong();
    };
    const class200 = Array.from({ length: 200 }, (_, i) => throttle.judge(`student ${i}`, SCHOOL, right));
    // As many as may be wrong but one, so that nobody who is right is shut out.
    const guesses = Array.from({ length: LIMITS.wrongWordsPerAddress - 1 }, (_, i) =>
      throttle.judge(`victim ${i}`, SCHOOL, guess),
    );
    const late = Array.from({ length: 200 }, (_, i) => throttle.judge(`later ${i}`, SCHOOL, right));
    expect(await Promise.all([...class200, ...late])).toEqual(Array(400).fill("found"));
    expect(await Promise.all(guesses)).toEqual(Array(guesses.length).fill(null));

    const more = Array.from({ length: 100 }, (_, i) => throttle.judge(`victim ${100 + i}`, SCHOOL, guess));
    expect((await Promise.all(more)).filter((answer) => answer === "throttled")).toHaveLength(99);
    expect(guessed).toBe(LIMITS.wrongWordsPerAddress);
    expect(await throttle.judge("student 1", SCHOOL, right)).toBe("throttled");
    expect(await throttle.judge("student 1", "192.0.2.2", right)).toBe("found");
  });

  test("looks at no more wrong words than allowed, in whatever order and however long they take", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({ student: fc.nat(3), address: fc.nat(2), wrong: fc.boolean(), turns: fc.nat(5) }),
          { maxLength: 300 },
        ),
        async (tries) => {
          const throttle = new WordsThrottle();
          const wrongFrom = new Map<number, number>();
          const answers = await Promise.all(
            tries.map((one) =>
              throttle.judge(`student ${one.student}`, `address ${one.address}`, async () => {
                for (let turn = 0; turn < one.turns; turn++) await Promise.resolve();
                if (!one.wrong) return "found";
                wrongFrom.set(one.address, (wrongFrom.get(one.address) ?? 0) + 1);
                return null;
              }),
            ),
          );
          expect(Math.max(0, ...wrongFrom.values())).toBeLessThanOrEqual(LIMITS.wrongWordsPerAddress);
          for (const [i, answer] of answers.entries())
            if (answer !== "throttled") expect(answer).toBe(tries[i]?.wrong ? null : "found");
        },
      ),
    );
  });

  test("closes a student after five wrong tries from anywhere, and that one alone", async () => {
    const throttle = new WordsThrottle();
    const guesses = await Promise.all(
      Array.from({ length: 50 }, (_, i) => throttle.judge("Ana", `192.0.2.${i}`, wrong)),
    );
    expect(guesses.filter((answer) => answer === null)).toHaveLength(LIMITS.wrongWordsPerStudent);
    expect(await throttle.judge("Ana", SCHOOL, right)).toBe("throttled");
    expect(await throttle.judge("Bo", SCHOOL, right)).toBe("found");
  });

  test("forgives a student the slips before the right words", async () => {
    const throttle = new WordsThrottle();
    for (let round = 0; round < 3; round++) {
      for (let slip = 1; slip < LIMITS.wrongWordsPerStudent; slip++)
        expect(await throttle.judge("Ana", SCHOOL, wrong)).toBeNull();
      expect(await throttle.judge("Ana", SCHOOL, right)).toBe("found");
    }
  });

  test("opens again when the window that began with the first wrong try is over", async () => {
    vi.useFakeTimers();
    const throttle = new WordsThrottle();
    const nothing = async () => null;
    for (let i = 0; i < LIMITS.wrongWordsPerStudent; i++) await throttle.judge("Ana", SCHOOL, nothing);
    vi.advanceTimersByTime(LIMITS.wrongWordsWindowMs - 1);
    expect(await throttle.judge("Ana", SCHOOL, async () => "found")).toBe("throttled");
    vi.advanceTimersByTime(1);
    expect(await throttle.judge("Ana", SCHOOL, async () => "found")).toBe("found");
  });

  test("counts nothing when the words could not be looked up", async () => {
    const throttle = new WordsThrottle();
    const broken = () => Promise.reject(new Error("no database"));
    for (let i = 0; i < 10; i++) await expect(throttle.judge("Ana", SCHOOL, broken)).rejects.toThrow();
    expect(await throttle.judge("Ana", SCHOOL, right)).toBe("found");
  });
});
