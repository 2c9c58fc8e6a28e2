import type { Prisma } from "../store/generated/client";

/** Cards that a class can be asked: not put away, not turned off, with a question. */
export const ASKED = {
  asked: true,
  archivedAt: null,
  questions: { some: { active: true } },
} satisfies Prisma.CardWhereInput;

/** A deck's cards as far as a report on what is known reads them, in the deck's order. */
export const REPORTED_CARDS = {
  where: ASKED,
  select: { id: true, front: true, tags: true },
  orderBy: { position: "asc" },
} as const satisfies Prisma.Deck$cardsArgs;
