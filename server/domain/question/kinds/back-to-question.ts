import { MAX_OPTION_CHARS } from "@/contract/question";
import { answerForm, areAlikeInForm } from "../answer-form";
import type { AnswerType } from "../answers";
import { areClose } from "../likeness";
import { listsOf } from "../lists";
import { areKin } from "../strangers";
import { replyOf, type StudiedCard, type StudiedDeck } from "../study";
import { chars, containsPhrase, contentStems } from "../text";
import type { KindRule } from "./kind";
import { fits, isTitle, quoted } from "./prompt";

/** What other questions may have as their answer too. */
const COUNTS: readonly AnswerType[] = ["yes-no", "year", "date", "number", "quantity"];

/** With fewer telling words an answer may belong to many questions. */
const MIN_REPLY_STEMS = 4;

/**
 * What the back says is the prompt, the front's whole question the key; questions of the same kind stand beside it,
 * so that no option is told by its form. For cards that ask "how", "why" or "when", whose answers fit no other question.
 */
export const backToQuestion: KindRule = {
  kind: "back-to-front",
  limit: 1,
  onlyBelow: 2,
  *propose(card, deck, random) {
    const reply = replyOf(card) ?? listedReply(card, deck);
    if (reply === undefined || card.topic.term !== undefined || card.hasGap || card.verdict !== undefined)
      return;
    if (card.answer !== undefined && COUNTS.includes(card.answer.type)) return;
    if (card.asked.length === 0 || contentStems(reply).length < MIN_REPLY_STEMS) return;
    const prompt = deck.languages.english
      ? `Which of these questions is answered by ${quoted(reply)}?`
      : `${quoted(reply)} — ?`;
    if (!fits(prompt) || deck.fronts.count(card.front) > 1) return;
    const form = answerForm(reply);
    const isList = replyOf(card) === undefined;
    yield {
      variant: "question",
      prompt,
      key: card.front,
      source: card.front,
      evidence: card.statement?.evidence ?? card.back,
      alsoCorrect: [],
      candidates: deck.fronts.candidates({
        text: card.front,
        card: card.index,
        frames: [],
        asked: card.asked,
        tags: card.card.tags ?? [],
        random,
        accept: (entry) => {
          const other = deck.cards[entry.card];
          if (other === undefined || containsPhrase(prompt, entry.text)) return false;
          return (
            (isList || areAlikeInForm(form, entry.look.form)) &&
            !areKin(card, other) &&
            !areClose(reply, `${other.front} ${replyOf(other) ?? ""}`)
          );
        },
      }),
      language: deck.languages.front,
      flags: [],
    };
  },
};

const SHOWN_ENTRIES = 4;

/** The first entries of the list right under the front, as many as an option has room for. */
function listedReply(card: StudiedCard, deck: StudiedDeck): string | undefined {
  const list = listsOf(card, deck).find(({ section }) => !isTitle(section));
  if (list === undefined) return undefined;
  const texts = list.items.map((item) => item.text).slice(0, SHOWN_ENTRIES);
  while (texts.length > 1 && chars(texts.join("; ")) > MAX_OPTION_CHARS) texts.pop();
  return texts.length > 1 ? texts.join("; ") : undefined;
}
