import { nanoid } from "nanoid";
import { joinBacks } from "@/contract/deck";
import type { CardText } from "@/contract/desk";
import type { Bench, Outcome } from "./bench";

/**
 * What can be done to the cards of a deck. Each says "gone" when the card is not in this deck. A changed card gets
 * its questions at once; the rest of the deck, whose wrong answers may quote it, follows in the background.
 */

const there = ({ deckId }: Bench, cardId: string) => ({ id: cardId, deckId, archivedAt: null });

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

export async function editCard(bench: Bench, edit: CardText & { cardId: string }): Promise<Outcome> {
  const { front, back, cardId } = edit;
  const changed = await bench.db.card.updateMany({ where: there(bench, cardId), data: { front, back } });
  if (changed.count === 0) return "gone";
  await remake(bench, cardId);
  return "done";
}

/** A card that is turned off stays in the deck, gives wrong answers to others, and is not asked. */
export async function turnCard(bench: Bench, cardId: string, on: boolean): Promise<Outcome> {
  const changed = await bench.db.card.updateMany({ where: there(bench, cardId), data: { asked: on } });
  return changed.count === 1 ? "done" : "gone";
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

/** The back of a card joins that of another with the same front, and the card goes. */
export async function joinCards(bench: Bench, cardId: string, intoId: string): Promise<Outcome> {
  if (cardId === intoId) return "gone";
  const { db, deckId } = bench;
  const [card, into] = await Promise.all(
    [cardId, intoId].map((id) => db.card.findFirst({ where: there(bench, id) })),
  );
  if (!card || !into) return "gone";
  await db.$transaction([
    db.card.update({ where: { id: into.id }, data: { back: joinBacks(into.back, card.back) } }),
    db.card.update({ where: { id: card.id }, data: { archivedAt: new Date() } }),
    db.question.deleteMany({ where: { cardId: card.id, deckId } }),
  ]);
  await remake(bench, into.id);
  return "done";
}

async function remake({ bank, deckId }: Bench, cardId: string): Promise<void> {
  await bank.makeCard(deckId, cardId);
  bank.start(deckId);
}
