import { buffer, text } from "node:stream/consumers";
import { setImmediate } from "node:timers/promises";
import ExcelJS from "exceljs";
import { zipSync } from "fflate";
import Papa from "papaparse";
import { describe, expect, it, vi } from "vitest";
import { parseDeck } from "./parse-deck";
import { type Sheet, toCsv, writeXlsx } from "./spreadsheet";

const bytesOf = async (sheets: Sheet[]) => new Uint8Array(await buffer(writeXlsx(sheets)));

async function reopened(sheets: Sheet[]): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await bytesOf(sheets)).slice().buffer as ArrayBuffer);
  return workbook;
}

const csvOf = (...table: Parameters<typeof toCsv>) => text(toCsv(...table));

describe("CSV out", () => {
  it("begins with a byte order mark and quotes what needs quotes", async () => {
    expect(
      await csvOf(
        ["name", "points"],
        [
          ["Zoë, B.", 1000],
          ['say "hi"', null],
        ],
      ),
    ).toBe('\ufeffname,points\r\n"Zoë, B.",1000\r\n"say ""hi""",\r\n');
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "=cmd|'/c calc'!A0"])(
    "makes text of %j",
    async (name) => {
      const cell = Papa.parse<string[]>(await csvOf(["name"], [[name]])).data[1]?.[0];
      expect(cell).toBe(`'${name}`);
    },
  );

  it("leaves numbers below zero and harmless text as they are", async () => {
    expect(await csvOf(["a", "b"], [[-5, "a-b=c"]])).toBe("\ufeffa,b\r\n-5,a-b=c\r\n");
  });

  it("comes back through the reader of decks", async () => {
    const deck = await parseDeck({
      bytes: new TextEncoder().encode(
        await csvOf(
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

/** Many rows, which say how many of them were taken, and whether the taker said that it was done. */
function countedRows(of: number) {
  const seen = { taken: 0, ended: false };
  async function* rows() {
    try {
      for (; seen.taken < of; seen.taken++) {
        if (seen.taken % 100 === 0) await setImmediate();
        yield [`row ${seen.taken}`, Math.sin(seen.taken)];
      }
    } finally {
      seen.ended = true;
    }
  }
  return { seen, rows: rows() };
}

describe("a long table", () => {
  const MANY = 200_000;

  it("is read as CSV only as far as it is fetched, and no further when it is broken off", async () => {
    const { seen, rows } = countedRows(MANY);
    const csv = toCsv(["name", "value"], rows);
    for (let piece = 0; piece < 3; piece++) await csv.next();
    expect(seen.taken).toBeLessThan(2_000);
    await csv.return(undefined);
    expect(seen.ended).toBe(true);
  });

  it("is read as a workbook only as far as it is fetched, and no further when it is broken off", async () => {
    const { seen, rows } = countedRows(MANY);
    const out = writeXlsx([{ name: "long", header: ["name", "value"], rows }]);
    let before = -1;
    while (seen.taken !== before) {
      before = seen.taken;
      for (let turn = 0; turn < 200; turn++) await setImmediate();
    }
    expect(seen.taken).toBeLessThan(MANY / 2);
    out.destroy();
    await vi.waitFor(() => expect(seen.ended).toBe(true));
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
