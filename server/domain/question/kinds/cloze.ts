import type { Candidate } from "#server/domain/distractors/types";
import { pointsBack, pointsInside } from "../alone";
import { gapFillers } from "../gap-fillers";
import { type GapPlace, gapPlaces } from "../gap-places";
import { type GapSentence, gapSentences, readsWell } from "../gaps";
import type { StudiedCard, StudiedDeck } from "../study";
import { isAbbreviation } from "../terms";
import { normalise } from "../text";
import { gapProposal } from "./gap-proposal";
import type { KindRule, Proposal } from "./kind";
import { heading } from "./prompt";

/** With fewer words that suit the article before a gap, every option brings its own. */
const ENOUGH_ALIKE = 6;
/** So many words of the subject that stand in such places elsewhere leave a choice of sets. */
const ENOUGH_FITTING = 6;
/** So many among which the vectors find what fits the gap; others are of lower tiers. */
const ENOUGH_TO_FIT = 12;
/** The tiers of fillers that are of the sort of the word left out. */
const SAME_SORT = 2;
/** Gaps of one card that are looked at; the best stand first. */
const MAX_TRIED = 8;

type Gap = { sentence: GapSentence; place: GapPlace };

/** A sentence of the card with a word of its subject left out; such words of other cards, in the same form, stand beside it. */
export const cloze: KindRule = {
  kind: "cloze",
  limit: 1,
  onlyBelow: 2,
  mirrors: "cloze",
  *propose(card, deck, random) {
    for (const gap of gapsOf(card, deck).filter(({ place }) => place.faults === 0)) {
      const found = enoughOf(gapFillers(gap.place, card, deck, random).slice(0, SAME_SORT));
      if (found.length >= ENOUGH_FITTING) yield* proposalOf(gap, found, card, deck, false);
    }
  },
};

/**
 * The same with less to choose from: any rare noun, and where few stand in such places others too; below the whole
 * question where only that can head the sentence. Where the card would have no question at all.
 */
export const lastCloze: KindRule = {
  kind: "cloze",
  limit: 1,
  onlyBelow: 1,
  *propose(card, deck, random) {
    for (const isLast of [false, true])
      for (const gap of gapsOf(card, deck)) {
        const found = enoughOf(gapFillers(gap.place, card, deck, random));
        yield* proposalOf(gap, found, card, deck, isLast);
      }
  },
};

/** The first tiers that together leave a choice. */
function enoughOf(tiers: readonly (readonly Candidate[])[]): Candidate[] {
  const found: Candidate[] = [];
  for (const tier of tiers) if (found.length < ENOUGH_TO_FIT) found.push(...tier);
  return found;
}

/** A card's gaps, the best first: in each sentence one, and then the others. */
function gapsOf(card: StudiedCard, deck: StudiedDeck): Gap[] {
  if (card.answer !== undefined && card.answer.type !== "clause") return [];
  const found = gapSentences(card)
    .filter(({ text }) => !/^(?:but|and|or|where|which)\b|\b(?:this|that|it|these|those)\.?$/i.test(text))
    .flatMap((sentence) =>
      gapPlaces(sentence, heading(card, sentence, deck), card, deck).map((place, turn) => {
        const faults = place.faults + 3 * Number(!readsWell(sentence.text));
        const late =
          Number(!sentence.opens) + 4 * Number(pointsBack(sentence.text) || pointsInside(sentence.text));
        return {
          sentence,
          place: { ...place, faults },
          cost: 10 * faults + 5 * late + turn,
        };
      }),
    );
  return found.sort((a, b) => a.cost - b.cost).slice(0, MAX_TRIED);
}

function* proposalOf(
  { sentence, place }: Gap,
  others: readonly Candidate[],
  card: StudiedCard,
  deck: StudiedDeck,
  isLast: boolean,
): Generator<Proposal> {
  const proposal = gapProposal(sentence, place, others, ENOUGH_ALIKE, card, deck, isLast);
  if (proposal === undefined) return;
  // Abbreviations stand for things of all sorts, of which the sentence takes one.
  const flags = isAbbreviation(place.word) ? ["abbreviation"] : [];
  yield { ...proposal, flags, variant: `${normalise(sentence.text)}/${place.word}`, apart: true };
}
