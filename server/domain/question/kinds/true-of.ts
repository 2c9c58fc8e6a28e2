import { alikeInCase, alikeInGrammar } from "../grammar";
import { isTelling } from "../labels";
import { foreignTo, listsOf } from "../lists";
import type { Entry } from "../pool";
import { sourceOf } from "../study";
import { containsPhrase, normalise, shareContent, words } from "../text";
import type { KindRule } from "./kind";
import { listPrompt } from "./list-prompt";

const MAX_CANDIDATES = 40;
/** A shorter entry names a thing and says nothing of the front's subject. */
const MIN_STATEMENT_WORDS = 6;

/** A name beside sentences, or a sentence beside names, is told from its length alone. */
function areAlikeInLength(a: string, b: string): boolean {
  const [short = 0, long = 0] = [words(a).length, words(b).length].sort((one, other) => one - other);
  return long <= 2 * short + 3;
}

/** Of a card with a list: one entry as the key, entries and answers of unrelated cards beside it. */
export const trueOf: KindRule = {
  kind: "true-of",
  limit: 3,
  *propose(card, deck, random) {
    const isForeign = foreignTo(card, deck);
    for (const list of listsOf(card, deck)) {
      const prompt = listPrompt(card, list, deck, false);
      for (const item of list.items) {
        if (prompt === undefined || containsPhrase(prompt, item.text)) continue;
        const wanted = {
          text: item.text,
          card: card.index,
          frames: [],
          tags: card.card.tags ?? [],
          random,
          prompt,
          accept: (entry: Entry) =>
            isForeign(entry) &&
            areAlikeInLength(item.text, entry.text) &&
            // "A technique for regression" may answer "Which models solve a regression problem?" as well.
            !(words(entry.text).length >= MIN_STATEMENT_WORDS && shareContent(card.front, entry.text)) &&
            !containsPhrase(prompt, entry.text) &&
            (entry.fact?.label !== entry.text || isTelling(entry.text, deck)),
        };
        const pools =
          item.label === undefined ? [deck.items, deck.answers, deck.statements] : [deck.labels, deck.items];
        yield {
          variant: `${list.section}/${normalise(item.text)}`,
          prompt,
          key: item.text,
          source: sourceOf(card, list),
          evidence: item.evidence,
          alsoCorrect: list.items.filter((other) => other !== item).map((other) => other.text),
          candidates: alikeInGrammar(
            item.text,
            alikeInCase(
              item.text,
              pools.flatMap((pool) => pool.candidates(wanted)),
            ),
          ).slice(0, MAX_CANDIDATES),
          language: deck.languages.back,
          flags: item.shortened ? ["condensed"] : [],
        };
      }
    }
  },
};
