import { MAX_OPTION_CHARS } from "@/contract/question";
import { pointsBack, pointsInside } from "../alone";
import { mayAnswerToo } from "../also-right";
import { type AnswerForm, answerForm, areAlikeInForm } from "../answer-form";
import type { AnswerType } from "../answers";
import { isSpelledBy } from "../initials";
import { listsOf } from "../lists";
import type { Entry, Wanted } from "../pool";
import { condense, sentences } from "../sentences";
import { YES_NO_OPENING } from "../statement";
import { askableQuestion, replyOf, type StudiedCard, type StudiedDeck } from "../study";
import { chars, containsPhrase, contentStems, upperFirst } from "../text";
import type { KindRule } from "./kind";
import { fits, isTitle, quoted } from "./prompt";

/** What other questions may have as their answer too. */
const COUNTS: readonly AnswerType[] = ["yes-no", "year", "date", "number", "quantity"];

/**
 * What the back says is the prompt, the front's whole question the key; questions of the same kind stand beside it,
 * so that no option is told by its form. Only for what no other card answers.
 */
export const backToQuestion: KindRule = {
  kind: "back-to-front",
  limit: 1,
  onlyBelow: 2,
  *propose(card, deck, random) {
    if (card.topic.term !== undefined || card.hasGap || card.asked.length === 0) return;
    const reply = card.verdict === undefined ? (replyOf(card) ?? listedReply(card, deck)) : reasonOf(card);
    if (reply === undefined || contentStems(reply).length === 0 || isSpelledBy(card.front, reply)) return;
    if (card.answer !== undefined && COUNTS.includes(card.answer.type) && card.verdict === undefined) return;
    if (deck.answers.count(reply) > 1 || (deck.languages.english && pointsInside(reply))) return;
    const prompt = deck.languages.english
      ? `Which of these questions is answered by ${quoted(reply)}?`
      : `${quoted(reply)} — ?`;
    const question = askableQuestion(card, reply);
    if (!fits(prompt) || deck.fronts.count(question) > 1) return;
    const form = answerForm(reply);
    // A reason has the form of its sentence, and a list that of its entries: neither is what other cards' texts are.
    const isOfAnyForm = card.verdict !== undefined || replyOf(card) === undefined;
    const isOther = ({ card: place, text }: Entry) => {
      const other = deck.cards[place];
      return other !== undefined && !containsPhrase(prompt, text) && !mayAnswerToo(reply, card, other);
    };
    const wanted: Wanted = {
      text: question,
      card: card.index,
      frames: [],
      tags: card.card.tags ?? [],
      random,
      prompt,
      accept: (entry) => isOther(entry) && (isOfAnyForm || areAlikeInForm(form, entry.look.form)),
    };
    const alike = deck.fronts.candidates({ ...wanted, asked: card.asked });
    const isSentence = isOfAnyForm || SENTENCES.includes(form);
    const isTold = !isSentence || !isExplained(card.asked);
    // A name tells what sort of thing it is: what asks for another sort by its noun cannot stand beside its question.
    const isName = !isOfAnyForm && NAMES.includes(form);
    const proposal = {
      variant: "question",
      prompt,
      key: question,
      source: card.front,
      evidence: card.statement?.evidence ?? card.back,
      alsoCorrect: [],
      language: deck.languages.front,
      flags: [],
    };
    if (alike.length < ENOUGH && !isTold) {
      const accept = (entry: Entry) => isOther(entry) && isExplained(entry.asked);
      yield { ...proposal, candidates: [...alike, ...deck.fronts.candidates({ ...wanted, accept })] };
    }
    if (isName) {
      const [sort = ""] = card.asked;
      const isOfItsSort = ({ asked }: Entry) => asked[0] === sort || asked[0] === sort.replace(/:.*$/, "");
      const accept = (entry: Entry) => isOfItsSort(entry) && wanted.accept(entry);
      const fair = deck.fronts.candidates({ ...wanted, asked: card.asked, accept });
      const isAlone = sort.includes(":") && deck.fronts.candidates({ ...wanted, asked: [sort] }).length === 0;
      if (!isAlone) yield { ...proposal, candidates: fair };
      yield { ...proposal, candidates: alike, flags: ["guessable"] };
      return;
    }
    yield { ...proposal, candidates: alike };
  },
};

const NAMES: readonly AnswerForm[] = ["term", "name", "identifier"];
const SENTENCES: readonly AnswerForm[] = ["sentence", "clause", "definition"];

/** With so many questions that ask alike others are not needed. */
const ENOUGH = 3;

/** What a whole sentence may answer, so that its form does not tell which of them. */
const EXPLAINED = /^(?:how|why|effect|which|comparison|open)\b/;

function isExplained(asked: readonly string[]): boolean {
  return EXPLAINED.test(asked[0] ?? "open");
}

/** Fewer telling words of a reason belong to many verdicts. */
const MIN_REASON_STEMS = 3;

/** What follows the yes or no that a back opens with: its first sentence, where that says something by itself. */
function reasonOf(card: StudiedCard): string | undefined {
  const [first = ""] = sentences(card.back.replace(YES_NO_OPENING, "").replace(/^[\s,.;:!–—-]+/, ""));
  const reason = upperFirst(condense(first.replace(/^because\s+/i, ""), MAX_OPTION_CHARS)?.text ?? "");
  return contentStems(reason).length >= MIN_REASON_STEMS && !pointsBack(reason) ? reason : undefined;
}

const SHOWN_ENTRIES = 4;

/** The first entries of the list right under the front, as many as an option has room for. */
function listedReply(card: StudiedCard, deck: StudiedDeck): string | undefined {
  const list = listsOf(card, deck).find(({ section }) => !isTitle(section));
  if (list === undefined) return undefined;
  const texts = list.items.map((item) => item.text).slice(0, SHOWN_ENTRIES);
  while (texts.length > 1 && chars(texts.join("; ")) > MAX_OPTION_CHARS) texts.pop();
  return texts.length > 1 ? texts.join("; ") : undefined;
}
