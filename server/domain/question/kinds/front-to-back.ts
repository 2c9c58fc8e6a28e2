import { containsPhrase } from "../text";
import type { KindRule } from "./kind";
import { frontPrompt } from "./prompt";
import { otherRightAnswers } from "./right-answers";

/** The front as it is, the short back as the key. Not for yes and no, which leave no third option. */
export const frontToBack: KindRule = {
  kind: "front-to-back",
  limit: 1,
  *propose(card, deck, random) {
    const prompt = frontPrompt(card);
    if (card.answer === undefined || card.answer.type === "yes-no" || prompt === undefined) return;
    if (card.definition !== undefined && card.definition !== card.answer.text) return;
    const { text } = card.answer;
    yield {
      variant: "back",
      prompt,
      key: text,
      source: card.front,
      evidence: card.back,
      alsoCorrect: otherRightAnswers(card, deck),
      candidates: deck.answers.candidates({
        text,
        card: card.index,
        frames: card.frames,
        tags: card.card.tags ?? [],
        random,
        accept: (entry) => !containsPhrase(prompt, entry.text),
      }),
      language: deck.languages.back,
      flags: [],
    };
  },
};
