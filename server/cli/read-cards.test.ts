import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readItems } from "./distractors/items";
import { readCards } from "./read-cards";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "deckdash-cards-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, content: string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

describe("The cards of a file", () => {
  it.each([
    ["an array of cards", "a.json", '[{"front":" a","back":"b"}]', [{ id: "1", front: " a", back: "b" }]],
    [
      "with a mark of byte order",
      "b.json",
      '\uFEFF[{"front":"a","back":"b"}]',
      [{ id: "1", front: "a", back: "b" }],
    ],
    [
      "with tags",
      "c.json",
      '[{"front":"a","back":"b","tags":["t"]}]',
      [{ id: "1", front: "a", back: "b", tags: ["t"] }],
    ],
    ["an empty array", "d.json", " [ ] ", []],
    [
      "an array under another name",
      "deck",
      '[{"front":"a","back":"b"}]',
      [{ id: "1", front: "a", back: "b" }],
    ],
  ])("are those of %s", async (_, name, content, cards) => {
    expect(await readCards(fileOf(name, content))).toEqual(cards);
  });

  it("are those of text that begins with a bracket", async () => {
    const cards = await readCards(fileOf("e.txt", "[1] Who?\tAnn\n[2] What?\tBee\n[3] Where?\tCee\n"));
    expect(cards.map(({ front }) => front)).toEqual(["[1] Who?", "[2] What?", "[3] Where?"]);
  });

  it.each([
    ["JSON that breaks off", "f.json", '[{"front":"a","back":"b"},', /f\.json is not JSON: /],
    ["a broken list of anything", "g.json", "[1, 2", /g\.json is not JSON: /],
    [
      "a card whose front is no text",
      "h.json",
      '[{"front":"a","back":"b"},{"front":3,"back":""}]',
      /Card 2 is not/,
    ],
    ["a list of texts", "i.json", '["a","b"]', /not one of \{ front, back \} texts\. Card 1 is not/],
    ["nothing", "j.txt", "", /There is no text here/],
  ])("are refused in one sentence for %s", async (_, name, content, sentence) => {
    await expect(readCards(fileOf(name, content))).rejects.toThrow(sentence);
  });

  it("are refused in one sentence where there is no such file", async () => {
    await expect(readCards(join(folder, "none"))).rejects.toThrow(/none: there is no such file\.$/);
    await expect(readCards(folder)).rejects.toThrow(/: it is a folder\.$/);
  });
});

describe("The items of a file", () => {
  const item = { question: "q", correct: "a", distractors: ["b"], topic: "" };

  it("may have no other right answers, and an empty topic", () => {
    expect(readItems(fileOf("k.json", JSON.stringify([item])))).toEqual([item]);
  });

  it.each([
    ["JSON that breaks off", '[{"question":"q",', /is not JSON: /],
    ["one item that is not in a list", JSON.stringify(item), /is not a list of items/],
    [
      "an item without distractors",
      JSON.stringify([item, { ...item, distractors: undefined }]),
      /Item 2 is none: see its distractors/,
    ],
    ["an item that is a text", JSON.stringify(["q"]), /Item 1 is none\.$/],
  ])("are refused in one sentence for %s", (_, content, sentence) => {
    expect(() => readItems(fileOf("l.json", content))).toThrow(sentence);
  });
});
