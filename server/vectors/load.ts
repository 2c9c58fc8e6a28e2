import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import path from "node:path";
import type { Vectors } from "#server/domain/distractors/types";
import { ROOT } from "../setup/project.mjs";
import { WordTable } from "./word-table";

const DIMENSIONS = 100;
const here = path.join(ROOT, "server/vectors");
let shared: Vectors | undefined;

/**
 * English word vectors (GloVe, see LICENCE.md), opened at the first call and shared by every later one. Throws when the
 * two files do not belong together; a caller that can do without says so and goes on without vectors.
 */
export function loadVectors(): Vectors {
  shared ??= openVectors(
    path.join(here, "glove-100d-100k.i8"),
    readFileSync(path.join(here, "glove-100d-100k.words.txt")),
  );
  return shared;
}

/**
 * `table` names a file of one signed byte per number, row i for line i of `words`. Rows are read when asked for, because a deck
 * needs a few thousand of the hundred thousand, and brought to length 1. The file stays open as long as the process or thread.
 */
export function openVectors(table: string, words: Uint8Array): Vectors {
  const rows = new WordTable(words);
  const file = openSync(table, "r");
  const { size } = fstatSync(file);
  if (rows.size * DIMENSIONS !== size) {
    closeSync(file);
    throw new Error(
      `The word vectors are damaged: ${rows.size} words need ${rows.size * DIMENSIONS} bytes, the table has ` +
        `${size}. Decks still work without them; restore server/vectors from the release to have them back.`,
    );
  }
  const bytes = new Int8Array(DIMENSIONS);
  return {
    dimensions: DIMENSIONS,
    rank: (word) => rows.line(word),
    vector(word) {
      const row = rows.line(word);
      if (row === undefined) return undefined;
      readSync(file, bytes, 0, DIMENSIONS, row * DIMENSIONS);
      return unitOf(bytes);
    },
  };
}

function unitOf(bytes: Int8Array): Float32Array {
  let square = 0;
  for (const value of bytes) square += value * value;
  const scale = 1 / (Math.sqrt(square) || 1);
  return Float32Array.from(bytes, (value) => value * scale);
}
