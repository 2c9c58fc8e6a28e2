import type { Candidate } from "#server/domain/distractors/types";
import { MAX_OPTION_CHARS } from "@/contract/question";
import type { Random } from "../../random";
import { echoes } from "../lint";
import { wrongStatements } from "../perturb";
import type { StudiedCard, StudiedDeck } from "../study";
import { chars, contentStems, stem } from "../text";
import { madeFromKey } from "./made-from-key";

/**
 * One wrong version of a key that repeats words of its front: beside other cards' texts it is then not the only one that does.
 * None where the key repeats nothing, or has no opposite: a noun of another card in place of its own makes nonsense more often
 * than a wrong answer, and tells the key by standing beside it.
 */
export function decoyOf(key: string, card: StudiedCard, deck: StudiedDeck, random: Random): Candidate[] {
  if (!deck.languages.english || !echoes(card.front, key, [])) return [];
  const asked = new Set(contentStems(card.front));
  return wrongStatements(key, (word) => asked.has(stem(word)), random)
    .filter((text) => chars(text) <= MAX_OPTION_CHARS)
    .slice(0, 1)
    .map(madeFromKey);
}
