import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDistractors } from "#server/domain/distractors/choose";
import {
  type Card,
  MAX_OPTION_CHARS,
  MAX_PROMPT_CHARS,
  QUESTION_KINDS,
  type Question,
  type QuestionKind,
} from "@/contract/question";
import { answerType } from "./answers";
import { generate } from "./generate";
import { chars, sameText } from "./text";

const distractors = createDistractors();

function deckOf(rows: readonly (readonly [string, string])[]): Card[] {
  return rows.map(([front, back], index) => ({ id: `c${index}`, front, back }));
}

function expectSound(question: Question): void {
  const key = question.options.filter((option) => option.correct);
  expect(key.length).toBe(1);
  expect(question.options.length).toBeGreaterThanOrEqual(3);
  expect(question.options.length).toBeLessThanOrEqual(4);
  expect(chars(question.prompt)).toBeLessThanOrEqual(MAX_PROMPT_CHARS);
  expect(question.evidence.trim()).not.toBe("");
  // Only a terse answer is asked although it is told in two ways.
  const isToldTwice = ["echo", "guessable"].every((flag) => question.flags.includes(flag));
  expect(isToldTwice && answerType(key[0]?.text ?? "") === "clause").toBe(false);
  for (const [place, option] of question.options.entries()) {
    expect(chars(option.text)).toBeLessThanOrEqual(MAX_OPTION_CHARS);
    expect(option.text.trim()).not.toBe("");
    for (const other of question.options.slice(0, place))
      expect(sameText(option.text, other.text)).toBe(false);
  }
}

/** A deck of made-up words in which every kind of question finds its card. */
function deckOfEveryKind(w: readonly string[], n: readonly number[]): Card[] {
  const word = (place: number) => w[place % w.length] ?? "";
  const number = (place: number) => n[place % n.length] ?? 0;
  const name = (place: number) => word(place).replace(/^./, (letter) => letter.toUpperCase());
  const terms = Array.from({ length: 6 }, (_, i): [string, string] => [
    `What is the ${word(i)}?`,
    `The ${word(i)} is a ${word(i + 6)} that holds the ${word(i + 12)} of every ${word(i + 18)} in the ${word(i + 24)}.`,
  ]);
  const subjects = [30, 31, 32].map(
    (i) =>
      `### ${name(i)}\n\n- **Purpose**: moves the ${word(i + 3)} to the ${word(i + 6)}\n- **Speed**: waits for each ${word(i + 9)} near the ${word(i + 12)}\n- **Cost**: pays with a ${word(i + 15)}`,
  );
  const labels = [48, 49, 50, 51].map(
    (i) => `- **${name(i)}**: carries the ${word(i + 4)} behind the ${word(i + 8)}`,
  );
  const uses = `\n\n### Use\n\nThe reader opens the ${name(48)} before lunch.`;
  return deckOf([
    ...terms,
    ...Array.from({ length: 5 }, (_, i): [string, string] => [name(i + 60), name(i + 66)]),
    ...Array.from({ length: 5 }, (_, i): [string, string] => [
      `When did ${name(i + 71)} end?`,
      `${1500 + (number(i) % 400)}`,
    ]),
    ...Array.from({ length: 4 }, (_, i): [string, string] => [
      `How many ${word(i + 76)}s are there?`,
      `${20 + (number(i + 5) % 900)}`,
    ]),
    [`How do ${name(30)}, ${name(31)} and ${name(32)} differ?`, subjects.join("\n\n")],
    [`What are the parts of the ${word(80)}?`, `### Parts\n\n${labels.join("\n")}${uses}`],
    [
      `What makes the ${word(98)} turn?`,
      `### Parts\n\n${[99, 100, 101].map((i) => `- **${name(i)}**: more of the ${word(i)}s`).join("\n")}\n\nIt leans on the ${name(99)} at night.`,
    ],
    ...[81, 85, 89].map((i): [string, string] => [
      `What are the uses of the ${word(i)}?`,
      [1, 2, 3].map((step) => `- a ${word(i + step)} and a ${word(i + step + 12)}`).join("\n"),
    ]),
    [`Area of the ${word(93)}`, "$a^2 + 3 b^2$"],
    [
      `Why was the ${word(94)} built, and by whom and for what reason was it so long and so hard to see what it did?`,
      `While nobody had asked for it and the people of the place had other things on their minds in the summer, the ${word(95)} of the ${word(94)} was given to the ${word(97)}, and then they left.`,
    ],
  ]);
}

const vocabulary = fc.uniqueArray(fc.stringMatching(/^[bdfgklmnprtvz]([aeiou][bdfgklmnprtvz]){2,3}$/), {
  minLength: 112,
  maxLength: 112,
});
const numbers = fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 10, maxLength: 10 });

describe("Questions of any deck", () => {
  it("never throw and are always sound, whatever Unicode the cards hold", () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 80 }),
      fc.string({ unit: "binary", maxLength: 80 }),
      fc
        .array(
          fc.constantFrom(
            "### A",
            "- **b**: c",
            "$x^2$",
            "```",
            "\n",
            "_____",
            "1.",
            "**",
            "(",
            "“",
            " is ",
            "O(n)",
            "\\frac{",
            "Yes.",
            "1999",
          ),
          { maxLength: 12 },
        )
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, text), { maxLength: 12 }),
        fc.integer({ min: 0, max: 9 }),
        (rows, seed) => {
          const { questions, skipped } = generate(deckOf(rows), { distractors, seed });
          for (const question of questions) expectSound(question);
          const asked = new Set(questions.map((question) => question.card));
          expect(asked.size + skipped.length).toBe(rows.length);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("are sound in every kind, the same for the same seed, and keep their ids under another", () => {
    const met = new Set<QuestionKind>();
    fc.assert(
      fc.property(vocabulary, numbers, fc.integer({ min: 0, max: 1000 }), (words, figures, seed) => {
        const cards = deckOfEveryKind(words, figures);
        const { questions } = generate(cards, { distractors, seed });
        for (const question of questions) {
          expectSound(question);
          met.add(question.kind);
        }
        expect(new Set(questions.map((question) => question.id)).size).toBe(questions.length);
        expect(generate(cards, { distractors, seed }).questions).toEqual(questions);
        const again = new Map(
          generate(cards, { distractors, seed: seed + 1 }).questions.map((one) => [one.id, one]),
        );
        for (const question of questions) {
          const other = again.get(question.id);
          if (other !== undefined)
            expect([other.kind, other.prompt]).toEqual([question.kind, question.prompt]);
        }
      }),
      { numRuns: 12 },
    );
    expect(QUESTION_KINDS.filter((kind) => !met.has(kind))).toEqual([]);
  });

  it("take time in proportion to the cards", () => {
    const work = (count: number) => {
      const cards = deckOf(
        Array.from({ length: count }, (_, i): [string, string] => [
          `What is the ${i}th thing?`,
          `The answer number ${i * 7919} of a long row`,
        ]),
      );
      let candidates = 0;
      generate(cards, {
        distractors: (request) => {
          candidates += request.candidates.length;
          return distractors({ ...request, candidates: request.candidates.slice(0, 4) });
        },
        seed: 1,
      });
      return candidates;
    };
    expect(work(1600) / work(400)).toBeLessThan(5);
  });
});
