import { NewDeck } from "@/contract/desk";
import demo from "../../prisma/seed/demo-deck.json" with { type: "json" };

/** The deck that lies on every new teacher's desk, so that a game can be tried before a deck of one's own is there. */
export const demoDeck: { deck: NewDeck; original: string } = {
  deck: NewDeck.parse({ ...demo, format: "json" }),
  original: JSON.stringify(demo, null, 2),
};
