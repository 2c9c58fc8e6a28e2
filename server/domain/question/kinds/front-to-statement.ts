import type { Candidate } from "#server/domain/distractors/types";
import { pointsBack } from "../alone";
import { isAbout, mayAnswerToo } from "../also-right";
import { orderAsQuestion } from "../front";
import { alikeInGrammar } from "../grammar";
import { mayCover, saysTheSame } from "../likeness";
import { foreignTo } from "../lists";
import type { Entry, Wanted } from "../pool";
import { answersItsFront, type KeyStatement, saysTooLittle } from "../statement";
import { areKin } from "../strangers";
import type { StudiedCard, StudiedDeck } from "../study";
import { ENOUGH_SUITORS, suitorsOf } from "../suitors";
import { containsPhrase } from "../text";
import { decoyOf } from "./decoy";
import type { KindRule } from "./kind";
import { fits, frontPrompt } from "./prompt";
import { otherRightAnswers } from "./right-answers";

/** With so many statements of its own role a question needs no others. */
const ENOUGH = 8;

/** The front as it is, and what a longer back says in one sentence; of a definition, what follows "X is". */
export const frontToStatement: KindRule = {
  kind: "front-to-statement",
  limit: 1,
  onlyBelow: 2,
  *propose(card, deck, random) {
    const found = statementOf(card);
    const asked = found === undefined ? undefined : frontPrompt(card, found.evidence);
    if (found === undefined || asked === undefined || !answersItsFront(card, found, deck)) return;
    const question = deck.languages.english ? orderAsQuestion(asked) : asked;
    const prompt = fits(question) ? question : asked;
    const wanted: Wanted = {
      text: found.text,
      card: card.index,
      frames: [],
      tags: card.card.tags ?? [],
      random,
      prompt,
      accept: (entry) =>
        !containsPhrase(prompt, entry.text) &&
        !(card.isEnglish && pointsBack(entry.text)) &&
        !isAbout(card, entry) &&
        !saysTheSame(found.text, entry.text) &&
        !mayCover(found.text, entry.text),
    };
    const proposal = {
      variant: found.isDefinition ? "definition" : "statement",
      prompt,
      key: found.text,
      source: card.front,
      evidence: found.evidence,
      alsoCorrect: otherRightAnswers(card, deck),
      language: deck.languages.back,
      flags: found.shortened ? ["condensed"] : [],
    };
    const suits = suitorsOf(found.text, card);
    const decoys = decoyOf(found.text, card, deck, random);
    const suited = foreignFirst(
      {
        ...wanted,
        ...(card.asked.length > 0 && !found.isDefinition && { asked: card.asked }),
        accept: (entry) => suits(entry) && wanted.accept(entry),
      },
      found,
      card,
      deck,
    );
    const isBroad = found.isDefinition && saysTooLittle(card);
    if (!isBroad && suited.length >= ENOUGH_SUITORS)
      yield { ...proposal, candidates: [...decoys, ...alikeInGrammar(found.text, suited)] };
    const foreign = foreignFirst(wanted, found, card, deck);
    // What else kin say is surely wrong here only where it would not answer this front.
    const isWrong = (entry: Entry) => {
      const other = deck.cards[entry.card];
      return other !== undefined && !mayAnswerToo(entry.text, other, card) && wanted.accept(entry);
    };
    const more = foreign.length >= ENOUGH ? [] : deck.statements.candidates({ ...wanted, accept: isWrong });
    yield {
      ...proposal,
      candidates: [...decoys, ...alikeInGrammar(found.text, [...foreign, ...more])],
      flags: [...proposal.flags, "guessable"],
    };
  },
};

/**
 * Of a definition, what defines the terms of other cards that are no kin. Else statements of unrelated cards and, where
 * they are few, what else unrelated cards say. Never what a related card says: it is often true of its kin.
 */
function foreignFirst(
  wanted: Wanted,
  found: KeyStatement,
  card: StudiedCard,
  deck: StudiedDeck,
): Candidate[] {
  const isForeign = foreignTo(card, deck);
  if (found.isDefinition) {
    const isOther = (entry: Entry) => {
      const other = deck.cards[entry.card];
      return other !== undefined && !areKin(card, other) && wanted.accept(entry);
    };
    const definitions = deck.definitions.candidates({ ...wanted, accept: isOther });
    if (definitions.length >= ENOUGH) return definitions;
    // A label's value ("Number of trees") defines nothing.
    const accept = (entry: Entry) => wanted.accept(entry) && isForeign(entry);
    return [...definitions, ...deck.statements.candidates({ ...wanted, accept })];
  }
  const foreign = { ...wanted, accept: (entry: Entry) => wanted.accept(entry) && isForeign(entry) };
  const alike = deck.statements.candidates(foreign);
  if (alike.length >= ENOUGH) return alike;
  // A value in small letters is a scrap beside a sentence.
  const isScrap = (text: string) => /^\p{Ll}/u.test(text);
  const accept = (entry: Entry) => foreign.accept(entry) && isScrap(entry.text) === isScrap(found.text);
  return [...alike, ...deck.values.candidates({ ...foreign, accept })];
}

function statementOf(card: StudiedCard): KeyStatement | undefined {
  if (card.statement !== undefined) return card.statement;
  if (card.definition === undefined || card.definition === card.answer?.text) return undefined;
  return { text: card.definition, evidence: card.back, shortened: false, isDefinition: true };
}
