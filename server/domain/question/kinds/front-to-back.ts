import type { Candidate } from "#server/domain/distractors/types";
import { isAbout } from "../also-right";
import { answerForm } from "../answer-form";
import type { AnswerType } from "../answers";
import { isOrder, otherOrders } from "../growth";
import { isSpelledBy, wrongExpansions } from "../initials";
import { mayCover, saysTheSame } from "../likeness";
import { foreignTo } from "../lists";
import { latexOf, valuesIn } from "../mathematics";
import { wrongLines } from "../perturb";
import type { Entry, Wanted } from "../pool";
import { YES_NO_OPENING } from "../statement";
import type { StudiedCard, StudiedDeck } from "../study";
import { ENOUGH_SUITORS, halfSuitorsOf, suitorsOf } from "../suitors";
import { isAbbreviation } from "../terms";
import { containsPhrase, contentStems, words } from "../text";
import { decoyOf } from "./decoy";
import { wrongVersionsOf } from "./formula";
import type { KindRule } from "./kind";
import { madeFromKey } from "./made-from-key";
import { askedAloud, frontPrompt } from "./prompt";
import { otherRightAnswers } from "./right-answers";

/** With fewer answers of its kind in the deck the longer backs lend their statements. */
const ENOUGH = 6;

/** Both sides are words of different languages, which may share a word. */
function isTranslation(deck: StudiedDeck): boolean {
  const { front, back } = deck.languages;
  return front !== "und" && back !== "und" && front !== back;
}

/** Numbers and dates have kinds of their own; yes and no leave no third option. */
const OTHER_KINDS: readonly AnswerType[] = ["yes-no", "year", "date", "number", "quantity"];

/** The front as it is, the short back as the key. Not for yes and no, which leave no third option. */
export const frontToBack: KindRule = {
  kind: "front-to-back",
  limit: 1,
  *propose(card, deck, random) {
    const front = frontPrompt(card);
    if (card.answer === undefined || OTHER_KINDS.includes(card.answer.type) || front === undefined) return;
    if (card.definition !== undefined && card.definition !== card.answer.text) return;
    const { text } = card.answer;
    const prompt = askedAloud(front, deck, isOrder(text));
    // "Yes, because …" would be the only option that begins with a yes.
    if (YES_NO_OPENING.test(text)) return;
    const isClause = card.answer.type === "clause";
    const wanted: Wanted = {
      text,
      card: card.index,
      frames: card.frames,
      tags: card.card.tags ?? [],
      random,
      prompt,
      accept: (entry) =>
        !containsPhrase(prompt, entry.text) &&
        !saysTheSame(text, entry.text) &&
        !(isClause && (isAbout(card, entry) || isSaidAgain(text, card, entry, deck))) &&
        // In a gap "learned" stands as well where "learned a lot" does.
        !(card.hasGap && (containsPhrase(text, entry.text) || containsPhrase(entry.text, text))),
    };
    const isSpelled = isSpelledBy(card.front, text);
    // Other formulas have other letters than the question; a wrong version of the key has them too.
    const versions = [
      ...(latexOf(text).length > 0 ? wrongVersionsOf(text, random) : []),
      // Every version of an example may be one.
      ...(answerForm(text) === "code" && !/\bexamples?\b/i.test(prompt) ? wrongLines(text, random) : []).map(
        madeFromKey,
      ),
      ...otherOrders(text, random).map(madeFromKey),
      ...(isClause ? decoyOf(text, card, deck, random) : []),
      ...(isSpelled ? wrongExpansions(text, plainNouns(card, deck), random) : []).map(madeFromKey),
    ];
    const isBuiltAlike = suitorsOf(text, card);
    // A formula without the values of the question leaves the key as the only one that speaks of it.
    const asked = answerForm(text) === "formula" ? valuesIn(prompt) : new Set<string>();
    const told = [...valuesIn(text)].filter((value) => asked.has(value));
    const suits = (entry: Entry) =>
      isBuiltAlike(entry) && (told.length === 0 || isSubset(told, valuesIn(entry.text)));
    const proposal = {
      variant: "back",
      prompt,
      key: text,
      source: card.front,
      evidence: card.back,
      alsoCorrect: otherRightAnswers(card, deck),
      language: deck.languages.back,
      flags: !card.hasGap && containsPhrase(prompt, text) ? ["restates-front"] : [],
      keyMayRecur: card.hasGap || isTranslation(deck),
    };
    const suited = deck.answers.candidates({
      ...wanted,
      ...(card.asked.length > 0 && { asked: card.asked }),
      accept: (entry) => suits(entry) && wanted.accept(entry),
    });
    // Beside its own wrong versions an expansion is not told by its initials.
    const candidates = isSpelled && versions.length >= ENOUGH_SUITORS ? versions : [...versions, ...suited];
    // "What does it point to?" does not say what sort of thing it asks for, and other cards' answers are of any.
    const isOfAnySort = card.asked[0] === "which" && versions.length < ENOUGH_SUITORS;
    if (candidates.length >= ENOUGH_SUITORS && !isOfAnySort) yield { ...proposal, candidates };
    const isHalf = halfSuitorsOf(text, card);
    const half = { ...wanted, accept: (entry: Entry) => isHalf(entry) && wanted.accept(entry) };
    yield {
      ...proposal,
      candidates: [...versions, ...anyAnswers(half, card, deck)],
      flags: [...proposal.flags, "guessable"],
    };
  },
};

/** A word that so few fronts have names what they are about. */
const RARE_IN_FRONTS = 3;

/** "DNS translates names into addresses" beside "To resolve names into addresses": two cards about the DNS say much the same. */
function isSaidAgain(text: string, card: StudiedCard, entry: Entry, deck: StudiedDeck): boolean {
  const theirs = new Set(contentStems(deck.cards[entry.card]?.front ?? ""));
  const isRare = (one: string) => (deck.frontStems.get(one) ?? 0) <= RARE_IN_FRONTS;
  return mayCover(text, entry.text) && contentStems(card.front).some((one) => theirs.has(one) && isRare(one));
}

function isSubset(part: readonly string[], whole: ReadonlySet<string>): boolean {
  return part.every((one) => whole.has(one));
}

/** Answers of the key's type whatever their front asks for; where they are few, what unrelated longer backs say. */
function anyAnswers(wanted: Wanted, card: StudiedCard, deck: StudiedDeck): Candidate[] {
  const answers = deck.answers.candidates(wanted);
  if (answers.length >= ENOUGH) return answers;
  const isForeign = foreignTo(card, deck);
  const accept = (entry: Entry) => wanted.accept(entry) && isForeign(entry);
  return [...answers, ...deck.statements.candidates({ ...wanted, accept })];
}

/** The deck's nouns, without abbreviations, names and the words of the front. */
function plainNouns(card: StudiedCard, deck: StudiedDeck): string[] {
  const asked = new Set(words(card.front));
  return deck.nounList.flatMap(({ text, isProper }) =>
    isProper || isAbbreviation(text) || !/[aeiouy]/.test(text) || asked.has(text) ? [] : [text],
  );
}
