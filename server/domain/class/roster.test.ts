import { describe, expect, test } from "vitest";
import { rosterFromRows, rosterFromText } from "./roster";

describe("a pasted list of names", () => {
  test.each([
    ["one a line", "Ana\nBo\n\nCem\n", ["Ana", "Bo", "Cem"]],
    ["between commas", "Ana, Bo , Cem", ["Ana", "Bo", "Cem"]],
    ["numbered", "1. Ana\n2) Bo\n- Cem", ["Ana", "Bo", "Cem"]],
    ["last name first", "Lovelace, Ada\nHopper, Grace", ["Ada Lovelace", "Grace Hopper"]],
    ["copied from a spreadsheet", "1\tAna\t7b\n2\tBo\t7b", ["Ana", "Bo"]],
    ["with other line ends", "Ana\r\nBo\rCem", ["Ana", "Bo", "Cem"]],
    ["with hidden characters", "A\u200bna\n\u202eBo", ["A na", "Bo"]],
    ["empty", "  \n ", []],
  ])("%s", (_, text, names) => {
    expect(rosterFromText(text)).toEqual({ names, problems: [] });
  });

  test("takes a name once and says so", () => {
    const { names, problems } = rosterFromText("Ana\nBo\nana");
    expect(names).toEqual(["Ana", "Bo"]);
    expect(problems).toEqual(["“ana” stands there twice; the second was left out."]);
  });

  test("is cut where a class is full", () => {
    const { names, problems } = rosterFromText(
      Array.from({ length: 400 }, (_, i) => `Student ${i}`).join("\n"),
    );
    expect(names).toHaveLength(300);
    expect(problems).toHaveLength(1);
  });
});

describe("the rows of a roster file", () => {
  test.each([
    [
      "a head",
      [
        ["Name", "Class"],
        ["Ana", "7b"],
      ],
      ["Ana"],
    ],
    [
      "first and last name",
      [
        ["No", "Last name", "First name"],
        ["1", "Lovelace", "Ada"],
      ],
      ["Ada Lovelace"],
    ],
    [
      "no head",
      [
        ["1", "Ana"],
        ["2", "Bo"],
      ],
      ["Ana", "Bo"],
    ],
    [
      "German heads",
      [
        ["Vorname", "Nachname"],
        ["Änne", "Groß"],
      ],
      ["Änne Groß"],
    ],
  ])("with %s", (_, rows, names) => {
    expect(rosterFromRows(rows).names).toEqual(names);
  });
});
