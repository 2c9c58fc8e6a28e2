import { describe, expect, test } from "vitest";
import { PICTURES, PICTURES_TO_TAP, picturesOf } from "@/contract/pictures";
import { pictureNames } from "@/messages/en/pictures";
import { createRandom } from "../random";
import { drawPictures } from "./pictures";
import { normalWords, WORDS } from "./words";

describe("a student's four pictures", () => {
  test("are at least as many rows as there are pairs of words", () => {
    expect(PICTURES.length ** PICTURES_TO_TAP).toBeGreaterThan(WORDS.length * (WORDS.length - 1));
  });

  test("are compared as words are: every row stays what it was when it is read back", () => {
    const random = createRandom(1);
    const rows = new Set<string>();
    for (let i = 0; i < 500; i++) {
      const row = drawPictures(random);
      expect(picturesOf(row)).toHaveLength(PICTURES_TO_TAP);
      expect(normalWords(row)).toBe(row);
      rows.add(row);
    }
    expect(rows.size).toBeGreaterThan(490);
  });

  test("have a name each, for those who do not see them", () => {
    const names = PICTURES.map((picture) => pictureNames[picture]);
    expect(new Set(names).size).toBe(PICTURES.length);
  });
});
