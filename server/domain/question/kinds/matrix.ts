import type { Candidate } from "#server/domain/distractors/types";
import type { Fact } from "../facts";
import { areClose } from "../likeness";
import { sourceOf } from "../study";
import { containsPhrase, normalise, shareContent, words } from "../text";
import type { KindRule } from "./kind";
import { ask, fits, heading, quoted, under } from "./prompt";

/**
 * Of a card that compares subjects by the same attributes: the attribute of one subject, beside what the card says
 * of the others. What the others say under another attribute fills up where the attribute has too few values.
 */
export const matrix: KindRule = {
  kind: "matrix",
  limit: 4,
  *propose(card, deck) {
    const compared = comparedFacts(card.facts);
    for (const fact of spread(compared)) {
      if (shareContent(`${fact.subject} ${fact.label}`, fact.text)) continue;
      const head = heading(card, fact, deck);
      const prompt = deck.languages.english
        ? ask(head, `which of these belongs under ${quoted(fact.label ?? "")}?`)
        : `${under(head, fact.label ?? "", deck)} — ?`;
      if (!fits(prompt)) continue;
      // What is close to something else that the card says of the subject may be true of it.
      const own = compared.filter((other) => other.subject === fact.subject && other !== fact);
      const others = compared.filter(
        (other) =>
          other.subject !== fact.subject &&
          !containsPhrase(prompt, other.text) &&
          !shareContent(fact.subject ?? "", other.text) &&
          own.every((one) => !areClose(one.text, other.text)),
      );
      const sameLabel = others.filter(
        (other) => normalise(other.label ?? "") === normalise(fact.label ?? ""),
      );
      if (sameLabel.length === 0) continue;
      const rest = others.filter((other) => !sameLabel.includes(other));
      const pool = [...sameLabel, ...rest.slice(0, fillersBeside(sameLabel.length, fact))];
      yield {
        variant: `${fact.subject}/${fact.label}`,
        prompt,
        key: fact.text,
        source: sourceOf(card, { section: fact.subject ?? fact.section }),
        evidence: fact.evidence,
        alsoCorrect: own.map((other) => other.text),
        candidates: pool.map(
          (other): Candidate => ({
            text: other.text,
            origin: "sibling-subject",
            source: sourceOf(card, { section: other.subject ?? "" }),
          }),
        ),
        language: deck.languages.back,
        flags: fact.shortened ? ["condensed"] : [],
      };
    }
  },
};

/** A terse value ("2 days", "acoustic") tells by itself which attribute it is of. */
const TERSE_WORDS = 3;
/** So many values of other attributes leave a choice that hides the key's length. */
const FILLERS = 4;

/** How many values of other attributes may fill up: none beside enough terse ones. */
function fillersBeside(count: number, fact: Fact): number {
  if (count >= 3 || (count === 2 && words(fact.text).length <= TERSE_WORDS)) return 0;
  return count === 2 ? FILLERS : Number.POSITIVE_INFINITY;
}

/** Facts of the subjects that a card sets side by side. */
export function comparedFacts(facts: readonly Fact[]): Fact[] {
  return facts.filter((fact) => fact.subject !== undefined && fact.label !== undefined && !fact.aside);
}

/** One fact of every subject in turn, so that a limit does not leave subjects out. */
export function spread(facts: readonly Fact[]): Fact[] {
  const rank = new Map<string, number>();
  const placed = facts.map((fact) => {
    const turn = rank.get(fact.subject ?? "") ?? 0;
    rank.set(fact.subject ?? "", turn + 1);
    return { fact, turn };
  });
  return placed.sort((a, b) => a.turn - b.turn).map(({ fact }) => fact);
}
