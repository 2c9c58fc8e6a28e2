import { nanoid } from "nanoid";
import type { NewDeck } from "@/contract/desk";
import type { PrismaClient } from "../store/generated/client";

/**
 * Stores a deck with its cards and the text it came from, in one statement: all or nothing, and a deck of thousands
 * costs this process next to nothing. Its questions are made afterwards: `madeAt` is empty.
 * @returns the deck's id
 */
export async function saveDeck(
  db: PrismaClient,
  teacherId: string,
  { title, format, cards }: NewDeck,
  original: string,
  demo = false,
): Promise<string> {
  const deckId = nanoid();
  const rows = cards.map(({ front, back, tags }, index) => {
    return { id: nanoid(), position: index + 1, front, back, tags };
  });
  await db.$executeRaw`
    WITH deck AS (
      INSERT INTO "Deck" (id, "teacherId", title, original, format, demo, "updatedAt")
      VALUES (${deckId}, ${teacherId}, ${title}, ${original}, ${format}, ${demo}, now() AT TIME ZONE 'utc')
      RETURNING id
    )
    INSERT INTO "Card" (id, "deckId", position, front, back, tags, "updatedAt")
    SELECT x.id, deck.id, x.position, x.front, x.back, x.tags, now() AT TIME ZONE 'utc'
    FROM deck, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS x(id text, position int, front text, back text, tags text[])`;
  return deckId;
}
