import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { z } from "zod";
import { parseDeck } from "#server/files/parse-deck";
import type { Card } from "@/contract/question";

const CardArray = z.array(
  z.object({ front: z.string(), back: z.string(), tags: z.array(z.string()).optional() }),
);

/**
 * The cards of a deck file in any format that the import reads, or of a JSON array of `{ front, back, tags? }`, which
 * is taken as it stands. Ids are the cards' 1-based numbers. Rejects with one clear sentence for a file that is no deck.
 */
export async function readCards(file: string): Promise<Card[]> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`Cannot read ${file}: ${READING[error.code ?? ""] ?? error.message}.`);
  });
  const listed = jsonCards(bytes, file);
  if (listed !== undefined) return numbered(listed);
  const deck = await parseDeck({ name: basename(file), bytes });
  if (deck.cards.length === 0) {
    throw new Error(deck.problems[0]?.message ?? `${file} holds no flashcards that could be read.`);
  }
  return numbered(deck.cards);
}

const READING: Record<string, string> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "this account may not read it",
};

function jsonCards(bytes: Buffer, file: string): z.infer<typeof CardArray> | undefined {
  if (
    !/^\s*\[/.test(
      bytes
        .subarray(0, 200)
        .toString("utf8")
        .replace(/^\uFEFF/, ""),
    )
  )
    return undefined;
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString("utf8").replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
  const parsed = CardArray.safeParse(json);
  if (!parsed.success) throw new Error(`${file} is a JSON array, but not one of { front, back } texts.`);
  return parsed.data;
}

function numbered(cards: readonly { front: string; back: string; tags?: readonly string[] }[]): Card[] {
  return cards.map(({ front, back, tags }, index) => ({
    id: `${index + 1}`,
    front,
    back,
    ...(tags && { tags }),
  }));
}
