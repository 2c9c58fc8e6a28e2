import { MAX_OPTION_CHARS } from "@/contract/question";
import type { Fact } from "../facts";
import { isTelling } from "../labels";
import { type StudiedCard, type StudiedDeck, sourceOf } from "../study";
import { agree } from "../terms";
import { chars, containsPhrase, normalise, words } from "../text";
import type { KindRule } from "./kind";
import { madeFromKey } from "./made-from-key";
import { ask, fits, heading } from "./prompt";
import { subjectSwap } from "./subject-swap";

const MAX_TERM_WORDS = 3;

/**
 * A statement of the card beside itself with one of the card's terms exchanged for its siblings: all options differ in
 * the same place, so none is the middle. Only where the statement names exactly one of three or more siblings; a
 * statement of two of them may still be true when both are exchanged.
 */
export const termSwap: KindRule = {
  kind: "term-swap",
  limit: 2,
  onlyBelow: 3,
  *propose(card, deck) {
    if (!deck.languages.english) return;
    yield* subjectSwap(card, deck);
    for (const siblings of siblingTerms(card, deck)) {
      for (const fact of card.facts) {
        const term = onlyTerm(fact, siblings);
        if (term === undefined || fact.aside || fact.shortened) continue;
        const swapped = siblings
          .filter((other) => other !== term && agree(other, term))
          .map((other) => exchange(fact.text, term, other))
          .filter((text) => chars(text) <= MAX_OPTION_CHARS);
        const prompt = ask(heading(card, { section: fact.section }, deck), "which statement is true?");
        if (swapped.length < 2 || !fits(prompt)) continue;
        yield {
          variant: `${normalise(fact.text)}/${normalise(term)}`,
          prompt,
          key: fact.text,
          source: sourceOf(card, fact),
          evidence: fact.evidence,
          alsoCorrect: card.facts.filter((other) => other !== fact).map((other) => other.text),
          candidates: swapped.map(madeFromKey),
          language: deck.languages.back,
          flags: [],
        };
      }
    }
  },
};

/** Short labels of one list that name things, three or more: attributes ("Cost", "Speed") are no siblings. */
function siblingTerms(card: StudiedCard, deck: StudiedDeck): string[][] {
  const groups = new Map<string, string[]>();
  for (const fact of card.facts) {
    const name = fact.label?.replace(/\s*\([^)]*\)$/, "");
    if (fact.aside || name === undefined || fact.label === undefined) continue;
    if (words(name).length > MAX_TERM_WORDS || !isTelling(fact.label, deck)) continue;
    groups.set(fact.group, [...(groups.get(fact.group) ?? []), name]);
  }
  return [...groups.values()].filter((names) => names.length >= 3);
}

/** The one sibling that a statement names, where it is not the statement's own label. */
function onlyTerm(fact: Fact, siblings: readonly string[]): string | undefined {
  const named = siblings.filter((term) => containsPhrase(fact.text, term));
  const [term] = named;
  if (named.length !== 1 || term === undefined || containsPhrase(fact.label ?? "", term)) return undefined;
  return fact.text.toLowerCase().split(term.toLowerCase()).length === 2 ? term : undefined;
}

function exchange(text: string, term: string, other: string): string {
  const at = text.toLowerCase().indexOf(term.toLowerCase());
  const isLower = /^\p{Ll}/u.test(text.slice(at));
  const written =
    isLower && !/^\p{Lu}{2}/u.test(other)
      ? other.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase())
      : other;
  return text.slice(0, at) + written + text.slice(at + term.length);
}
