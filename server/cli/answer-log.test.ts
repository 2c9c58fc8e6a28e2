import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readAnswerLog } from "./answer-log";

const HEADER = "student,item,skill,correct,ts,rt_ms,confidence,choice\n";
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "deckdash-log-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const log = (name: string, rows: string) => {
  const file = path.join(folder, name);
  writeFileSync(file, name.endsWith(".gz") ? gzipSync(HEADER + rows) : HEADER + rows);
  return file;
};

describe("a log of answers", () => {
  test("is read from CSV and from gzip alike, in time order", () => {
    const rows = "a,1,x,1,20,,,\nb,1,x,0,10,,,\na,2,,-1,30,,,\n";
    const trials = readAnswerLog(log("log.csv", rows), 4);
    expect(trials).toEqual(readAnswerLog(log("log.csv.gz", rows), 4));
    expect(
      trials.map(({ student, card, skill, correct, at }) => [student, card, skill, correct, at]),
    ).toEqual([
      ["b", "1", "x", false, 10],
      ["a", "1", "x", true, 20],
      ["a", "2", undefined, null, 30],
    ]);
  });

  test("without times keeps its order and gives every student a clock of their own", () => {
    const trials = readAnswerLog(log("untimed.csv", "a,1,x,1,,,,\nb,1,x,1,,,,\na,2,x,1,,,,\n"), 0);
    expect(trials.map(({ student, at }) => [student, at])).toEqual([
      ["a", 0],
      ["b", 0],
      ["a", 100],
    ]);
  });

  test.each([
    ["1,3,5", [1, 3, 5]],
    ["0,50,100", [1, 3, 5]],
  ])("ratings %s are read as %j", (given, want) => {
    const rows = given.split(",").map((rating, n) => `a,${n},x,1,${n},,${rating},\n`);
    const trials = readAnswerLog(log("rated.csv", rows.join("")), 0);
    expect(trials.map(({ confidence }) => confidence)).toEqual(want);
  });

  test("says which line it could not read", () => {
    expect(() => readAnswerLog(log("bad.csv", "a,1,x,1,5,,,\na,1,x,yes,6,,,\n"), 0)).toThrow(
      /answer 2: correct/,
    );
  });
});
