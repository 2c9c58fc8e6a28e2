import { nanoid } from "nanoid";
import { DECK_LIMITS, joinBacks } from "@/contract/deck";
import type { CardText } from "@/contract/desk";
import type { Bench, Outcome } from "./bench";

/**
 * What can be done to the cards of a deck. Each says "gone" when the card is not in this deck. A changed card gets
 * its questions at once; the rest of the deck, whose wrong answers may quote it, follows in the background.
 */

const there = ({ deckId }: Bench, cardId: string) => ({ id: cardId, deckId, archivedAt: null });

/** The card comes last in the deck. */
export async function addCard(bench: Bench, text: CardText): Promise<Outcome> {
  const { db, deckId } = bench;
  const last = await db.card.aggregate({ where: { deckId }, _max: { position: true } });
  const id = nanoid();
  await db.card.create({
    data: { id, deckId, position: (last._max.position ?? 0) + 1, front: text.front, back: text.back },
  });
  await remake(bench, id);
  return "done";
}

/** Another text, the same card: what students know of it stays. */
export async function editCard(bench: Bench, edit: CardText & { cardId: string }): Promise<Outcome> {
  const { front, back, cardId } = edit;
  const changed = await bench.db.card.updateMany({ where: there(bench, cardId), data: { front, back } });
  if (changed.count === 0) return "gone";
  await remake(bench, cardId);
  return "done";
}

/** Cards that are turned off stay in the deck, give wrong answers to others, and are not asked. */
export async function turnCards(bench: Bench, cardIds: string[], on: boolean): Promise<Outcome> {
  const where = { id: { in: cardIds }, deckId: bench.deckId, archivedAt: null };
  const changed = await bench.db.card.updateMany({ where, data: { asked: on } });
  return changed.count > 0 ? "done" : "gone";
}

/** The card leaves the deck; what students know about it is kept for the results of past sessions. */
export async function removeCard(bench: Bench, cardId: string): Promise<Outcome> {
  const removed = await bench.db.$transaction(async (tx) => {
    const changed = await tx.card.updateMany({
      where: there(bench, cardId),
      data: { archivedAt: new Date() },
    });
    await tx.question.deleteMany({ where: { cardId, deckId: bench.deckId } });
    return changed.count;
  });
  if (removed === 0) return "gone";
  bench.bank.start(bench.deckId);
  return "done";
}

/** The backs of cards join that of another with the same front, and the cards go. */
export async function joinCards(bench: Bench, cardIds: string[], intoId: string): Promise<Outcome> {
  const { db, deckId } = bench;
  const cards = await db.card.findMany({
    where: { id: { in: [...cardIds, intoId] }, deckId, archivedAt: null },
    orderBy: { position: "asc" },
  });
  const into = cards.find((card) => card.id === intoId);
  const joining = cards.filter((card) => card.id !== intoId);
  if (!into || joining.length === 0) return "gone";
  const back = joining.reduce((whole, card) => joinBacks(whole, card.back), into.back);
  if (back.length > DECK_LIMITS.backChars) {
    return { message: "Together these backs are too long for one card. Shorten them first." };
  }
  const gone = joining.map((card) => card.id);
  await db.$transaction([
    db.card.update({ where: { id: into.id }, data: { back } }),
    db.card.updateMany({ where: { id: { in: gone } }, data: { archivedAt: new Date() } }),
    db.question.deleteMany({ where: { cardId: { in: gone }, deckId } }),
  ]);
  await remake(bench, into.id);
  return "done";
}

async function remake({ bank, deckId }: Bench, cardId: string): Promise<void> {
  await bank.makeCard(deckId, cardId);
  bank.start(deckId);
}
