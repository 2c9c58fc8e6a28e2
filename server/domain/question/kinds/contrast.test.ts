import { describe, expect, it } from "vitest";
import { createDistractors } from "#server/domain/distractors/choose";
import { generate } from "../generate";

const BACK = [
  ["Smock mill", "thatched wood", "turns a cap"],
  ["Tower mill", "burnt brick", "stands against storms"],
  ["Post mill", "one great oak", "moves as a whole"],
]
  .map(([name, body, merit]) => `### ${name}\n- Body: ${body}\n- Merit: ${merit}`)
  .join("\n\n");

describe("A comparison of three", () => {
  const { questions } = generate([{ id: "c", front: "Compare the mills.", back: BACK }], {
    distractors: createDistractors(),
    seed: 1,
  });
  const ofKind = (kind: string) => questions.filter((question) => question.kind === kind);

  it("is asked by subject and by line, no line in both ways", () => {
    const lines = ofKind("matrix").map((question) => question.evidence);
    const others = ofKind("contrast").map((question) => question.evidence.replace(/^.* — /, ""));
    expect(lines.length).toBeGreaterThan(0);
    expect(others.length).toBeGreaterThan(0);
    expect(others.filter((line) => lines.includes(line))).toEqual([]);
  });

  it("asks for another subject each time", () => {
    const keys = ofKind("contrast").map(
      (question) => question.options.find((option) => option.correct)?.text,
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});
