import type { Candidate } from "#server/domain/distractors/types";
import { abbreviates } from "../definition";
import { askableFacts, describes, isFacet, isTelling, isThing, namesOne } from "../labels";
import { isStranger, isValued, siblingsOf } from "../strangers";
import { sourceOf } from "../study";
import { suitorsOf } from "../suitors";
import { containsPhrase, shareContent } from "../text";
import type { KindRule } from "./kind";
import { ask, askUnder, fits, heading, quoted } from "./prompt";

/** With so many labels of the same list no other card is asked: three options are enough. */
const ENOUGH_SIBLINGS = 2;

/** What the card says of a label is the prompt, the label the key. */
export const descriptionToLabel: KindRule = {
  kind: "description-to-label",
  mirrors: "label-to-description",
  limit: 2,
  *propose(card, deck, random) {
    for (const fact of askableFacts(card).reverse()) {
      const { label } = fact;
      if (label === undefined || fact.subject !== undefined || !isTelling(label, deck)) continue;
      if (isFacet(label)) continue;
      // What is listed as a merit is a reason or a claim more often than a description.
      if (deck.languages.english && (!describes(fact) || isValued(fact))) continue;
      const prompt = deck.languages.english
        ? askUnder(
            card,
            fact,
            deck,
            `${isThing(label, deck) ? "what is described by" : "which of these goes with"} ${quoted(fact.text)}?`,
          )
        : ask(heading(card, fact, deck), `${quoted(fact.text)} — ?`);
      if (
        prompt === undefined ||
        !fits(prompt) ||
        containsPhrase(prompt, label) ||
        abbreviates(label, prompt)
      )
        continue;
      const suits = suitorsOf(label, { ...card, asked: [] });
      const siblings = siblingsOf(card, fact)
        .filter((other) => namesOne(other.label ?? ""))
        .map(
          (other): Candidate => ({
            text: other.label ?? "",
            origin: "same-section",
            source: sourceOf(card, other),
          }),
        );
      yield {
        variant: `${fact.section}/${label}`,
        prompt,
        key: label,
        source: sourceOf(card, fact),
        evidence: fact.evidence,
        alsoCorrect: [],
        candidates: [
          ...siblings,
          ...(siblings.length >= ENOUGH_SIBLINGS
            ? []
            : deck.labels.candidates({
                text: label,
                card: card.index,
                frames: [],
                tags: card.card.tags ?? [],
                random,
                accept: (entry) =>
                  isTelling(entry.text, deck) &&
                  !isFacet(entry.text) &&
                  isThing(entry.text, deck) === isThing(label, deck) &&
                  suits(entry) &&
                  isStranger(card, fact, entry, deck) &&
                  !shareContent(entry.text, prompt),
              })),
        ].filter((candidate) => !containsPhrase(prompt, candidate.text)),
        asked: fact.text,
        label,
        language: deck.languages.back,
        // Names of other lists are of another sort, and seen to be.
        flags: siblings.length >= ENOUGH_SIBLINGS ? [] : ["guessable"],
      };
    }
  },
};
