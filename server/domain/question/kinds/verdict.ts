import type { Candidate } from "#server/domain/distractors/types";
import { drawIndex, type Random, shuffled } from "../../random";
import { oneQuestion } from "../front";
import { YES_NO_OPENING } from "../statement";
import type { StudiedCard, StudiedDeck } from "../study";
import type { Proposal } from "./kind";

const MAX_CANDIDATES = 24;

/**
 * A card that is answered by yes or no, asked the other way round: which of these questions has that answer? Cards
 * with the opposite answer stand beside it; two of them are needed.
 */
export function* verdictQuestion(card: StudiedCard, deck: StudiedDeck, random: Random): Generator<Proposal> {
  if (card.verdict === undefined) return;
  const { yes, no } = deck.verdicts;
  const [alike, opposite] = card.verdict ? [yes, no] : [no, yes];
  const word = card.back.match(YES_NO_OPENING)?.[0].replace(/[^\p{L}]/gu, "") ?? "";
  const place = drawIndex(Math.max(1, Math.max(yes.length, no.length)), random);
  const drawn = (cards: readonly StudiedCard[]) =>
    cards.length <= MAX_CANDIDATES
      ? cards
      : [...cards, ...cards].slice(place % cards.length).slice(0, MAX_CANDIDATES);
  yield {
    variant: "verdict",
    prompt: deck.languages.english ? `Which of these is answered “${word}”?` : `“${word}” — ?`,
    key: questionOf(card),
    source: card.front,
    evidence: card.back,
    alsoCorrect: drawn(alike).flatMap((other) => (other === card ? [] : [questionOf(other)])),
    candidates: shuffled(drawn(opposite), random).map(
      (other): Candidate => ({ text: questionOf(other), origin: "deck", source: other.front }),
    ),
    language: deck.languages.front,
    flags: [],
  };
}

function questionOf(card: StudiedCard): string {
  return oneQuestion(card.front) ?? card.front;
}
