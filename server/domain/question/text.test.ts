import { expect, it } from "vitest";
import { plain } from "./text";

it.each([
  ["std::vector<int> numbers(25);", "std::vector<int> numbers(25);"],
  ["Map<K, V> and cp <file>", "Map<K, V> and cp <file>"],
  ['H<sub>2</sub>O is <b class="x">water</b>', "H2O is water"],
  ['one<br/>two <img src="a.png"> three', "one two three"],
  ["**bold**, `code` and $a<b$ stay readable", "bold, code and $a<b$ stay readable"],
])("reads %j as %j", (markdown, text) => {
  expect(plain(markdown)).toBe(text);
});
