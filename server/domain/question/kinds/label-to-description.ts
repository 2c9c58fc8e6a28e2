import type { Candidate } from "#server/domain/distractors/types";
import type { Random } from "../../random";
import type { Fact } from "../facts";
import { askableFacts, describes, isClaim, isFacet, isTelling } from "../labels";
import { mayCover } from "../likeness";
import { cousinsOf, isStranger, isValued, siblingsOf } from "../strangers";
import { type StudiedCard, type StudiedDeck, sourceOf } from "../study";
import { suitorsOf } from "../suitors";
import { containsPhrase, contentStems, shareContent, upperFirst } from "../text";
import type { KindRule } from "./kind";
import { ask, askUnder, fits, heading, quoted } from "./prompt";

/** Siblings of a section are the more plausible; with so many of them other cards are not asked. */
export const ENOUGH_SIBLINGS = 3;

/** How many unrelated values join so many of the same card: of four options two at least shall be of it. */
const FEW_STRANGERS: readonly number[] = [24, 5, 3];
/** A line with no list of its own is asked beside so many of the card's other lists. */
const FEW_COUSINS = 3;

/** With so many unrelated values those that repeat the heading are left out. */
const ENOUGH_STRANGERS = 5;
/** With so many unrelated values the merits of one thing need not stand beside each other. */
const ENOUGH_OPTIONS = 2;

/** A label of the card is named, what the card says of it is the key; siblings of its section stand beside it. */
export const labelToDescription: KindRule = {
  kind: "label-to-description",
  limit: 3,
  *propose(card, deck, random) {
    // The one option in small letters would stand out.
    const shown = (text: string) => (deck.languages.english ? upperFirst(text) : text);
    for (const fact of factsByWorth(card, deck)) {
      const { label } = fact;
      if (label === undefined) continue;
      const isDescribed = describes(fact) && !isClaim(label);
      const fitting = isDescribed ? "which description fits" : "which of these goes with";
      const prompt = deck.languages.english
        ? askUnder(card, fact, deck, `${fitting} ${quoted(label)}?`)
        : ask(heading(card, fact, deck), `${label} — ?`);
      if (prompt === undefined || !fits(prompt)) continue;
      const candidates = descriptions(
        card,
        fact,
        deck,
        random,
        prompt,
        // What the line goes on to say is right as well.
        (text) => !containsPhrase(prompt, text) && !mayCover(fact.evidence, text),
      );
      const own = themeOf(card, fact, deck);
      const kin = candidates.filter(({ origin }) => origin === "same-section").length;
      const isTold =
        (own.size > 0 && !candidates.some(({ text }) => contentStems(text).some((one) => own.has(one)))) ||
        // Beside terse texts of other cards a terse one is told by its subject.
        (!describes(fact) && kin < ENOUGH_OPTIONS);
      yield {
        variant: `${fact.section}/${label}`,
        prompt,
        key: shown(fact.text),
        source: sourceOf(card, fact),
        evidence: fact.evidence,
        alsoCorrect: [],
        candidates: candidates.map((one) => ({ ...one, text: shown(one.text) })),
        asked: `${fact.section} ${label}`,
        label,
        language: deck.languages.back,
        flags: [...(fact.shortened ? ["condensed"] : []), ...(isTold ? ["guessable"] : [])],
      };
    }
  },
};

/** The card's facts that a label can ask for: things first, then claims and what is told of a side of the subject. */
function factsByWorth(card: StudiedCard, deck: StudiedDeck): Fact[] {
  const facts = askableFacts(card).filter(
    ({ label, subject }) => label !== undefined && subject === undefined && isTelling(label, deck),
  );
  const isSide = ({ label = "" }: Fact) => isFacet(label) || isClaim(label);
  return [...facts.filter((one) => !isSide(one)), ...facts.filter(isSide)];
}

/** A word that so many other lines of its card say, and no other card, tells what card an option is of. */
const THEME_LINES = 2;

/** The words of a value that its card returns to and no other card has: "image" on the one card about vision. */
function themeOf(card: StudiedCard, fact: Fact, deck: StudiedDeck): Set<string> {
  const others = card.lines.filter((line) => line.evidence !== fact.evidence);
  return new Set(
    contentStems(fact.text).filter(
      (one) =>
        deck.backStems.get(one) === 1 &&
        others.filter((line) => contentStems(line.evidence).includes(one)).length >= THEME_LINES,
    ),
  );
}

/** Values of the same section, then of unrelated cards; never one whose own label is akin to the one asked. */
function descriptions(
  card: StudiedCard,
  fact: Fact,
  deck: StudiedDeck,
  random: Random,
  prompt: string,
  fair: (text: string) => boolean,
): Candidate[] {
  const suits = suitorsOf(fact.text, { ...card, asked: [] });
  const offered = (facts: readonly Fact[]) =>
    facts
      .filter((other) => fair(other.text))
      .map(
        (other): Candidate => ({ text: other.text, origin: "same-section", source: sourceOf(card, other) }),
      );
  const siblings = offered(siblingsOf(card, fact));
  const isMerit = isValued(fact);
  if (siblings.length >= ENOUGH_SIBLINGS && !isMerit) return siblings;
  // Strangers that repeat the heading where the key does not would make its words a sign of what is wrong.
  const mayRepeat = shareContent(prompt, fact.text);
  const found = deck.values.candidates({
    text: fact.text,
    card: card.index,
    frames: [],
    tags: card.card.tags ?? [],
    random,
    accept: (entry) =>
      isStranger(card, fact, entry, deck) &&
      suits(entry) &&
      (!describes(fact) || (entry.fact !== undefined && describes(entry.fact))) &&
      fair(entry.text),
  });
  const quiet = mayRepeat ? found : found.filter((other) => !shareContent(prompt, other.text));
  const others = quiet.length >= ENOUGH_STRANGERS ? quiet : found;
  if (isMerit) {
    // Where the key repeats the heading, other merits that repeat it hide it.
    const alike = mayRepeat ? siblings.filter((other) => shareContent(prompt, other.text)) : [];
    return others.length >= ENOUGH_OPTIONS ? [...others, ...alike] : [...others, ...siblings];
  }
  const cousins =
    siblings.length >= ENOUGH_OPTIONS ? [] : offered(cousinsOf(card, fact)).slice(0, FEW_COUSINS);
  const kin = [...siblings, ...cousins];
  return [...kin, ...others.slice(0, FEW_STRANGERS[kin.length] ?? FEW_STRANGERS.at(-1))];
}
