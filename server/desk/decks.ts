import { nanoid } from "nanoid";
import type { NewDeck } from "@/contract/desk";
import type { PrismaClient } from "../store/generated/client";

/** Rows per statement: a deck of thousands is written in pieces, between which a running game gets its turn. */
const CARDS_PER_INSERT = 500;

/**
 * Stores a deck with its cards and the text it came from. Its questions are made afterwards: `madeAt` is empty.
 * All or nothing. @returns the deck's id
 */
export async function saveDeck(
  db: PrismaClient,
  teacherId: string,
  deck: NewDeck,
  original: string,
  demo = false,
): Promise<string> {
  const cards = deck.cards.map(({ front, back, tags }, index) => ({
    id: nanoid(),
    position: index + 1,
    front,
    back,
    tags,
  }));
  return db.$transaction(async (tx) => {
    const { id: deckId } = await tx.deck.create({
      data: { teacherId, title: deck.title, format: deck.format, original, demo },
      select: { id: true },
    });
    for (let from = 0; from < cards.length; from += CARDS_PER_INSERT) {
      const some = cards.slice(from, from + CARDS_PER_INSERT);
      await tx.card.createMany({ data: some.map((card) => ({ deckId, ...card })) });
    }
    return deckId;
  });
}
