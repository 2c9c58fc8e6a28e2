import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { readRosterFile } from "./roster-file";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("a roster file", () => {
  test.each([
    ["with commas", "No,Name\n1,Ana\n2,Bo\n"],
    ["with semicolons and quotes", 'Name;Class\n"Ana";7b\nBo;7b'],
    ["of plain lines", "Ana\nBo\n"],
    ["with a byte order mark", "\ufeffFirst name,Last name\nAna,\nBo,"],
  ])("as text %s", async (_, text) => {
    expect(await readRosterFile(bytes(text))).toEqual({ names: ["Ana", "Bo"], problems: [] });
  });

  test("as a workbook", async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet("7b").addRows([
      ["Last name", "First name"],
      ["Lovelace", "Ada"],
    ]);
    const file = new Uint8Array(await workbook.xlsx.writeBuffer());
    expect(await readRosterFile(file)).toEqual({ names: ["Ada Lovelace"], problems: [] });
  });

  test.each([
    ["is too large", new Uint8Array(600_000), /too large/],
    ["is a picture", new Uint8Array([0x89, 0x50, 1, 2, 3, 4, 5, 6, 0, 0]), /not a list of names/],
  ])("that %s gives no names and says why", async (_, file, why) => {
    const { names, problems } = await readRosterFile(file);
    expect(names).toEqual([]);
    expect(problems[0]).toMatch(why);
  });
});
