import { expect, it } from "vitest";
import { saysGoodOrBad } from "./good-or-bad";

it.each([
  ["Tide mill · Limitations", true],
  ["What are the pros of a post mill?", true],
  ["Which weaknesses has a stone of lava?", true],
  ["How does a contract with a miller end?", false],
  ["What is produced by a merry miller?", false],
])("“%s” says good or bad: %s", (text, says) => {
  expect(saysGoodOrBad(text)).toBe(says);
});
