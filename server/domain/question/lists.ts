import type { Fact } from "./facts";
import { isTelling } from "./labels";
import type { Entry } from "./pool";
import { areKin } from "./strangers";
import type { StudiedCard, StudiedDeck } from "./study";
import { contentStems } from "./text";

/** The entries of one list of a card, and the heading and the sentence that lead to them. */
export type CardList = { section: string; lead?: string; group: string; items: Fact[] };

/** A card's lists of two or more entries that stand for themselves: no steps of a procedure, no asides. */
export function listsOf(card: StudiedCard, deck: StudiedDeck): CardList[] {
  const groups = new Map<string, Fact[]>();
  const wantsMeasure = ASKS_FOR_A_MEASURE.test(card.front);
  const mayName = ASKS_FOR_SEVERAL.test(card.front) || !/\?/.test(card.front);
  for (const fact of card.facts) {
    const entry = fact.role === "item" ? fact : mayName ? namedEntry(fact, deck) : undefined;
    if (entry !== undefined && wantsMeasure && !/\d|\bO\s?\(/.test(entry.text)) continue;
    if (entry !== undefined && !fact.aside && !STEP.test(entry.text) && contentStems(entry.text).length > 0) {
      groups.set(fact.group, [...(groups.get(fact.group) ?? []), entry]);
    }
  }
  return [...groups]
    .filter(([, items]) => items.length >= 2)
    .map(([group, items]) => {
      const { section = "", lead } = items[0] ?? {};
      return { section, group, items, ...(lead !== undefined && { lead }) };
    });
}

/** Steps of a procedure and leftovers of a list stand for nothing alone. */
const STEP = /^(?:and|or|etc|more|then|next|finally|else|otherwise|repeat|go to)\b/i;

/** A measure is what these fronts ask for; entries without one ("Search", "Insert") only say of what. */
const ASKS_FOR_A_MEASURE = /\b(?:complexit(?:y|ies)|how\s+(?:many|much|long|often|far|large|big|fast))\b/i;

/** Fronts that the names of things answer. "How do A and B differ?" is not answered by what they differ in. */
const ASKS_FOR_SEVERAL =
  /^(?!.*\b(?:differ|differences?|compare)\b)(?:what|which)\s+(?:are|were|other|(?!(?:is|was|does|has|['’]s)\b)(?:\S+\s+){0,4}?\S+s)\b|\b(?:name|list|types|kinds|examples)\b/i;

/** "Overfitting: …" in a list right under the front: the label is the entry, the rest explains it. */
function namedEntry(fact: Fact, deck: StudiedDeck): Fact | undefined {
  const { label } = fact;
  if (fact.role !== "labelled" || fact.section !== "" || label === undefined || !isTelling(label, deck))
    return undefined;
  return { ...fact, text: label };
}

/** Tells the entries of other cards that cannot belong to this card's back as well. */
export function foreignTo(card: StudiedCard, deck: StudiedDeck): (entry: Entry) => boolean {
  // Words of the front name the topic; what else stands in the back is what the back says of it.
  const asked = new Set(contentStems(card.front));
  const said = new Set(contentStems(card.back).filter((one) => !asked.has(one)));
  return (entry) => {
    const other = deck.cards[entry.card];
    return (
      other !== undefined &&
      !areKin(card, other) &&
      !isAboutAsked(entry, asked) &&
      !contentStems(entry.text).some((one) => said.has(one))
    );
  };
}

/** What stands under "RNN training" on another card may answer a question about RNNs. */
function isAboutAsked({ fact }: Entry, asked: ReadonlySet<string>): boolean {
  return contentStems(`${fact?.section ?? ""} ${fact?.label ?? ""}`).some((one) => asked.has(one));
}
