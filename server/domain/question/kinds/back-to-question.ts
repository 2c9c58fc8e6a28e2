import { MAX_OPTION_CHARS } from "@/contract/question";
import { isRemark, pointsBack, pointsInside } from "../alone";
import { mayAnswerToo } from "../also-right";
import type { AnswerType } from "../answers";
import { withoutSharedSubject } from "../hidden-subject";
import { isSpelledBy } from "../initials";
import { listsOf } from "../lists";
import type { Wanted } from "../pool";
import { condense, sentences } from "../sentences";
import { withoutFiller, YES_NO_OPENING } from "../statement";
import { askableQuestion, replyOf, type StudiedCard, type StudiedDeck } from "../study";
import { chars, containsPhrase, contentStems, shareContent } from "../text";
import type { KindRule } from "./kind";
import { fits, isTitle, quoted } from "./prompt";
import { rivalsOf } from "./rival-questions";

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
    const whole = replyShown(card, deck);
    if (whole === undefined) return;
    const question = askableQuestion(card, whole);
    const reply = deck.languages.english ? withoutSharedSubject(question, whole) : whole;
    const prompt = deck.languages.english
      ? `Which of these questions is answered by ${quoted(reply)}?`
      : `${quoted(reply)} — ?`;
    if (!fits(prompt) || deck.fronts.count(question) > 1) return;
    const isLoose = definesAnother(whole, card);
    const wanted: Wanted = {
      text: question,
      card: card.index,
      frames: [],
      tags: card.card.tags ?? [],
      random,
      prompt,
      accept: ({ card: place, text }) => {
        const other = deck.cards[place];
        return other !== undefined && !containsPhrase(prompt, text) && !mayAnswerToo(reply, card, other);
      },
    };
    for (const rivals of rivalsOf(reply, card, deck, wanted))
      yield {
        variant: "question",
        prompt,
        key: question,
        source: card.front,
        evidence: card.statement?.evidence ?? card.back,
        alsoCorrect: [],
        candidates: rivals.candidates,
        // "It is hard to …" under one question about a problem is found without knowing.
        ...(deck.languages.english && { asked: reply }),
        language: deck.languages.front,
        flags: rivals.isTold || isLoose ? ["guessable"] : [],
      };
  },
};

const DEFINES =
  /^(?:an?\s|the\s)?(\p{L}[\p{L}\s-]{2,40}?)\s(?:means|refers to|is (?:defined|known) as|is an?)\s/iu;

/** "Tender means offering the grain" on a card about prices: it says what a word means that the front does not have. */
function definesAnother(reply: string, card: StudiedCard): boolean {
  const subject = DEFINES.exec(reply)?.[1];
  return card.isEnglish && subject !== undefined && !shareContent(subject, card.front);
}

/** What of the back is shown: what answers the front, the reason of a yes or no, or a list; undefined where others may have it too. */
function replyShown(card: StudiedCard, deck: StudiedDeck): string | undefined {
  // What defines a term is asked for by its name; a list without a definition is not.
  const isDefined = card.topic.term !== undefined && (replyOf(card) ?? card.definition) !== undefined;
  if (isDefined || card.hasGap || card.asked.length === 0) return undefined;
  const reply = card.verdict === undefined ? (replyOf(card) ?? listedReply(card, deck)) : reasonOf(card);
  if (reply === undefined || contentStems(reply).length === 0 || isSpelledBy(card.front, reply))
    return undefined;
  if (card.isEnglish && (isRemark(reply) || /\?$/.test(reply))) return undefined;
  if (card.answer !== undefined && COUNTS.includes(card.answer.type) && card.verdict === undefined)
    return undefined;
  return deck.answers.count(reply) > 1 || (deck.languages.english && pointsInside(reply)) ? undefined : reply;
}

/** Fewer telling words of a reason belong to many verdicts. */
const MIN_REASON_STEMS = 3;

/** What follows the yes or no that a back opens with: its first sentence, where that says something by itself. */
function reasonOf(card: StudiedCard): string | undefined {
  const [first = ""] = sentences(card.back.replace(YES_NO_OPENING, "").replace(/^[\s,.;:!–—-]+/, ""));
  const reason = withoutFiller(condense(first.replace(/^because\s+/i, ""), MAX_OPTION_CHARS)?.text ?? "");
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
