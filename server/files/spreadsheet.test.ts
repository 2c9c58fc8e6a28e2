import { buffer } from "node:stream/consumers";
import ExcelJS from "exceljs";
import { zipSync } from "fflate";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { parseDeck } from "./parse-deck";
import { type Sheet, toCsv, writeXlsx } from "./spreadsheet";

const bytesOf = async (sheets: Sheet[]) => new Uint8Array(await buffer(writeXlsx(sheets)));

async function reopened(sheets: Sheet[]): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await bytesOf(sheets)).slice().buffer as ArrayBuffer);
  return workbook;
}

describe("CSV out", () => {
  it("begins with a byte order mark and quotes what needs quotes", () => {
    expect(
      toCsv(
        ["name", "points"],
        [
          ["Zoë, B.", 1000],
          ['say "hi"', null],
        ],
      ),
    ).toBe('\ufeffname,points\r\n"Zoë, B.",1000\r\n"say ""hi""",\r\n');
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "=cmd|'/c calc'!A0"])("makes text of %j", (name) => {
    const cell = Papa.parse<string[]>(toCsv(["name"], [[name]]).slice(1)).data[1]?.[0];
    expect(cell).toBe(`'${name}`);
  });

  it("leaves numbers below zero and harmless text as they are", () => {
    expect(toCsv(["a", "b"], [[-5, "a-b=c"]])).toBe("\ufeffa,b\r\n-5,a-b=c\r\n");
  });

  it("comes back through the reader of decks", async () => {
    const deck = await parseDeck({
      bytes: new TextEncoder().encode(
        toCsv(
          ["front", "back"],
          [
            ["día", "day; light"],
            ["a\nb", "c"],
          ],
        ),
      ),
    });
    expect(deck.cards.map((card) => [card.front, card.back])).toEqual([
      ["día", "day; light"],
      ["a\nb", "c"],
    ]);
  });
});

describe("XLSX out", () => {
  it("keeps text as text, numbers as numbers, and every sheet", async () => {
    const workbook = await reopened([
      {
        name: "Answers",
        header: ["student", "ms", "right"],
        rows: [
          ['=HYPERLINK("http://x")', 1234, true],
          ["Ünï 🦉", null, false],
        ],
      },
      { name: "answers", header: ["x"], rows: [] },
      { name: "a/b:c*d?[e] and far too long for Excel", header: ["x"], rows: [["\u0000\u0001ok"]] },
    ]);
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual([
      "Answers",
      "answers (2)",
      "a b c d  e  and far too long fo",
    ]);
    const first = workbook.worksheets[0];
    expect(first?.getRow(2).getCell(1).type).toBe(ExcelJS.ValueType.String);
    expect(first?.getRow(2).getCell(1).value).toBe('=HYPERLINK("http://x")');
    expect([first?.getRow(2).getCell(2).value, first?.getRow(2).getCell(3).value]).toEqual([1234, true]);
    expect(first?.getRow(3).getCell(1).value).toBe("Ünï 🦉");
    expect(workbook.worksheets[2]?.getRow(2).getCell(1).value).toBe("ok");
  });

  it("takes rows as they come", async () => {
    async function* rows() {
      for (let at = 0; at < 2000; at++) yield [`student ${at}`, at];
    }
    const workbook = await reopened([{ name: "Long", header: ["name", "n"], rows: rows() }]);
    expect(workbook.worksheets[0]?.rowCount).toBe(2001);
    expect(workbook.worksheets[0]?.getRow(2001).getCell(2).value).toBe(1999);
  });

  it("fails with the rows' own error", async () => {
    // biome-ignore lint/correctness/useYield: the error comes before the first row.
    async function* rows(): AsyncGenerator<string[]> {
      throw new Error("the database went away");
    }
    await expect(bytesOf([{ name: "x", header: ["x"], rows: rows() }])).rejects.toThrow(
      "the database went away",
    );
  });
});

describe("a workbook as a deck", () => {
  it("gives its rows as cards, with the rows' numbers", async () => {
    const bytes = await bytesOf([
      {
        name: "Deck",
        header: ["Question", "Answer", "Tags"],
        rows: [
          ["2 + 2", 4, "sums"],
          ["line\nbreak", "yes", null],
          ["empty", null, null],
        ],
      },
      { name: "Notes", header: ["x"], rows: [["y"]] },
    ]);
    const deck = await parseDeck({ name: "sums.xlsx", bytes });
    expect(deck).toMatchObject({ format: "xlsx", title: "sums" });
    expect(deck.cards.map((card) => [card.front, card.back, card.line])).toEqual([
      ["2 + 2", "4", 2],
      ["line\nbreak", "yes", 3],
    ]);
    expect(deck.cards[0]?.tags).toEqual(["sums"]);
    expect(deck.problems.map((problem) => [problem.code, problem.line])).toEqual([
      ["unread-text", null],
      ["empty-back", 4],
    ]);
  });

  it("is refused when a sheet unpacks to more than is allowed", async () => {
    const bytes = zipSync(
      { "xl/workbook.xml": new Uint8Array(10), "xl/worksheets/sheet1.xml": new Uint8Array(60 * 1024 * 1024) },
      { level: 9 },
    );
    expect((await parseDeck({ bytes })).problems.map((problem) => problem.code)).toEqual(["file-too-large"]);
  });

  it("is refused with a sentence when it is damaged", async () => {
    const bytes = await bytesOf([{ name: "Deck", header: ["a", "b"], rows: [["c", "d"]] }]);
    const cut = await parseDeck({ bytes: bytes.slice(0, bytes.length / 2) });
    expect(cut.problems.map((problem) => problem.code)).toEqual(["damaged-file"]);
    const broken = await parseDeck({ bytes: zipSync({ "xl/workbook.xml": new Uint8Array(30) }) });
    expect(broken.problems.map((problem) => problem.code)).toEqual(["damaged-file"]);
  });
});
