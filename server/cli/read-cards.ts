import { z } from "zod";
import type { Card } from "@/contract/question";

const CardArray = z.array(
  z.object({ front: z.string(), back: z.string(), tags: z.array(z.string()).optional() }).loose(),
);

/**
 * The cards of a deck file: a JSON array of `{ front, back, tags? }`. Ids are the cards' 1-based numbers. Throws one
 * clear sentence for a file that is no deck.
 */
export function readCards(bytes: Buffer, name: string): Card[] {
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString("utf8"));
  } catch {
    throw new Error(`${name} is not a deck: expected a JSON array of { front, back }.`);
  }
  const parsed = CardArray.safeParse(json);
  if (!parsed.success) throw new Error(`${name} is JSON, but not an array of { front, back } texts.`);
  return parsed.data.map(({ front, back, tags }, index) => ({
    id: `${index + 1}`,
    front,
    back,
    ...(tags && { tags }),
  }));
}
