import { expect, it } from "vitest";
import { plain, upperFirst } from "./text";

it.each([
  ["std::vector<int> numbers(25);", "std::vector<int> numbers(25);"],
  ["Map<K, V> and cp <file>", "Map<K, V> and cp <file>"],
  ['H<sub>2</sub>O is <b class="x">water</b>', "H2O is water"],
  ['one<br/>two <img src="a.png"> three', "one two three"],
  ["Built by the miller.[1] It turns.[2][13]", "Built by the miller. It turns."],
  ["sizes[1] and f(x)[2]", "sizes[1] and f(x)[2]"],
  [
    "a destructor, named __del__: __del__() runs __once__",
    "a destructor, named __del__: __del__() runs once",
  ],
  ["**bold**, `code` and $a<b$ stay readable", "bold, code and $a<b$ stay readable"],
])("reads %j as %j", (markdown, text) => {
  expect(plain(markdown)).toBe(text);
});

it.each([
  ["a turning stone", "A turning stone"],
  ["grind the corn of the mill", "Grind the corn of the mill"],
  ["tr 'a/b' < sacks.txt", "tr 'a/b' < sacks.txt"],
  ["cat -n sacks.txt", "cat -n sacks.txt"],
  ["sort sacks | uniq", "sort sacks | uniq"],
  ["fread()", "fread()"],
])("begins %j as %j", (text, begun) => {
  expect(upperFirst(text)).toBe(begun);
});
