import { answerType } from "../answers";
import { abbreviates, names } from "../definition";
import { mayCover } from "../likeness";
import type { Entry } from "../pool";
import { isBroad } from "../statement";
import { areCloseKin } from "../strangers";
import type { StudiedCard, StudiedDeck } from "../study";
import { bare, chars, containsPhrase } from "../text";
import type { KindRule } from "./kind";
import { areBuiltAlike, countableOf, isLetterOf, isSideOfThing } from "./like-terms";
import { fits, quoted } from "./prompt";
import { otherRightAnswers } from "./right-answers";
import { verdictQuestion } from "./verdict";

/** A longer term is a sentence in disguise. */
const MAX_TERM_CHARS = 60;

/** With so many terms that English counts as it counts the key the others are not needed. */
const ENOUGH_ALIKE = 5;

/** The back as the prompt, the card's term as the key; only where no other card has that back. */
export const backToFront: KindRule = {
  kind: "back-to-front",
  limit: 1,
  *propose(card, deck, random) {
    yield* verdictQuestion(card, deck, random);
    const { term } = card.topic;
    const description = identifyingBack(card, deck);
    if (term === undefined || description === undefined || chars(term) > MAX_TERM_CHARS) return;
    const key = bare(term);
    if (isSideOfThing(key)) return;
    if (names(key, description) || spellsOut(key, description) || isLetterOf(key, description)) return;
    const isProse = ["clause", "phrase"].includes(answerType(description));
    // "32 (at least), 64 on some": a note, and no description that could be read aloud.
    if (isProse && /^[^\p{L}“"'¿¡(]/u.test(description)) return;
    const isSentence = isProse && chars(description) > 30;
    const asked = isSentence ? "Which of these fits the description" : "Which of these goes with";
    const prompt = deck.languages.english ? `${asked} ${quoted(description)}?` : `${description} — ?`;
    if (!fits(prompt)) return;
    const isEnglish = deck.languages.english;
    const own = countableOf(term);
    const draw = (fits: (entry: Entry) => boolean) =>
      deck.terms
        .candidates({
          text: term,
          card: card.index,
          frames: [],
          tags: card.card.tags ?? [],
          random,
          accept: (entry) =>
            fits(entry) &&
            !isSideOfThing(entry.text) &&
            chars(entry.text) <= MAX_TERM_CHARS &&
            (!isEnglish || areBuiltAlike(key, bare(entry.text))) &&
            card.front.endsWith("?") === entry.source.endsWith("?") &&
            !containsPhrase(prompt, entry.text) &&
            !(isProse && mayFit(entry, key, description, card, deck)) &&
            !containsPhrase(entry.text, key) &&
            !containsPhrase(key, entry.text),
        })
        .map((candidate) => ({
          ...candidate,
          text: bare(candidate.text),
        }));
    const alike = isEnglish && isSentence ? draw(({ text }) => countableOf(text) === own) : [];
    yield {
      variant: "term",
      prompt,
      key,
      source: card.front,
      evidence: card.statement?.evidence ?? card.back,
      alsoCorrect: otherRightFronts(card, deck),
      candidates: alike.length >= ENOUGH_ALIKE ? alike : draw(() => true),
      language: deck.languages.front,
      flags: [],
    };
  },
};

/** "Receiver Operating Characteristics" spells the ROC curve. */
function spellsOut(term: string, description: string): boolean {
  return term.split(/\s+/).some((word) => abbreviates(word, description));
}

/** The back where it names one front only: unique in the deck, and more than a number or a yes. */
function identifyingBack(card: StudiedCard, deck: StudiedDeck): string | undefined {
  if (card.hasGap || isBroad(card)) return undefined;
  if (card.answer === undefined) return card.definition;
  if (/^[=≈→-]/.test(card.answer.text)) return undefined;
  const { text, type } = card.answer;
  if (deck.answers.count(text) > 1) return undefined;
  if (type === "yes-no" || type === "number" || type === "year" || type === "date" || type === "quantity")
    return undefined;
  return card.definition ?? text;
}

/** Fronts whose answer is the same, or says the same in other words of the same card pair. */
function otherRightFronts(card: StudiedCard, deck: StudiedDeck): string[] {
  const own = new Set([card.answer?.text, card.definition, ...otherRightAnswers(card, deck)]);
  return deck.cards
    .slice(Math.max(0, card.index - 30), card.index + 30)
    .filter(
      (other) =>
        other.index !== card.index &&
        other.topic.term !== undefined &&
        own.has(other.answer?.text ?? other.definition),
    )
    .map((other) => other.topic.term ?? "");
}

/** A term of the same family, one whose own definition says no less or names the key, or one that the card's back names, may fit the description as well. */
function mayFit(
  entry: Entry,
  key: string,
  description: string,
  card: StudiedCard,
  deck: StudiedDeck,
): boolean {
  const other = deck.cards[entry.card];
  const defined = other?.definition;
  const covers = defined !== undefined && (mayCover(description, defined) || containsPhrase(defined, key));
  return (
    covers ||
    (other !== undefined && areCloseKin(card, other, deck)) ||
    containsPhrase(card.back, bare(entry.text))
  );
}
