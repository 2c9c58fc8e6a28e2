import { basename } from "node:path";
import { z } from "zod";
import { parseDeck } from "#server/files/parse-deck";
import type { Card } from "@/contract/question";
import { readInput, readJson } from "./input-file";

const CardArray = z.array(
  z.object({ front: z.string(), back: z.string(), tags: z.array(z.string()).optional() }),
);

/**
 * The cards of a deck file in any format that the import reads, or of a JSON array of `{ front, back, tags? }`, which
 * is taken as it stands. Ids are the cards' 1-based numbers. Rejects with one clear sentence for a file that is no deck.
 */
export async function readCards(file: string): Promise<Card[]> {
  const bytes = readInput(file);
  if (isJsonArray(file, bytes)) return numbered(jsonCards(file, bytes));
  const deck = await parseDeck({ name: basename(file), bytes });
  if (deck.cards.length === 0) {
    throw new Error(deck.problems[0]?.message ?? `${file} holds no flashcards that could be read.`);
  }
  return numbered(deck.cards);
}

/** "[{" or "[]"; "[1] Who?" begins a line of text, unless the file is called JSON. */
function isJsonArray(file: string, bytes: Buffer): boolean {
  const shape = /\.json$/i.test(file) ? /^\uFEFF?\s*\[/ : /^\uFEFF?\s*\[\s*[{\]]/;
  return shape.test(bytes.subarray(0, 200).toString("utf8"));
}

function jsonCards(file: string, bytes: Buffer): z.infer<typeof CardArray> {
  const parsed = CardArray.safeParse(readJson(file, bytes));
  if (parsed.success) return parsed.data;
  const at = parsed.error.issues[0]?.path[0];
  const which = typeof at === "number" ? ` Card ${at + 1} is not.` : "";
  throw new Error(`${file} is a JSON array, but not one of { front, back } texts.${which}`);
}

function numbered(cards: readonly { front: string; back: string; tags?: readonly string[] }[]): Card[] {
  return cards.map(({ front, back, tags }, index) => ({
    id: `${index + 1}`,
    front,
    back,
    ...(tags && { tags }),
  }));
}
