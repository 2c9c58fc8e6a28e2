import { z } from "zod";

const id = z.string().min(1).max(64).optional().catch(undefined);

/** Which answers to a deck a page shows, over all its games: any of these may be left out. */
export const DeckAnswerFilter = z.object({
  question: id,
  /** The card asked, and the card whose answer was given. */
  asked: id,
  took: id,
  class: id,
});
export type DeckAnswerFilter = z.infer<typeof DeckAnswerFilter>;

/** @param base the page of the deck, of its owner or of a class */
export function deckAnswersPath(base: string, filter: DeckAnswerFilter, page = 1): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
  if (page > 1) query.set("page", String(page));
  return `${base}/answers${query.size > 0 ? `?${query}` : ""}`;
}
