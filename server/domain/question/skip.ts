import { MAX_OPTION_CHARS } from "@/contract/question";
import { frontPrompt } from "./kinds/prompt";
import type { StudiedCard, StudiedDeck } from "./study";
import { chars, containsPhrase } from "./text";

/** Why a card gives no question, in a sentence for its teacher; `isTold` where all that it gives are told by their key. */
export function reasonToSkip(card: StudiedCard, deck: StudiedDeck, isTold: boolean): string {
  if (isTold) return "Beside the deck's other texts the answer would give itself away.";
  if (card.back === "" && card.code.length === 0) return "The back of this card is empty.";
  if (card.front === "") return "The front of this card is empty.";
  if (deck.cards.length < 3)
    return "A deck needs at least three cards: wrong answers come from the other cards.";
  if (card.answer?.type === "yes-no") return "The answer is only yes or no, which leaves no third option.";
  if (frontPrompt(card) === undefined) return "The front is too long to be shown on a phone as one question.";
  if (card.answer === undefined && card.facts.length === 0) {
    if (card.code.length > 0) return "The back is a program, with no line that could be asked for.";
    return chars(card.back) > MAX_OPTION_CHARS
      ? `No sentence of the back is short enough for an option (${MAX_OPTION_CHARS} characters).`
      : "The back says nothing that answers the front by itself.";
  }
  if (card.answer !== undefined && containsPhrase(card.front, card.answer.text)) {
    return "The answer stands in its own question.";
  }
  if (card.answer !== undefined)
    return "Fewer than two other cards have an answer of the same kind that is surely wrong here.";
  return "No fact of the back could be set beside two plausible wrong ones.";
}
