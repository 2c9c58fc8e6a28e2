import type { Candidate } from "#server/domain/distractors/types";
import { drawIndex } from "../../random";
import { foreignTo, listsOf } from "../lists";
import { sourceOf } from "../study";
import { suitorsOf } from "../suitors";
import { containsPhrase } from "../text";
import type { KindRule } from "./kind";
import { listPrompt } from "./list-prompt";

/** A list of fewer entries leaves no three that belong. */
const MIN_ITEMS = 3;

/** Of a card with a list: the one entry that is not in it. English only, where the template needs its words. */
export const notTrueOf: KindRule = {
  kind: "not-true-of",
  limit: 1,
  onlyBelow: 4,
  *propose(card, deck, random) {
    const isForeign = foreignTo(card, deck);
    // An entry of a list that asks for something else is told by what sort of thing it is.
    const asked = card.asked.filter((name) => name.includes(":"));
    if (asked.length === 0) return;
    for (const list of listsOf(card, deck)) {
      const prompt = listPrompt(card, list, deck, { negated: true })?.text;
      if (list.items.length < MIN_ITEMS || prompt === undefined) continue;
      const own = list.items.filter((item) => !containsPhrase(prompt, item.text));
      const model = own[drawIndex(own.length, random)];
      if (model === undefined || own.length < MIN_ITEMS) continue;
      const suits = suitorsOf(model.text, card);
      const strangers = deck.items.candidates({
        text: model.text,
        card: card.index,
        frames: [],
        tags: card.card.tags ?? [],
        random,
        asked,
        accept: (entry) => isForeign(entry) && suits(entry) && !containsPhrase(prompt, entry.text),
      });
      const stranger = strangers[drawIndex(Math.min(strangers.length, 8), random)];
      if (stranger === undefined) continue;
      yield {
        variant: list.section,
        prompt,
        key: stranger.text,
        source: stranger.source,
        evidence: own.map((item) => item.evidence).join("\n"),
        alsoCorrect: [],
        candidates: own.map(
          (item): Candidate => ({ text: item.text, origin: "same-section", source: sourceOf(card, list) }),
        ),
        language: deck.languages.back,
        flags: ["negative"],
      };
    }
  },
};
