import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "deck-parse-"));
const run = (...args: string[]) =>
  spawnSync(process.execPath, ["--import", "tsx", "server/cli/deck-parse.ts", ...args], { encoding: "utf8" });

describe("deck:parse", () => {
  it("prints the deck as JSON", () => {
    const result = run("server/files/fixtures/brainscape-volcanoes.txt");
    expect(result.status).toBe(0);
    const deck = JSON.parse(result.stdout);
    expect(deck).toMatchObject({
      format: "brainscape",
      title: "Unit 4: Volcanoes and Plate Tectonics",
      declaredCount: 7,
    });
    expect(deck.cards).toHaveLength(6);
    expect(Object.keys(deck.cards[0])).toEqual(expect.arrayContaining(["front", "back", "line"]));
    expect(
      deck.problems.map((problem: { code: string; card: number | null }) => [problem.code, problem.card]),
    ).toEqual([
      ["missing-cards", null],
      ["front-cut-off", 6],
    ]);
  });

  it("has null for a count that nothing declares", () => {
    const file = join(folder, "words.txt");
    writeFileSync(file, "uno\tone\ndos\ttwo\n");
    expect(JSON.parse(run(file).stdout).declaredCount).toBeNull();
  });

  it.each([
    ["no file is named", [], "Name the file to read"],
    ["the file is not there", [join(folder, "nothing.csv")], "there is no such file"],
    ["it is a folder", [folder], "it is a folder"],
  ])("fails with one sentence when %s", (_, args, sentence) => {
    const result = run(...args);
    expect(result.status).not.toBe(0);
    expect(result.stdout).toBe("");
    expect(result.stderr).toContain(sentence);
    expect(result.stderr.trim().split("\n")).toHaveLength(1);
  });

  it("fails with one sentence and the reason in JSON when the file is no deck", () => {
    const file = join(folder, "noise.bin");
    writeFileSync(
      file,
      new Uint8Array(600).map((_, at) => at % 8),
    );
    const result = run(file);
    expect(result.status).not.toBe(0);
    expect(JSON.parse(result.stdout).problems[0].code).toBe("unknown-format");
    expect(result.stderr).toContain("does not look like flashcards");
  });
});
