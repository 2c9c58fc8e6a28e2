import { stableName } from "../hash";

/** The name of a card's text: a question keeps the name of the text it was made from, and so tells when it changed. */
export function cardHash(card: { front: string; back: string }): string {
  return stableName(`${card.front}\u0000${card.back}`);
}
