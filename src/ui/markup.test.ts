import { describe, expect, it } from "vitest";
import { asOneLine, guardDollars, needsMarkup } from "./markup";

describe("texts that need the Markdown renderer", () => {
  it.each([
    ["The mitochondrion", false],
    ["a < b, 50 % & more? No.", true],
    ["a < b and 7 > 3", false],
    ["$x^2$", true],
    ["**bold**", true],
    ["one\ntwo", true],
    ["trailing line\n", false],
    ["3. March", true],
    ["3.5 metres", false],
    ["- item", true],
    ["-5 degrees", false],
  ])("%j → %s", (text, needed) => {
    expect(needsMarkup(text)).toBe(needed);
  });
});

describe("dollars", () => {
  it.each([
    ["$5 and $10", "\\$5 and \\$10"],
    ["costs $5", "costs \\$5"],
    ["$x$", "$x$"],
    ["from $x_1$ to $x_n$", "from $x_1$ to $x_n$"],
    ["$\\frac{1}{2}$ of $20", "$\\frac{1}{2}$ of \\$20"],
    ["$$E = mc^2$$", "$$E = mc^2$$"],
    ["`$HOME` and $x$", "`$HOME` and $x$"],
    ["already \\$5", "already \\$5"],
    ["$ 5 $", "\\$ 5 \\$"],
    ["$", "\\$"],
  ])("%j becomes %j", (before, after) => {
    expect(guardDollars(before)).toBe(after);
  });
});

describe("one line", () => {
  it.each([
    ["3. March 1986", "3\\. March 1986"],
    ["# of pupils", "\\# of pupils"],
    ["- 4", "\\- 4"],
    ["a\n  b", "a b"],
    ["*emphasis* stays", "*emphasis* stays"],
  ])("%j becomes %j", (before, after) => {
    expect(asOneLine(before)).toBe(after);
  });
});
