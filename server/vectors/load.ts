import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Vectors } from "#server/domain/distractors/types";

const DIMENSIONS = 100;
const here = path.dirname(fileURLToPath(import.meta.url));
let shared: Vectors | undefined;

/**
 * English word vectors (GloVe, see LICENCE.md), read at the first call and shared by every later one. Throws when the
 * two files do not belong together; a caller that can do without says so and goes on without vectors.
 */
export function loadVectors(): Vectors {
  shared ??= readVectors(
    readFileSync(path.join(here, "glove-100d-100k.i8")),
    readFileSync(path.join(here, "glove-100d-100k.words.txt"), "utf8"),
  );
  return shared;
}

/** `table` is one signed byte per number, row i for line i of `words`. Rows are brought to length 1 when asked for. */
export function readVectors(table: Uint8Array, words: string): Vectors {
  const rows = new Map<string, number>();
  for (const word of words.split("\n")) if (word) rows.set(word, rows.size);
  if (rows.size * DIMENSIONS !== table.byteLength) {
    throw new Error(
      `The word vectors are damaged: ${rows.size} words need ${rows.size * DIMENSIONS} bytes, the table has ` +
        `${table.byteLength}. Decks still work without them; restore server/vectors from the release to have them back.`,
    );
  }
  const bytes = new Int8Array(table.buffer, table.byteOffset, table.byteLength);
  return {
    dimensions: DIMENSIONS,
    rank: (word) => rows.get(word),
    vector(word) {
      const row = rows.get(word);
      if (row === undefined) return undefined;
      const unit = new Float32Array(DIMENSIONS);
      let square = 0;
      for (let at = 0; at < DIMENSIONS; at++) {
        const value = bytes[row * DIMENSIONS + at] ?? 0;
        unit[at] = value;
        square += value * value;
      }
      const scale = 1 / (Math.sqrt(square) || 1);
      for (let at = 0; at < DIMENSIONS; at++) unit[at] = (unit[at] ?? 0) * scale;
      return unit;
    },
  };
}
