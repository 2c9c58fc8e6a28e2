import { type CardList, isForeign, listsOf } from "../lists";
import { sourceOf } from "../study";
import { containsPhrase, normalise } from "../text";
import type { KindRule } from "./kind";
import { ask, fits, frontPrompt, heading, quoted } from "./prompt";

/** "Benefits" are counted, a named thing is described, anything else is a heading. */
function underHeading(list: CardList): string {
  if (list.group.includes(".")) return "which of these is true of it?";
  return /[^s]s$/i.test(list.section)
    ? `which of these is one of the ${quoted(list.section)}?`
    : "which of these is listed there?";
}

/** Of a card with a list: one entry as the key, entries and answers of unrelated cards beside it. */
export const trueOf: KindRule = {
  kind: "true-of",
  limit: 3,
  *propose(card, deck, random) {
    for (const list of listsOf(card)) {
      for (const item of list.items) {
        const front = list.section === "" ? frontPrompt(card) : undefined;
        const prompt =
          front !== undefined
            ? deck.languages.english
              ? ask(front, "which of these belongs to the answer?")
              : front
            : deck.languages.english
              ? ask(heading(card, list, deck), underHeading(list))
              : `${heading(card, list, deck)} — ?`;
        if (!fits(prompt) || containsPhrase(prompt, item.text)) continue;
        const wanted = {
          text: item.text,
          card: card.index,
          frames: [],
          tags: card.card.tags ?? [],
          random,
          accept: (entry: Parameters<typeof isForeign>[2]) =>
            isForeign(card, deck, entry) && !containsPhrase(prompt, entry.text),
        };
        const items = deck.items.candidates(wanted);
        const pool =
          items.length >= 8
            ? items
            : [...items, ...deck.answers.candidates(wanted), ...deck.statements.candidates(wanted)];
        yield {
          variant: `${list.section}/${normalise(item.text)}`,
          prompt,
          key: item.text,
          source: sourceOf(card, list),
          evidence: item.evidence,
          alsoCorrect: list.items.filter((other) => other !== item).map((other) => other.text),
          candidates: pool,
          language: deck.languages.back,
          flags: item.shortened ? ["condensed"] : [],
        };
      }
    }
  },
};
