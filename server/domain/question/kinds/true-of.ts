import { isForeign, listsOf } from "../lists";
import { sourceOf } from "../study";
import { containsPhrase, normalise } from "../text";
import type { KindRule } from "./kind";
import { listPrompt } from "./list-prompt";

/** Of a card with a list: one entry as the key, entries and answers of unrelated cards beside it. */
export const trueOf: KindRule = {
  kind: "true-of",
  limit: 3,
  *propose(card, deck, random) {
    for (const list of listsOf(card)) {
      const prompt = listPrompt(card, list, deck, false);
      for (const item of list.items) {
        if (prompt === undefined || containsPhrase(prompt, item.text)) continue;
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
