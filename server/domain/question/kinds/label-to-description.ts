import type { Candidate } from "#server/domain/distractors/types";
import type { Random } from "../../random";
import type { Fact } from "../facts";
import { askableFacts, describes, isTelling } from "../labels";
import { mayCover } from "../likeness";
import { isStranger, isValued, siblingsOf } from "../strangers";
import { type StudiedCard, type StudiedDeck, sourceOf } from "../study";
import { suitorsOf } from "../suitors";
import { containsPhrase, shareContent } from "../text";
import type { KindRule } from "./kind";
import { ask, askUnder, fits, heading, quoted } from "./prompt";

/** Siblings of a section are the more plausible; with so many of them other cards are not asked. */
export const ENOUGH_SIBLINGS = 3;

/** With so many unrelated values the merits of one thing need not stand beside each other. */
const ENOUGH_STRANGERS = 5;

/** A label of the card is named, what the card says of it is the key; siblings of its section stand beside it. */
export const labelToDescription: KindRule = {
  kind: "label-to-description",
  limit: 3,
  *propose(card, deck, random) {
    for (const fact of askableFacts(card)) {
      const { label } = fact;
      if (label === undefined || fact.subject !== undefined || !isTelling(label, deck)) continue;
      const fitting = describes(fact) ? "which description fits" : "which of these goes with";
      const prompt = deck.languages.english
        ? askUnder(card, fact, deck, `${fitting} ${quoted(label)}?`)
        : ask(heading(card, fact, deck), `${label} — ?`);
      if (prompt === undefined || !fits(prompt)) continue;
      yield {
        variant: `${fact.section}/${label}`,
        prompt,
        key: fact.text,
        source: sourceOf(card, fact),
        evidence: fact.evidence,
        alsoCorrect: [],
        candidates: descriptions(
          card,
          fact,
          deck,
          random,
          prompt,
          // What the line goes on to say is right as well.
          (text) => !containsPhrase(prompt, text) && !mayCover(fact.evidence, text),
        ),
        language: deck.languages.back,
        flags: fact.shortened ? ["condensed"] : [],
      };
    }
  },
};

/** Values of the same section, then of unrelated cards; never one whose own label is akin to the one asked. */
function descriptions(
  card: StudiedCard,
  fact: Fact,
  deck: StudiedDeck,
  random: Random,
  prompt: string,
  fair: (text: string) => boolean,
): Candidate[] {
  const suits = suitorsOf(fact.text, { ...card, asked: [] });
  const siblings = siblingsOf(card, fact)
    .filter((other) => fair(other.text))
    .map((other): Candidate => ({ text: other.text, origin: "same-section", source: sourceOf(card, other) }));
  if (siblings.length >= ENOUGH_SIBLINGS && !isValued(fact)) return siblings;
  // Strangers that repeat the heading where the key does not would make its words a sign of what is wrong.
  const mayRepeat = shareContent(prompt, fact.text);
  const found = deck.values.candidates({
    text: fact.text,
    card: card.index,
    frames: [],
    tags: card.card.tags ?? [],
    random,
    accept: (entry) => isStranger(card, fact, entry, deck) && suits(entry) && fair(entry.text),
  });
  const quiet = mayRepeat ? found : found.filter((other) => !shareContent(prompt, other.text));
  const others = quiet.length >= ENOUGH_STRANGERS ? quiet : found;
  return isValued(fact) && others.length >= ENOUGH_STRANGERS ? others : [...siblings, ...others];
}
