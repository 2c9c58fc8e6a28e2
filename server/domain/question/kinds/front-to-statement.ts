import { names } from "../definition";
import { saysTheSame } from "../labels";
import { isForeign } from "../lists";
import type { Entry, Wanted } from "../pool";
import type { StudiedCard, StudiedDeck } from "../study";
import { containsPhrase } from "../text";
import type { KindRule } from "./kind";
import { frontPrompt } from "./prompt";
import { otherRightAnswers } from "./right-answers";

/** With so many statements of its own role a question needs no others. */
const ENOUGH = 8;

/** The front as it is, and what a longer back says in one sentence; of a definition, what follows "X is". */
export const frontToStatement: KindRule = {
  kind: "front-to-statement",
  limit: 1,
  *propose(card, deck, random) {
    const prompt = frontPrompt(card);
    const found = statementOf(card);
    if (found === undefined || prompt === undefined) return;
    const wanted: Wanted = {
      text: found.text,
      card: card.index,
      frames: [],
      tags: card.card.tags ?? [],
      random,
      accept: (entry) =>
        !containsPhrase(prompt, entry.text) &&
        !isAbout(card, deck, entry) &&
        !saysTheSame(found.text, entry.text),
    };
    const accept = (entry: Entry) => wanted.accept(entry) && isForeign(card, deck, entry);
    const alike = (found.isDefinition ? deck.definitions : deck.statements).candidates(wanted);
    const others =
      alike.length >= ENOUGH
        ? []
        : [deck.statements.candidates(wanted), deck.values.candidates({ ...wanted, accept })];
    yield {
      variant: found.isDefinition ? "definition" : "statement",
      prompt,
      key: found.text,
      source: card.front,
      evidence: found.evidence,
      alsoCorrect: otherRightAnswers(card, deck),
      candidates: [...alike, ...others.flat()],
      language: deck.languages.back,
      flags: found.shortened ? ["condensed"] : [],
    };
  },
};

function statementOf(card: StudiedCard) {
  if (card.statement !== undefined) return card.statement;
  if (card.definition === undefined || card.definition === card.answer?.text) return undefined;
  return { text: card.definition, evidence: card.back, shortened: false, isDefinition: true };
}

/** A statement that names this card's term may be true of it. */
function isAbout(card: StudiedCard, deck: StudiedDeck, entry: Entry): boolean {
  const name = card.topic.term ?? card.topic.name;
  const other = deck.cards[entry.card];
  if (name === undefined || other === undefined) return false;
  return names(name, entry.text) && names(name, other.front);
}
